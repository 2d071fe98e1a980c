import { readMovielens } from '../../../src/store/movielens/read-movielens';
import { fitEase } from '../../../src/recommender/policies/baselines/ease';
import { fitItemKnn } from '../../../src/recommender/policies/baselines/item-knn';
import { fitPopularity } from '../../../src/recommender/policies/baselines/popularity';
import { createRandomPolicy } from '../../../src/recommender/policies/baselines/random-policy';
import { compareIds } from '../../../src/recommender/films/compare-ids';
import { evaluateRanking } from '../../../src/recommender/metrics/ranking-metrics';
import { temporalSplit, type TemporalSplit } from '../../../src/recommender/metrics/temporal-split';
import type { RentalLog } from '../../../src/recommender/rentals/rental-log';
import { inTimeOrder } from '../../../src/recommender/rentals/histories';
import { dataFolder, describeWithData } from '../../shared-data';

/** The log that the service would read from a graph with MovieLens in it. */
async function loadLog(): Promise<RentalLog> {
  const { films, ratings } = await readMovielens(dataFolder('ml-100k'));
  const ids = films.map(({ record }) => record.values.item_id as string).sort(compareIds);
  const numbers = new Map(ids.map((id, number) => [id, number]));
  const rentals = new Map<string, { films: string[]; times: number[] }>();
  for (const { values } of ratings) {
    const user = values.user_id as string;
    if (!rentals.has(user)) rentals.set(user, { films: [], times: [] });
    rentals.get(user)!.films.push(values.item_id as string);
    rentals.get(user)!.times.push(Number(values.timestamp) * 1_000);
  }
  const customers = [...rentals.keys()].sort(compareIds);
  return { films: ids, customers, histories: customers.map((id) => inTimeOrder(rentals.get(id)!, numbers)) };
}

describeWithData('ml-100k', 'policies on MovieLens-100K, each history cut in time', () => {
  let split: TemporalSplit;
  beforeAll(async () => (split = temporalSplit(await loadLog())));

  it('trains on the first four fifths and tests on the rest', () => {
    const count = (histories: readonly Int32Array[]) =>
      histories.reduce((sum, { length }) => sum + length, 0);
    expect([count(split.train.histories), count(split.test)]).toEqual([79_619, 20_381]);
  });

  it.each([
    ['EASE', fitEase, 0.1148, 0.1972, 0.002],
    ['ITEM_KNN', fitItemKnn, 0.1131, 0.1891, 0.003],
    ['POPULARITY', fitPopularity, 0.0601, 0.1162, 0.003],
    ['RANDOM', (log: RentalLog) => createRandomPolicy(log, 1), 0.0065, 0.0142, 0.003],
  ] as const)('%s comes out where it is known to', async (name, fit, recall, ndcg, tolerance) => {
    const policy = await fit(split.train);
    const measures = evaluateRanking(policy, split);
    expect(policy.name).toBe(name);
    expect(Math.abs(measures.recall - recall)).toBeLessThan(tolerance);
    expect(Math.abs(measures.ndcg - ndcg)).toBeLessThan(tolerance);
  });
});
