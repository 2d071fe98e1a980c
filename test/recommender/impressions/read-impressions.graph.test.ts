import type { Graph } from '../../../src/graph/graph';
import { createConstraints } from '../../../src/graph/constraints';
import { createImpressionLog } from '../../../src/recommender/impressions/impression-log';
import { readImpressions } from '../../../src/recommender/impressions/read-impressions';
import { recordRental } from '../../../src/recommender/rentals/record-rental';
import type { Impression } from '../../../src/recommender/impressions/impression';
import { strictLogger } from '../../test-logger';
import { openTestGraph } from '../../test-graph';

const HOUR_MS = 3_600_000;
const START = Date.parse('2026-03-01T00:00:00Z');
const hours = (count: number) => START + count * HOUR_MS;

describe('readImpressions', () => {
  let graph: Graph;
  const numbers = new Map(['1', '2', '3', '4', '5'].map((id, number) => [id, number]));

  const serve = async (...lists: Partial<Impression>[]) => {
    const log = createImpressionLog(graph, strictLogger);
    lists.forEach((list, number) =>
      log.write({
        id: `list ${number}`,
        customer: 'a',
        policy: 'EASE',
        version: 'rentals-3',
        servedAt: START,
        films: ['2', '3'],
        scores: [2, 1],
        propensities: [0.8, 0.2],
        exploration: 0.2,
        qualifying: 4,
        given: [],
        plain: true,
        ...list,
      }),
    );
    await log.close();
  };
  const rent = (film: string, at: number, recommendationList?: string) =>
    recordRental(graph, {
      customer: 'a',
      film,
      at,
      recommendationList,
      idempotencyKey: `${film} ${at} ${recommendationList}`,
    });
  const read = () => readImpressions(graph, numbers);

  beforeAll(async () => {
    graph = await openTestGraph();
    await createConstraints(graph);
  });
  beforeEach(async () => {
    await graph.run('MATCH (node) DETACH DELETE node');
    await graph.write(
      `UNWIND ['1', '2', '3', '4', '5', 'gone'] AS id CREATE (:Film {filmID: id, Title: id})`,
    );
    await graph.write(`UNWIND ['a', 'b'] AS id CREATE (:Customer {customerID: id})`);
  });
  afterAll(() => graph.close());

  it('returns films, propensities, the history at that time and later rentals', async () => {
    await rent('5', hours(-2));
    await rent('1', hours(-5));
    await serve({});
    await rent('3', hours(1));
    await rent('4', hours(2));
    expect(await read()).toEqual([
      {
        customer: 'a',
        history: Int32Array.of(0, 4),
        films: Int32Array.of(1, 2),
        propensities: Float64Array.of(0.8, 0.2),
        rented: Uint8Array.of(0, 1),
      },
    ]);
  });

  it('counts a rental within the window, and an attributed one for its list only', async () => {
    await serve({ id: 'early' }, { id: 'late', servedAt: hours(24 * 8) });
    await rent('2', hours(24 * 9));
    await rent('3', hours(24 * 9), 'early');
    expect((await read()).map(({ rented }) => [...rented])).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });

  it('reads all lists made from rentals alone, or those with exploration; skips lists with deleted films', async () => {
    await serve(
      { exploration: 0 },
      { plain: false },
      { customer: null },
      { films: ['2', 'gone'] },
      { customer: 'b' },
    );
    numbers.delete('gone');
    expect((await read()).map(({ customer }) => customer).sort()).toEqual(['a', 'b']);
    const explored = await readImpressions(graph, numbers, { explored: true });
    expect(explored.map(({ customer }) => customer)).toEqual(['b']);
  });
});
