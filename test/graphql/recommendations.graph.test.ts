import { createGraph, type Graph } from '../../src/graph/graph';
import { countingDriver } from './counting-driver';
import { openTestGraph } from '../test-graph';
import { createTestService, fillWithSmallStore, type TestService } from './test-service';

/** The minimum of several counts, because the service occasionally checks the graph for changes. */
async function least(count: () => Promise<number>): Promise<number> {
  return Math.min(await count(), await count(), await count());
}

describe('recommendations', () => {
  let graph: Graph;
  let service: TestService;
  const statements: string[] = [];

  beforeAll(async () => {
    graph = await openTestGraph();
    await fillWithSmallStore(graph);
    await graph.close();
    graph = createGraph(countingDriver(statements));
    service = await createTestService(graph);
  });
  afterAll(async () => {
    await service.recommender.close();
    await graph.close();
  });

  const rentedBy = async (customer: string) => {
    const rows = await graph.read<{ id: string }>(
      'MATCH (:Customer {customerID: $customer})-[:RENTED]->(film) RETURN film.filmID AS id',
      { customer },
    );
    return new Set(rows.map((row) => row.id));
  };

  const FILM_IDS = `query ($customer: ID!, $first: Int!, $excludeRented: Boolean! = true, $where: FilmWhere) {
    recommendations(customer: $customer, first: $first, excludeRented: $excludeRented, where: $where) {
      items { film { filmId } }
    }
  }`;
  const filmIds = async (variables: Record<string, unknown>): Promise<string[]> => {
    const { data, errors } = await service.ask(FILM_IDS, variables);
    expect(errors).toEqual([]);
    return data.recommendations.items.map((item: { film: { filmId: string } }) => item.film.filmId);
  };

  it('leaves out films the customer has rented, unless excludeRented is false', async () => {
    const rented = await rentedBy('1');
    const fresh = await filmIds({ customer: '1', first: 80 });
    expect(fresh.filter((id) => rented.has(id))).toEqual([]);
    expect(fresh).toHaveLength(80 - rented.size);
    expect(await filmIds({ customer: '1', first: 80, excludeRented: false })).toHaveLength(80);
  });

  it('fills the list with films that match the filter only', async () => {
    const five = ['1', '2', '3', '4', '5'];
    const all = { customer: '1', first: 10, excludeRented: false };
    expect((await filmIds({ ...all, where: { filmId: { in: five } } })).sort()).toEqual(five);
    expect(await filmIds({ ...all, where: { filmId: { eq: 'none' } } })).toEqual([]);
  });

  it.each([5, 2])('returns only the %i films that qualify, even if more are requested', async (count) => {
    const rented = await rentedBy('1');
    const [some] = await graph.read<{ ids: string[] }>(
      `MATCH (film:Film) WHERE NOT film.filmID IN $rented
       WITH film ORDER BY film.Title LIMIT toInteger($count) RETURN collect(film.filmID) AS ids`,
      { rented: [...rented], count },
    );
    const where = { OR: [{ filmId: { in: some.ids } }, { title: { eq: 'no such film' } }] };
    expect((await filmIds({ customer: '1', first: 5, where })).sort()).toEqual(some.ids.sort());
  });

  it('ranks by score, best first, and gives each list a unique id', async () => {
    const document =
      '{ recommendations(customer: "1", first: 20) { id policy version items { rank score } } }';
    const { data } = await service.ask(document);
    const again = await service.ask(document);
    const { id, items } = data.recommendations;
    expect(items.map((item: { rank: number }) => item.rank)).toEqual(
      Array.from({ length: 20 }, (_, i) => i + 1),
    );
    const scores = items.map((item: { score: number }) => item.score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(again.data.recommendations.items).toEqual(items);
    expect(again.data.recommendations.id).not.toBe(id);
  });

  it('reads nested selections with a number of statements that does not grow with the list', async () => {
    const nested = (first: number) => `{
      recommendations(customer: "1", first: ${first}) {
        customer { lastName }
        items { film { title actors { firstName films { title } } } reasons { text rented { title } } }
      }
    }`;
    const count = async (first: number) => {
      statements.length = 0;
      const { data, errors } = await service.ask(nested(first));
      expect(errors).toEqual([]);
      expect(data.recommendations.items).toHaveLength(first);
      expect(data.recommendations.items[0].film.actors.length).toBeGreaterThan(0);
      return statements.length;
    };
    expect(await least(() => count(20))).toBe(await least(() => count(2)));
  });

  it('can be nested anywhere, under any aliases', async () => {
    const { data, errors } = await service.ask(`{
      recommendations(customer: "1", first: 2) {
        list: id
        customer { again: recommendations(first: 1) { things: items { f: film { name: title } why: reasons(first: 1) { t: text r: rented { name: title } } } } }
        items { place: rank film { t: title near: neighbors(first: 2) { s: score film { actors(limit: 1) { films(limit: 1) { neighbors(first: 1) { film { title } } } } } } } }
      }
    }`);
    expect(errors).toEqual([]);
    const { list, customer, items } = data.recommendations;
    expect(list).toEqual(expect.any(String));
    expect(customer.again.things).toEqual([
      {
        f: { name: expect.any(String) },
        why: [{ t: expect.any(String), r: { name: expect.any(String) } }],
      },
    ]);
    for (const { film } of items) {
      expect(film.near).toHaveLength(2);
      for (const { s, film: near } of film.near) {
        expect(s).toEqual(expect.any(Number));
        expect(near.actors[0].films[0].neighbors[0].film.title).toEqual(expect.any(String));
      }
    }
  });

  it('reports errors below a film that is loaded by id', async () => {
    const { errors } = await service.ask(
      '{ recommendations(customer: "1", first: 1) { items { film { neighbors(first: 0) { score } } } } }',
    );
    expect(errors).toEqual([{ code: 'BAD_USER_INPUT', message: expect.stringMatching(/between 1 and 100/) }]);
  });

  it('can be nested below nodes loaded by id, also under aliases, and an error affects only its own place', async () => {
    const { data, errors } = await service.ask(`{
      recommendations(customer: "1", first: 2) {
        whom: customer { list: recommendations(first: 1) { items { place: rank film { name: title } } } }
        items {
          film { near: neighbors(first: 2) { cosine: score film { title neighbors(first: 1) { film { filmId } } } } }
          reasons(first: 1) { rented { actors(limit: 1) { films(limit: 1) { neighbors(first: 0) { score } } } } }
        }
      }
    }`);
    const { whom, items } = data.recommendations;
    expect(whom.list.items).toEqual([{ place: 1, film: { name: expect.any(String) } }]);
    for (const { film, reasons } of items) {
      expect(film.near).toHaveLength(2);
      for (const { cosine, film: near } of film.near) {
        expect(cosine).toBeLessThanOrEqual(1);
        expect(near.neighbors[0].film.filmId).toEqual(expect.any(String));
      }
      expect(reasons[0].rented.actors[0].films[0].neighbors).toBeNull();
    }
    expect(errors.map(({ code }) => code)).toEqual(['BAD_USER_INPUT', 'BAD_USER_INPUT']);
  });

  it('returns reasons that are paths in the graph from a rented film', async () => {
    const { data, errors } = await service.ask(`{
      recommendations(customer: "1", first: 10) {
        items { film { filmId } reasons(first: 5) { rented { filmId } actor { actorId } category { categoryId } text } }
      }
    }`);
    expect(errors).toEqual([]);
    const rented = await rentedBy('1');
    const paths = data.recommendations.items.flatMap(
      (item: { film: { filmId: string }; reasons: ReasonAnswer[] }) =>
        item.reasons.map((reason) => ({ film: item.film.filmId, ...reason })),
    );
    expect(paths.length).toBeGreaterThan(5);
    for (const path of paths) {
      expect(rented.has(path.rented.filmId)).toBe(true);
      const [{ exists }] = await graph.read<{ exists: boolean }>(
        `MATCH (shared) WHERE shared.actorID = $actor OR shared.categoryID = $category
         RETURN EXISTS {(:Film {filmID: $rented})--(shared)--(:Film {filmID: $film})} AS exists`,
        {
          film: path.film,
          rented: path.rented.filmId,
          actor: path.actor?.actorId ?? null,
          category: path.category?.categoryId ?? null,
        },
      );
      expect(exists).toBe(true);
    }
  });

  it('treats imagined films as rented, and leaves them out', async () => {
    const before = await filmIds({ customer: '1', first: 10 });
    const { data } = await service.ask(
      `query ($imagine: [ID!]) { recommendations(customer: "1", first: 10, imagine: $imagine) { items { film { filmId } } } }`,
      { imagine: [before[0]] },
    );
    const after = data.recommendations.items.map((item: { film: { filmId: string } }) => item.film.filmId);
    expect(after).not.toContain(before[0]);
    expect(after).toHaveLength(10);
  });

  it('recommends based on films only, and makes the list more diverse on request', async () => {
    const ask = async (diversity: number) => {
      const { data, errors } = await service.ask(
        `query ($diversity: Float!) {
          recommendationsFor(films: ["1", "2"], first: 5, diversity: $diversity) {
            customer { customerId } items { film { filmId } }
          }
        }`,
        { diversity },
      );
      expect(errors).toEqual([]);
      expect(data.recommendationsFor.customer).toBeNull();
      return data.recommendationsFor.items.map((item: { film: { filmId: string } }) => item.film.filmId);
    };
    const plain = await ask(0);
    expect(plain).toHaveLength(5);
    expect(plain).not.toContain('1');
    expect(await ask(0.9)).not.toEqual(plain);
  });

  it.each([
    ['{ recommendations(customer: "nobody") { id } }', 'NOT_FOUND', /customers \{ customerId \}/],
    ['{ recommendations(customer: "1", imagine: ["none"]) { id } }', 'NOT_FOUND', /films \{ filmId \}/],
    ['{ recommendations(customer: "1", first: 0) { id } }', 'BAD_USER_INPUT', /between 1 and 100/],
    ['{ recommendations(customer: "1", diversity: 2) { id } }', 'BAD_USER_INPUT', /between 0 and 1/],
    ['{ recommendationsFor(films: ["none"]) { id } }', 'NOT_FOUND', /films \{ filmId \}/],
  ])('refuses %s with %s', async (document, code, message) => {
    const { data, errors } = await service.ask(document);
    expect(Object.values(data)).toEqual([null]);
    expect(errors).toEqual([{ code, message: expect.stringMatching(message) }]);
  });
});

interface ReasonAnswer {
  rented: { filmId: string };
  actor: { actorId: string } | null;
  category: { categoryId: string } | null;
}
