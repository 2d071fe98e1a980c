import { fitEase } from '../../../src/recommender/policies/baselines/ease';
import { fitItemKnn } from '../../../src/recommender/policies/baselines/item-knn';
import { fitPopularity } from '../../../src/recommender/policies/baselines/popularity';
import { createRandomPolicy } from '../../../src/recommender/policies/baselines/random-policy';
import { evaluateRanking } from '../../../src/recommender/metrics/ranking-metrics';
import { type LogSplit, splitPerCustomer } from '../../../src/recommender/metrics/split-log';
import type { RentalLog } from '../../../src/recommender/rentals/rental-log';
import { loadData } from '../../../bench/load-data';
import { dataFolder, describeWithData } from '../../shared-data';

describeWithData('ml-100k', 'policies on MovieLens-100K, each history split in time', () => {
  let split: LogSplit;
  beforeAll(async () => (split = splitPerCustomer((await loadData(dataFolder('ml-100k'))).log)));

  it('trains on the first four fifths and tests on the rest', () => {
    const count = (histories: readonly Int32Array[]) =>
      histories.reduce((sum, { length }) => sum + length, 0);
    expect(count(split.train.histories)).toBe(79_619);
    expect(count(split.cases.map(({ test }) => test))).toBe(20_381);
  });

  it.each([
    ['EASE', (log: RentalLog) => fitEase(log), 0.1148, 0.1972, 0.002],
    ['ITEM_KNN', fitItemKnn, 0.1131, 0.1891, 0.003],
    ['POPULARITY', fitPopularity, 0.0601, 0.1162, 0.003],
    ['RANDOM', (log: RentalLog) => createRandomPolicy(log, 1), 0.0065, 0.0142, 0.003],
  ] as const)('%s matches its published numbers', async (name, fit, recall, ndcg, tolerance) => {
    const policy = await fit(split.train);
    const metrics = evaluateRanking(policy, split);
    expect(policy.name).toBe(name);
    expect(Math.abs(metrics.recall - recall)).toBeLessThan(tolerance);
    expect(Math.abs(metrics.ndcg - ndcg)).toBeLessThan(tolerance);
  });
});
