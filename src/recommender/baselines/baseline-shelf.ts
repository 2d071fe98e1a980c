import type { Graph } from '../../graph/graph';
import { askSeldom } from '../ask-seldom';
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

const RENTALS = 'RETURN COUNT {()-[:RENTED]->()} AS rentals';

/**
 * Fits a baseline when it is first asked for, and again when films or the number of films rented have changed,
 * for which the graph is asked at most every two seconds.
 */
export function createBaselineShelf(graph: Graph, seed: number): BaselineShelf {
  let fitted: Fitted | undefined;
  const countRentals = askSeldom(async () => (await graph.read<{ rentals: number }>(RENTALS))[0].rentals);

  const fittedTo = (catalogue: FilmCatalogue, rentals: number): Fitted => {
    if (fitted?.catalogue === catalogue && fitted.rentals === rentals) return fitted;
    const log = loadRentalLog(graph, catalogue.films);
    log.catch(() => (fitted = undefined));
    return (fitted = { catalogue, rentals, log, policies: new Map() });
  };

  return {
    served: async (catalogue, name) => {
      const rentals = await countRentals();
      const { log, policies } = fittedTo(catalogue, rentals);
      const policy = policies.get(name) ?? log.then((read) => fit(name, read, seed));
      policies.set(name, policy);
      return { policy: await policy, version: `rentals-${rentals}` };
    },
  };
}

/** What the graph held, and the policies that were fitted to it so far. */
interface Fitted {
  readonly catalogue: FilmCatalogue;
  readonly rentals: number;
  readonly log: Promise<RentalLog>;
  readonly policies: Map<BaselineName, Promise<Policy>>;
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
