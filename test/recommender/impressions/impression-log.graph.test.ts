import type { Graph } from '../../../src/graph/graph';
import { createConstraints } from '../../../src/graph/constraints';
import { dropOldLists } from '../../../src/recommender/impressions/prune-impressions';
import { createImpressionLog } from '../../../src/recommender/impressions/impression-log';
import type { Impression } from '../../../src/recommender/impressions/impression';
import { openTestGraph } from '../../test-graph';

const DAY_MS = 86_400_000;

const list = (id: string, change: Partial<Impression> = {}): Impression => ({
  id,
  customer: '1',
  policy: 'EASE',
  version: 'rentals-3',
  servedAt: Date.now(),
  films: ['1', '2'],
  scores: [2, 1.5],
  propensities: [0.9, 0.05],
  exploration: 0.1,
  qualifying: 3,
  given: [],
  plain: true,
  ...change,
});

describe('what was served', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await openTestGraph();
    await createConstraints(graph);
    await graph.write(`CREATE (:Customer {customerID: '1'})`);
  });
  afterAll(() => graph.close());
  afterEach(() => graph.write('MATCH (list:RecommendationList) DETACH DELETE list'));

  const kept = () =>
    graph.read<Record<string, unknown>>(
      `MATCH (list:RecommendationList) OPTIONAL MATCH (customer)-[:SERVED]->(list)
       RETURN list {.*, servedAt: list.servedAt.epochMillis} AS list, customer.customerID AS customer ORDER BY list.listID`,
    );
  const strict = (message: string, cause: unknown) => {
    throw new Error(message, { cause });
  };

  it('is kept with its films, scores and propensities, for whom it was served', async () => {
    const keeper = createImpressionLog(graph, strict);
    const [mine, nobodys] = [list('a'), list('b', { customer: null, given: ['3'], plain: false })];
    keeper.keep(mine);
    keeper.keep(nobodys);
    await keeper.flush();
    const row = ({ id, customer, ...properties }: Impression) => ({
      customer,
      list: { listID: id, ...properties },
    });
    expect(await kept()).toEqual([row(mine), row(nobodys)]);
  });

  it('is written in the background, about twice a second, and at close', async () => {
    const keeper = createImpressionLog(graph, strict);
    keeper.keep(list('soon'));
    expect(await kept()).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(await kept()).toHaveLength(1);
    for (let number = 0; number < 1_200; number++) keeper.keep(list(`many ${number}`));
    await keeper.close();
    expect(await kept()).toHaveLength(1_201);
  });

  it('is written once the graph takes it again, and the operator is told meanwhile', async () => {
    const told: unknown[] = [];
    let isDown = true;
    const moody: Graph = {
      ...graph,
      write: (cypher, parameters) =>
        isDown ? Promise.reject(new Error('down')) : graph.write(cypher, parameters),
    };
    const keeper = createImpressionLog(moody, (message, cause) => told.push([message, cause]));
    keeper.keep(list('patient'));
    await keeper.flush();
    expect(told).toEqual([
      [expect.stringMatching(/^1 served lists are not in the graph yet/), new Error('down')],
    ]);
    isDown = false;
    await keeper.flush();
    expect(await kept()).toHaveLength(1);
  });

  it('is bounded in memory: what is too much is lost, and counted', async () => {
    const told: string[] = [];
    const down: Graph = { ...graph, write: () => Promise.reject(new Error('down')) };
    const keeper = createImpressionLog(down, (message) => told.push(message));
    for (let number = 0; number < 20_007; number++) keeper.keep(list(String(number)));
    await keeper.close();
    expect(told[0]).toMatch(/^20000 served lists .* 7 are lost/);
  });

  it('is dropped after thirty days, and beyond a number, the oldest first', async () => {
    const keeper = createImpressionLog(graph, strict);
    [31, 29, 2, 1].forEach((days) =>
      keeper.keep(list(`${days} days`, { servedAt: Date.now() - days * DAY_MS })),
    );
    await keeper.close();
    await dropOldLists(graph);
    const ids = async () => (await kept()).map((row) => (row.list as { listID: string }).listID);
    expect(await ids()).toEqual(['1 days', '2 days', '29 days']);
    await dropOldLists(graph, { days: 30, most: 1 });
    expect(await ids()).toEqual(['1 days']);
  });
});
