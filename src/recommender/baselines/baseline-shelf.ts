import type { Graph } from '../../graph/graph';
import type { FilmCatalogue } from '../film-catalogue';
import { loadRentalLog } from '../load-rental-log';
import type { Policy } from '../policy';
import type { ServedPolicy } from '../policy-shelf';
import type { RentalLog } from '../rental-log';
import { fitEase } from './ease';
import { fitItemKnn } from './item-knn';
import { fitPopularity } from './popularity';
import { createRandomPolicy } from './random-policy';

/** Policies that are fitted to the rentals in one go, to compare agents with. */
export const BASELINES = ['EASE', 'ITEM_KNN', 'POPULARITY', 'RANDOM'] as const;
export type BaselineName = (typeof BASELINES)[number];

/** Gives baselines, fitted to what the graph holds now or held a moment ago. */
export interface BaselineShelf {
  served(catalogue: FilmCatalogue, name: BaselineName): Promise<ServedPolicy>;
}

const CHECK_INTERVAL_MS = 2_000;

const RENTALS = 'RETURN COUNT {()-[:RENTED]->()} AS rentals';

/**
 * Fits a baseline when it is first asked for, and again when films or the number of films rented have changed,
 * for which the graph is asked at most every two seconds.
 */
export function createBaselineShelf(graph: Graph, seed: number): BaselineShelf {
  let checked = { at: -Infinity, rentals: Promise.resolve(0) };
  let fitted: { catalogue: FilmCatalogue; rentals: number; policies: Map<BaselineName, Promise<Policy>> };

  const countRentals = () => {
    if (performance.now() - checked.at > CHECK_INTERVAL_MS) {
      const rentals = graph.read<{ rentals: number }>(RENTALS).then(([row]) => row.rentals);
      checked = { at: performance.now(), rentals };
      rentals.catch(() => (checked.at = -Infinity));
    }
    return checked.rentals;
  };

  return {
    served: async (catalogue, name) => {
      const rentals = await countRentals();
      if (fitted?.catalogue !== catalogue || fitted.rentals !== rentals) {
        fitted = { catalogue, rentals, policies: new Map() };
      }
      const { policies } = fitted;
      if (!policies.has(name)) {
        const policy = loadRentalLog(graph, catalogue.films).then((log) => fit(name, log, seed));
        policies.set(name, policy);
        policy.catch(() => policies.delete(name));
      }
      return { policy: await (policies.get(name) as Promise<Policy>), version: `rentals-${rentals}` };
    },
  };
}

function fit(name: BaselineName, log: RentalLog, seed: number): Policy | Promise<Policy> {
  switch (name) {
    case 'EASE':
      return fitEase(log);
    case 'ITEM_KNN':
      return fitItemKnn(log);
    case 'POPULARITY':
      return fitPopularity(log);
    case 'RANDOM':
      return createRandomPolicy(log, seed);
  }
}
