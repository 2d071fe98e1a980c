import type { Policy } from '../policy';
import { countRentals } from '../../rentals/count-rentals';
import type { RentalLog } from '../../rentals/rental-log';
import { createEasePolicy, type EaseModel, fitTunedEaseModel } from './ease';
import { createItemKnnPolicy, type FilmNeighbors, findNeighbors } from './item-knn';
import { createPopularityPolicy } from './popularity';
import { createRandomPolicy } from './random-policy';

/** The policies that are fitted to a rental log in one step. Agents are compared to them. */
export const BASELINES = ['EASE', 'ITEM_KNN', 'POPULARITY', 'RANDOM'] as const;
export type BaselineName = (typeof BASELINES)[number];

/** A fitted baseline. Plain data that can be posted to another thread. */
export type BaselineModel =
  | { readonly name: 'EASE'; readonly ease: EaseModel }
  | { readonly name: 'ITEM_KNN'; readonly neighbors: FilmNeighbors }
  | { readonly name: 'POPULARITY'; readonly rentals: Float32Array }
  | { readonly name: 'RANDOM'; readonly seed: number };

/** Fits a baseline to a rental log. */
export async function fitBaseline(name: BaselineName, log: RentalLog, seed: number): Promise<Policy> {
  return createBaselinePolicy(await fitBaselineModel(name, log, seed), log.films);
}

/** Fits the model of a baseline to a rental log. */
export async function fitBaselineModel(
  name: BaselineName,
  log: RentalLog,
  seed: number,
): Promise<BaselineModel> {
  switch (name) {
    case 'EASE':
      return { name, ease: await fitTunedEaseModel(log) };
    case 'ITEM_KNN':
      return { name, neighbors: findNeighbors(log) };
    case 'POPULARITY':
      return { name, rentals: countRentals(log) };
    case 'RANDOM':
      return { name, seed };
  }
}

/** Returns the policy of a fitted model. `films` are the films that it was fitted to. */
export function createBaselinePolicy(model: BaselineModel, films: readonly string[]): Policy {
  switch (model.name) {
    case 'EASE':
      return createEasePolicy(model.ease, films.length);
    case 'ITEM_KNN':
      return createItemKnnPolicy(model.neighbors);
    case 'POPULARITY':
      return createPopularityPolicy(model.rentals);
    case 'RANDOM':
      return createRandomPolicy({ films }, model.seed);
  }
}
