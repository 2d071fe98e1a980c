import type { Policy } from '../../policy';
import type { RentalLog } from '../../rentals/rental-log';
import { fitTunedEase } from './ease';
import { fitItemKnn } from './item-knn';
import { fitPopularity } from './popularity';
import { createRandomPolicy } from './random-policy';

/** The policies that are fitted to a rental log in one step, to compare agents with. */
export const BASELINES = ['EASE', 'ITEM_KNN', 'POPULARITY', 'RANDOM'] as const;
export type BaselineName = (typeof BASELINES)[number];

/** Fits a baseline to a rental log. */
export async function fitBaseline(name: BaselineName, log: RentalLog, seed: number): Promise<Policy> {
  switch (name) {
    case 'EASE':
      return fitTunedEase(log);
    case 'ITEM_KNN':
      return fitItemKnn(log);
    case 'POPULARITY':
      return fitPopularity(log);
    case 'RANDOM':
      return createRandomPolicy(log, seed);
  }
}
