import type { Graph } from '../../src/graph/graph';
import { silentProgress } from '../../src/progress';
import type { Store } from '../../src/store/store';
import { unfinishedImport } from '../../src/store/unfinished-import';
import { writeStore } from '../../src/store/write-store';
import { openTestGraph } from '../test-graph';
import { countStore } from './count-store';

const DAY = 86_400_000;

/** Ada rents three films of one actor, one of them twice. */
const STORE: Store = {
  films: ['1', '2', '3'].map((id) => ({ id, title: `Film ${id}`, releaseYear: 2001, rentalRate: 2.99 })),
  actors: [{ id: '1', firstName: 'Buster', lastName: 'Keaton' }],
  categories: [{ id: '1', name: 'Comedy' }],
  customers: [{ id: '1', firstName: 'Ada', lastName: 'Lovelace' }, { id: '2' }],
  actedIn: ['1', '2', '3'].map((film) => ({ actor: '1', film })),
  ofGenre: [{ film: '1', category: '1' }],
  rentals: [
    { customer: '1', film: '1', at: 3 * DAY },
    { customer: '1', film: '1', at: 1 * DAY },
    { customer: '1', film: '2', at: 2 * DAY },
    { customer: '1', film: '3', at: 4 * DAY },
    { customer: '2', film: '3', at: 5 * DAY },
  ],
};

describe('writeStore', () => {
  let graph: Graph;
  const write = (source: string) => writeStore(graph, STORE, { source, progress: silentProgress });
  beforeAll(async () => {
    graph = await openTestGraph();
    await write('matinee');
  });
  afterAll(() => graph.close());

  it('merges the rentals of a film by a customer, and writes FAN_OF', async () => {
    const counts = { films: 3, actors: 1, categories: 1, customers: 2, rented: 4, rentals: 5, fanOf: 1 };
    expect(await countStore(graph)).toMatchObject(counts);
    const twice = `MATCH (:Customer {customerID: '1'})-[rented:RENTED]->(:Film {filmID: '1'})
      RETURN rented.firstAt.epochMillis AS first, rented.lastAt.epochMillis AS last, rented.times AS times`;
    expect(await graph.read(twice)).toEqual([{ first: DAY, last: 3 * DAY, times: 2 }]);
  });

  it('makes ids unique', async () => {
    await expect(graph.write(`CREATE (:Film {filmID: '1'})`)).rejects.toThrow(/already exists/);
  });

  it('has no effect the second time, and records that it is finished', async () => {
    const before = await countStore(graph);
    await write('matinee');
    expect(await countStore(graph)).toEqual(before);
    expect(await unfinishedImport(graph)).toBeUndefined();
  });

  it('refuses another store, and a graph that was filled by other means', async () => {
    const other = { ...STORE, films: [...STORE.films, { id: '4', title: 'Film 4' }] };
    const writeOther = (replace: boolean) =>
      writeStore(graph, other, { source: 'late show', replace, progress: silentProgress });
    await expect(writeOther(false)).rejects.toThrow(
      /^The graph contains another store, matinee, .* Import into an empty graph .* --replace/,
    );
    await graph.write('MATCH (import:Import) DELETE import');
    for (const replace of [false, true]) {
      await expect(writeOther(replace)).rejects.toThrow(/reelgraph did not import.*empty graph/);
    }
    expect((await countStore(graph)).films).toBe(3);
  });
});

describe('writeStore, interrupted', () => {
  it('continues after the last committed batch', async () => {
    const ids = (length: number) => Array.from({ length }, (_, index) => String(index));
    const store: Store = {
      ...STORE,
      films: ids(100).map((id) => ({ id, title: `Film ${id}` })),
      customers: ids(250).map((id) => ({ id })),
      actedIn: [],
      ofGenre: [],
      rentals: ids(250).flatMap((customer) =>
        ids(100).map((film) => ({ customer, film, at: DAY, rating: 4 })),
      ),
    };
    const empty = await openTestGraph();
    let batches = 0;
    let allowed = 1;
    const interrupted: Graph = {
      ...empty,
      transaction: (work) =>
        ++batches > allowed ? Promise.reject(new Error('interrupted')) : empty.transaction(work),
    };
    const options = { source: 'festival', progress: silentProgress };
    await expect(writeStore(interrupted, store, options)).rejects.toThrow('interrupted');
    expect(await countStore(empty)).toMatchObject({ rented: 5_000 });
    expect(await unfinishedImport(empty)).toEqual({ source: 'festival' });
    [batches, allowed] = [0, Infinity];
    await writeStore(interrupted, store, options);
    expect(batches).toBe(4);
    expect(await countStore(empty)).toMatchObject({ customers: 250, rented: 25_000, rentals: 25_000 });
    expect(await unfinishedImport(empty)).toBeUndefined();
    await empty.close();
  });
});
