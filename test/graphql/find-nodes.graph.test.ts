import { createConstraints, missingIndexes, SEARCH_INDEX } from '../../src/graph/constraints';
import type { Graph } from '../../src/graph/graph';
import { ANONYMOUS, type Viewer } from '../../src/graphql/access/viewer';
import { toGlobalId } from '../../src/graphql/global-id';
import { openTestGraph } from '../test-graph';
import { createTestService, fillWithRandomEmbeddings, type TestService } from './test-service';

const FILMS = [
  ['a1', 'Amélie'],
  ['a2', 'Ærø Diaries'],
  ['a3', 'E.T. the Extra-Terrestrial'],
  ['a4', 'Spider-Man: Homecoming (Director’s Cut)'],
  ['a5', 'שלום עולם'],
  ['a6', '千と千尋の神隠し'],
  ['a7', 'AND OR NOT'],
  ['a8', 'Zzyzx'],
  ['a9', 'Zzyzx Road Revisited'],
  ['a10', 'The Quixotic Voyages of a Very Long Title'],
];

describe('finding films, actors and other objects', () => {
  let graph: Graph;
  let service: TestService;
  const customer: Viewer = { role: 'customer', customerId: '7' };

  beforeAll(async () => {
    graph = await openTestGraph();
    await fillWithRandomEmbeddings(graph);
    await graph.write('UNWIND $films AS film CREATE (:Film {filmID: film[0], Title: film[1]})', {
      films: FILMS,
    });
    await graph.write(
      `CREATE (:Actor {actorID: 'b1', firstName: 'Zoë', lastName: 'Saldaña'}), (:Actor {actorID: 'b2', firstName: 'Al', lastName: 'Quixo'})`,
    );
    await createConstraints(graph);
    service = await createTestService(graph);
  });
  afterAll(async () => {
    await service.recommender.close();
    await graph.close();
  });

  const ask = async (document: string, variables?: Record<string, unknown>, viewer?: Viewer) => {
    const { data, errors } = await service.ask(document, variables, viewer);
    expect(errors).toEqual([]);
    return data;
  };

  describe('node', () => {
    const NODE = `query ($id: ID!) {
      node(id: $id) {
        __typename
        id
        ... on Film { title actors { lastName } neighbors(first: 2) { film { id } } }
        ... on Actor { name: lastName films(limit: 1) { id filmId } }
        ... on Category { name ...Size }
        ... on Node { again: id }
      }
    }
    fragment Size on Category { filmsConnection { totalCount } }`;

    it('finds every object of the generated lists by its id', async () => {
      const lists = await ask(
        `{ films(where: { filmId: { in: ["1", "2", "3"] } }) { id } actors(limit: 3) { id } categories(limit: 3) { id } }`,
      );
      for (const [list, type] of [
        ['films', 'Film'],
        ['actors', 'Actor'],
        ['categories', 'Category'],
      ]) {
        for (const { id } of lists[list]) {
          const { node } = await ask(NODE, { id }, ANONYMOUS);
          expect(node).toMatchObject({ __typename: type, id, again: id });
        }
      }
      const { node } = await ask(NODE, { id: lists.films[0].id });
      expect(node.neighbors).toHaveLength(2);
      expect(node.actors[0].lastName).toEqual(expect.any(String));
    });

    it('returns the same id for a film on every path', async () => {
      const { film, recommendationsFor, films } = await ask(`{
        film(id: "1") { id filmId }
        films(where: { filmId: { eq: "1" } }) { id actors(limit: 1) { films(where: { filmId: { eq: "1" } }) { id } } }
        recommendationsFor(films: ["2"], first: 1, where: { filmId: { eq: "1" } }) {
          items { film { id title } detailed: film { id title length } }
        }
      }`);
      const id = toGlobalId('Film', '1');
      expect(film).toEqual({ id, filmId: '1' });
      expect(films[0].id).toBe(id);
      expect(films[0].actors[0].films[0].id).toBe(id);
      expect(recommendationsFor.items[0]).toMatchObject({ film: { id }, detailed: { id } });
      expect((await ask('query ($id: ID!) { film(id: $id) { title } }', { id })).film.title).toEqual(
        expect.any(String),
      );
    });

    it('finds runs and evaluations by their UUID, and versions', async () => {
      const { trainStep } = await ask(
        'mutation { trainStep(input: { policy: TUTORIAL, steps: 2 }) { run version } }',
      );
      const { node } = await ask(
        'query ($id: ID!) { node(id: $id) { id ... on TrainingRun { policy step } } }',
        { id: trainStep.run },
      );
      expect(node).toEqual({ id: trainStep.run, policy: 'TUTORIAL', step: 2 });
      await graph.write(
        "CREATE (:PolicyVersion {policy: 'DQN', version: 'a:1', run: 'b', step: 3, publishedAt: datetime()})",
      );
      const { policyVersions } = await ask('{ policyVersions { id version } }');
      const found = await ask(
        'query ($id: ID!) { node(id: $id) { ... on PolicyVersion { id version run } } }',
        policyVersions[0],
      );
      expect(found.node).toEqual({ ...policyVersions[0], run: 'b' });
      const none = { id: '00000000-0000-4000-8000-000000000000' };
      expect(await ask('query ($id: ID!) { node(id: $id) { id } }', none)).toEqual({ node: null });
    });

    it('shows customers only to roles that may see them', async () => {
      const [own, other] = ['7', '8'].map((id) => toGlobalId('Customer', id));
      const document = 'query ($id: ID!) { node(id: $id) { id } }';
      expect(await ask(document, { id: own }, customer)).toEqual({ node: { id: own } });
      expect(await ask(document, { id: other }, customer)).toEqual({ node: null });
      expect((await service.ask(document, { id: own }, ANONYMOUS)).errors).toMatchObject([
        { code: 'UNAUTHENTICATED' },
      ]);
      const names = 'query ($id: ID!) { node(id: $id) { ...Name } } fragment Name on Customer { firstName }';
      expect((await service.ask(names, { id: own }, { role: 'analyst' })).errors).toMatchObject([
        { code: 'FORBIDDEN' },
      ]);
      expect((await ask('{ customer(id: "7") { id customerId } }', {}, customer)).customer.id).toBe(own);
      const byOwnId = 'query ($id: ID!) { customer(id: $id) { customerId } }';
      expect(await ask(byOwnId, { id: own }, customer)).toEqual({ customer: { customerId: '7' } });
      for (const id of ['8', other]) {
        expect((await service.ask(byOwnId, { id }, customer)).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
      }
    });

    it('returns null for objects that are gone, and refuses ids of other APIs', async () => {
      for (const id of [toGlobalId('Film', 'none'), toGlobalId('PolicyVersion', 'DQN:none')]) {
        expect(await ask('query ($id: ID!) { node(id: $id) { __typename } }', { id })).toEqual({
          node: null,
        });
      }
      for (const id of ['', '1', 'Film:1', 'RmlsbTox=', Buffer.from('Person:1').toString('base64url')]) {
        expect((await service.ask('query ($id: ID!) { node(id: $id) { id } }', { id })).errors).toEqual([
          { code: 'BAD_USER_INPUT', message: expect.stringContaining('films { id }') },
        ]);
      }
      expect((await service.ask('{ film(id: "none") { title } }')).errors).toMatchObject([
        { code: 'NOT_FOUND' },
      ]);
      expect((await service.ask('{ customer(id: "none") { id } }')).errors).toMatchObject([
        { code: 'NOT_FOUND' },
      ]);
    });
  });

  describe('search', () => {
    const SEARCH = `query ($text: String!, $first: Int) {
      search(text: $text, first: $first) {
        id
        ... on Film { x: title filmId }
        ... on Actor { x: lastName actorId }
      }
    }`;
    type Hit = { id: string; x: string; filmId?: string; actorId?: string };
    const find = async (text: string, first = 10): Promise<string[]> => {
      const { search } = await ask(SEARCH, { text, first }, ANONYMOUS);
      return search.map(({ filmId, actorId }: Hit) => filmId ?? actorId);
    };

    const FINDS: [text: string, id: string][] = [
      ['amelie', 'a1'],
      ['AMÉLIE', 'a1'],
      ['Ame\u0301l', 'a1'],
      ['aer', 'a2'],
      ['diar ærø', 'a2'],
      ['E.T.', 'a3'],
      ['e.t', 'a3'],
      ['extra-terr', 'a3'],
      ['spider-m', 'a4'],
      ['spider man', 'a4'],
      ['man: home', 'a4'],
      ['(director', 'a4'],
      ['של', 'a5'],
      ['עולם', 'a5'],
      ['千尋', 'a6'],
      ['AND OR', 'a7'],
      ['the extra', 'a3'],
      ['diaries of ær', 'a2'],
      ['SALDAÑ', 'b1'],
      ['zoe sal', 'b1'],
      ['saldana', 'b1'],
      ['SALDAÑA zoë', 'b1'],
    ];
    it.each(FINDS)('%j finds %s', async (text, id) => {
      expect(await find(text)).toContain(id);
    });

    it('ranks a title that equals the text first', async () => {
      expect(await find('zzyzx')).toEqual(['a8', 'a9']);
      expect(await find('zzy', 1)).toEqual(['a8']);
    });

    it('ranks a title that begins with the text before others, also with words that the index leaves out', async () => {
      expect(await find('the quixo')).toEqual(['a10', 'b2']);
      expect(await find('quixo')).toEqual(['b2', 'a10']);
    });

    it('finds films only or actors only', async () => {
      const only =
        '{ films: search(text: "z", types: [FILM]) { __typename } actors: search(text: "z", types: [ACTOR]) { __typename } }';
      const { films, actors } = await ask(only);
      expect(new Set(films.map((film: { __typename: string }) => film.__typename))).toEqual(
        new Set(['Film']),
      );
      expect(actors).toContainEqual({ __typename: 'Actor' });
      expect(actors).not.toContainEqual({ __typename: 'Film' });
    });

    it('requires every word', async () => {
      expect(await find('zzyzx amelie')).toEqual([]);
      expect(await find('elie')).toEqual([]);
    });

    it.each([
      '+',
      '&& ||',
      '"',
      '\\',
      'a\\',
      '*',
      '~',
      'a~2',
      '[a TO z]',
      '{',
      'Title:x',
      '/a.*/',
      ' ',
      '',
      '!(',
      'a^b',
      '<>',
    ])('answers %j without an error', async (text) => {
      expect(Array.isArray(await find(text))).toBe(true);
    });

    it('returns each hit with the fields of its type', async () => {
      const { search } = await ask(SEARCH, { text: 'z', first: 100 });
      expect(search.length).toBeGreaterThan(2);
      for (const { id, x, filmId, actorId } of search as Hit[]) {
        expect(x).toEqual(expect.any(String));
        expect(id).toBe(filmId ? toGlobalId('Film', filmId) : toGlobalId('Actor', actorId as string));
      }
    });

    it('refuses a page or a text that is too long', async () => {
      for (const variables of [
        { text: 'a', first: 0 },
        { text: 'a', first: 101 },
        { text: 'a'.repeat(201), first: 1 },
      ]) {
        expect((await service.ask(SEARCH, variables)).errors).toMatchObject([{ code: 'BAD_USER_INPUT' }]);
      }
    });

    it('also works without the index', async () => {
      await graph.run(`DROP INDEX ${SEARCH_INDEX}`);
      const missing = await missingIndexes(graph);
      expect(missing.map(({ index }) => index)).toEqual(['Film(Title, firstName, lastName)']);
      expect(await find('ZZY')).toEqual(['a8', 'a9']);
      expect(await find('saldaña z')).toEqual(['b1']);
      await createConstraints(graph);
      expect(await missingIndexes(graph)).toEqual([]);
    });
  });
});
