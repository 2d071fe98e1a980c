import { setTimeout as wait } from 'node:timers/promises';
import type { Graph } from '../../../src/graph/graph';
import { BASELINES } from '../../../src/recommender/policies/baselines/fit-baseline';
import { createFittedBaselines } from '../../../src/recommender/serving/fitted-baselines';
import { loadFilmCatalogue } from '../../../src/recommender/films/film-catalogue';
import { strictLogger } from '../../test-logger';
import { openTestGraph } from '../../test-graph';

describe('baselines', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await openTestGraph();
    await graph.write(`UNWIND ['1', '2', '3'] AS id CREATE (:Film {filmID: id, Title: id})`);
    await graph.write(`CREATE (:Customer {customerID: 'a'})`);
  });
  afterAll(() => graph.close());

  const rent = (film: string) =>
    graph.write(
      `MATCH (customer:Customer), (film:Film {filmID: $film})
       CREATE (customer)-[:RENTED {firstAt: datetime(), lastAt: datetime(), times: 1}]->(film)`,
      { film },
    );

  it('stay in use until they are fitted to new rentals', async () => {
    await rent('1');
    const baselines = createFittedBaselines({ graph, seed: 1, logger: strictLogger, ttlMs: 1 });
    const catalogue = await loadFilmCatalogue(graph);
    const [first, same] = await Promise.all([
      baselines.served(catalogue, 'POPULARITY'),
      baselines.served(catalogue, 'POPULARITY'),
    ]);
    expect(first.version).toBe('rentals-1');
    expect(same.policy).toBe(first.policy);
    await rent('2');
    const seen: string[] = [];
    for (
      const until = Date.now() + 20_000;
      seen.at(-1) !== 'rentals-2' && Date.now() < until;
      await wait(50)
    ) {
      seen.push((await baselines.served(catalogue, 'POPULARITY')).version);
    }
    expect(new Set(seen)).toEqual(new Set(['rentals-1', 'rentals-2']));
    const { policy } = await baselines.served(catalogue, 'POPULARITY');
    expect([...policy.score([Int32Array.of()])[0]]).toEqual([1, 1, 0]);
  });

  it('are fitted to changed films before they are used', async () => {
    const baselines = createFittedBaselines({ graph, seed: 1, logger: strictLogger, ttlMs: 1 });
    const before = await baselines.served(await loadFilmCatalogue(graph), 'ITEM_KNN');
    expect(before.policy.score([Int32Array.of(0)])[0]).toHaveLength(3);
    await graph.write(`CREATE (:Film {filmID: '4', Title: '4'})`);
    const after = await baselines.served(await loadFilmCatalogue(graph), 'ITEM_KNN');
    expect(after.policy.score([Int32Array.of(0)])[0]).toHaveLength(4);
  });

  it.each(BASELINES)('are the same if they are fitted in a worker thread: %s', async (name) => {
    const catalogue = await loadFilmCatalogue(graph);
    const options = { graph, seed: 1, logger: strictLogger, ttlMs: 1 };
    const inWorker = await createFittedBaselines({ ...options, workerFilms: 1 }).served(catalogue, name);
    const here = await createFittedBaselines(options).served(catalogue, name);
    const histories = [Int32Array.of(), Int32Array.of(0), Int32Array.of(1, 0)];
    expect(inWorker.policy.score(histories)).toEqual(here.policy.score(histories));
    expect(inWorker.version).toBe(here.version);
    expect(inWorker.policy.name).toBe(name);
    expect(inWorker.policy.settings).toEqual(here.policy.settings);
  });

  it('are fitted to the next catalogue before it is served, if they were used for the current one', async () => {
    const current = await loadFilmCatalogue(graph);
    const baselines = createFittedBaselines({ graph, seed: 1, logger: strictLogger, ttlMs: 1 });
    const { policy } = await baselines.served(current, 'POPULARITY');
    const next = await loadFilmCatalogue(graph);
    await baselines.prepare(next, current);
    const prepared = await baselines.served(next, 'POPULARITY');
    expect(prepared.policy).not.toBe(policy);
    expect((await baselines.served(current, 'POPULARITY')).policy).toBe(policy);
  });
});
