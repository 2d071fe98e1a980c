import { createGraph, type Graph } from '../../src/graph/graph';
import { openTestGraph } from '../test-graph';
import { countingDriver } from './counting-driver';
import { createTestService, fillWithRandomEmbeddings, type TestService } from './test-service';

describe('films that a query selects by id and title', () => {
  let graph: Graph;
  let service: TestService;
  const statements: string[] = [];
  beforeAll(async () => {
    const empty = await openTestGraph();
    await fillWithRandomEmbeddings(empty);
    await empty.close();
    graph = createGraph(countingDriver(statements));
    service = await createTestService(graph, { ttlMs: 60_000 });
    // Reads the films and fits the policy, once.
    expect(await recommend('filmId ...Names')).toMatchObject({ errors: [] });
  });
  afterAll(async () => {
    await service.recommender.close();
    await graph.close();
  });

  const recommend = (film: string) =>
    service.ask(`
      fragment Names on Film { title }
      { recommendations(customer: "1", first: 5, policy: ITEM_KNN) { items { rank film { ${film} } } } }`);
  /** The statements that read films or histories; lists are logged later. */
  const reads = () => statements.filter((cypher) => /RENTED|this/.test(cypher));

  it('come from memory: one statement reads the history', async () => {
    const fromGraph = await recommend('filmId again: title ...Names actors { actorId }');
    statements.length = 0;
    const fromMemory = await recommend('__typename filmId again: title ...Names ... on Film { id2: filmId }');
    expect(fromMemory.errors).toEqual([]);
    expect(reads()).toHaveLength(1);
    const { items } = fromMemory.data.recommendations;
    expect(items).toHaveLength(5);
    items.forEach(({ film }: FilmItem, index: number) => {
      const { filmId, title } = fromGraph.data.recommendations.items[index].film;
      expect(film).toEqual({ __typename: 'Film', filmId, again: title, title, id2: filmId });
    });
  });

  it.each(['filmId actors { lastName }', 'title @include(if: true)', '... @skip(if: false) { title }'])(
    'are read from the graph for %s',
    async (selection) => {
      statements.length = 0;
      const { errors, data } = await recommend(`${selection} ...Names`);
      expect(errors).toEqual([]);
      expect(data.recommendations.items[0].film.title).toEqual(expect.any(String));
      expect(reads()).toHaveLength(2);
    },
  );

  it('have the titles of the graph as neighbors and on the map, too', async () => {
    const { data, errors } = await service.ask(`{
      filmMap { film { filmId title } }
      embeddingNeighbors(film: "1", first: 3) { film { filmId title } }
      films(limit: 100) { filmId title }
    }`);
    expect(errors).toEqual([]);
    const titles = new Map(data.films.map(({ filmId, title }: Film) => [filmId, title]));
    const films = [...data.filmMap, ...data.embeddingNeighbors].map(({ film }: FilmItem) => film);
    expect(films.length).toBeGreaterThan(3);
    for (const { filmId, title } of films) expect(title).toBe(titles.get(filmId));
  });
});

type Film = { filmId: string; title: string };
type FilmItem = { film: Film };
