import { setTimeout as wait } from 'node:timers/promises';
import { createEnding } from '../../../src/graph/ending';
import { withDeadline } from '../../../src/graph/statement-scope';
import type { Graph } from '../../../src/graph/graph';
import { createConstraints } from '../../../src/graph/constraints';
import { pruneImpressions } from '../../../src/recommender/impressions/impression-repository';
import { createImpressionLog } from '../../../src/recommender/impressions/impression-log';
import type { Impression } from '../../../src/recommender/impressions/impression';
import { openTestGraph } from '../../test-graph';
import { createTestLogger, strictLogger } from '../../test-logger';

const DAY_MS = 86_400_000;

const impression = (id: string, change: Partial<Impression> = {}): Impression => ({
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

describe('createImpressionLog', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await openTestGraph();
    await createConstraints(graph);
    await graph.write(`CREATE (:Customer {customerID: '1'})`);
  });
  afterAll(() => graph.close());
  afterEach(() => graph.write('MATCH (list:RecommendationList) DETACH DELETE list'));

  const stored = () =>
    graph.read<Record<string, unknown>>(
      `MATCH (list:RecommendationList)
       RETURN list {.*, customer: null, servedAt: list.servedAt.epochMillis} AS list, list.customer AS customer
       ORDER BY list.listID`,
    );
  const storedIds = async () => (await stored()).map((row) => (row.list as { listID: string }).listID);
  const refuse = () => Promise.reject(new Error('down'));

  it('writes an impression with its films, scores, propensities and customer', async () => {
    const log = createImpressionLog(graph, strictLogger);
    const own = impression('a');
    const anonymous = impression('b', { customer: null, given: ['3'], plain: false });
    log.write(own);
    log.write(anonymous);
    await log.flush();
    const row = ({ id, customer, ...properties }: Impression) => ({
      customer,
      list: { listID: id, customer: null, ...properties },
    });
    expect(await stored()).toEqual([row(own), row(anonymous)]);
  });

  it('writes all queued impressions when it is closed', async () => {
    const log = createImpressionLog(graph, strictLogger);
    for (let number = 0; number < 1_200; number++) log.write(impression(`many ${number}`));
    await log.close();
    expect(await stored()).toHaveLength(1_200);
  });

  it('writes in the background', async () => {
    const log = createImpressionLog(graph, strictLogger);
    log.write(impression('soon'));
    while ((await stored()).length === 0) await new Promise((resolve) => setTimeout(resolve, 50));
    await log.close();
  });

  it('prunes in the background even if the client of the first request leaves', async () => {
    const old = createImpressionLog(graph, strictLogger);
    old.write(impression('old', { servedAt: Date.now() - 61 * DAY_MS }));
    await old.close();
    const logger = createTestLogger();
    const log = createImpressionLog(graph, logger);
    const leaving = createEnding();
    await withDeadline(10_000, async () => log.write(impression('new')), leaving);
    leaving.end(new Error('left'));
    const until = performance.now() + 20_000;
    while ((await storedIds()).join() !== 'new' && performance.now() < until) await wait(50);
    expect(await storedIds()).toEqual(['new']);
    expect(logger.lines).toEqual([]);
    await log.close();
  });

  it('logs a failure and writes once the graph accepts impressions again', async () => {
    const logger = createTestLogger();
    let isDown = true;
    const unsteady: Graph = {
      ...graph,
      write: (cypher, parameters) => (isDown ? refuse() : graph.write(cypher, parameters)),
    };
    const log = createImpressionLog(unsteady, logger);
    log.write(impression('patient'));
    await log.flush();
    expect(logger.lines).toEqual([
      {
        level: 'warn',
        fields: { err: new Error('down') },
        message: 'Failed to write served lists (1 queued, 0 dropped)',
      },
    ]);
    isDown = false;
    await log.flush();
    expect(await stored()).toHaveLength(1);
    await log.close();
  });

  it('drops impressions beyond its capacity and logs their number', async () => {
    const logger = createTestLogger();
    const log = createImpressionLog({ ...graph, write: refuse }, logger);
    for (let number = 0; number < 20_007; number++) log.write(impression(String(number)));
    await log.close();
    expect(logger.lines[0].message).toBe('Failed to write served lists (20000 queued, 7 dropped)');
  });

  it('drops no impression of a customer because of anonymous callers', async () => {
    const logger = createTestLogger();
    const log = createImpressionLog({ ...graph, write: refuse }, logger);
    for (let number = 0; number < 30_000; number++) log.write(impression(String(number), { customer: null }));
    log.write(impression('own'));
    await log.close();
    expect(logger.lines[0].message).toBe('Failed to write served lists (2001 queued, 28000 dropped)');
  });

  it('prunes impressions after sixty days, and the oldest beyond a number', async () => {
    const log = createImpressionLog(graph, strictLogger);
    for (const days of [61, 59, 2, 1]) {
      log.write(impression(`${days} days`, { servedAt: Date.now() - days * DAY_MS }));
    }
    await log.close();
    await pruneImpressions(graph);
    expect(await storedIds()).toEqual(['1 days', '2 days', '59 days']);
    await pruneImpressions(graph, { days: 60, max: 1 });
    expect(await storedIds()).toEqual(['1 days']);
  });

  it('prunes anonymous impressions sooner, and never customers’ ones in their place', async () => {
    const log = createImpressionLog(graph, strictLogger);
    log.write(impression('own', { servedAt: Date.now() - 20 * DAY_MS }));
    for (const days of [3, 1, 0]) {
      log.write(impression(`anonymous ${days}`, { customer: null, servedAt: Date.now() - days * DAY_MS }));
    }
    await log.close();
    await pruneImpressions(graph);
    expect(await storedIds()).toEqual(['anonymous 0', 'anonymous 1', 'own']);
    await pruneImpressions(graph, undefined, { days: 2, max: 1 });
    expect(await storedIds()).toEqual(['anonymous 0', 'own']);
  });
});
