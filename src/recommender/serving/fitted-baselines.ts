import type { Graph } from '../../graph/graph';
import { askSeldom } from '../ask-seldom';
import type { FilmCatalogue } from '../films/film-catalogue';
import { loadRentalLog } from '../rentals/load-rental-log';
import type { Policy } from '../policy';
import type { ServedPolicy } from './policy-registry';
import type { RentalLog } from '../rentals/rental-log';
import type { WarnOperator } from '../warn-operator';
import { fitEase } from '../policies/baselines/ease';
import { fitItemKnn } from '../policies/baselines/item-knn';
import { fitPopularity } from '../policies/baselines/popularity';
import { createRandomPolicy } from '../policies/baselines/random-policy';

/** Policies that are fitted to the rentals in one go, to compare agents with. */
export const BASELINES = ['EASE', 'ITEM_KNN', 'POPULARITY', 'RANDOM'] as const;
export type BaselineName = (typeof BASELINES)[number];

/** Gives baselines, fitted to what the graph holds now or held a moment ago. */
export interface FittedBaselines {
  served(catalogue: FilmCatalogue, name: BaselineName): Promise<ServedPolicy>;
}

const RENTALS = 'RETURN COUNT {()-[:RENTED]->()} AS rentals';

/** Fitting anew takes one part of the time in so many, however fast rentals come in. */
const REST = 10;

/**
 * Fits a baseline when it is first asked for, and again when films or the number of films rented have changed,
 * for which the graph is asked at most every two seconds. While it is fitted to more rentals of the same films, the
 * fit before answers.
 */
export function createFittedBaselines(graph: Graph, seed: number, warn: WarnOperator): FittedBaselines {
  const fits = new Map<BaselineName, Fit>();
  const fitting = new Map<BaselineName, Promise<Fit>>();
  const countRentals = askSeldom(async () => (await graph.read<{ rentals: number }>(RENTALS))[0].rentals);
  let read: { catalogue: FilmCatalogue; rentals: number; log: Promise<RentalLog> } | undefined;

  const logOf = (catalogue: FilmCatalogue, rentals: number): Promise<RentalLog> => {
    if (read?.catalogue !== catalogue || read.rentals !== rentals) {
      read = { catalogue, rentals, log: loadRentalLog(graph, catalogue.films) };
      read.log.catch(() => (read = undefined));
    }
    return read.log;
  };

  const fitAnew = (name: BaselineName, catalogue: FilmCatalogue, rentals: number): Promise<Fit> => {
    const work = async (): Promise<Fit> => {
      const startedAt = performance.now();
      const policy = await fit(name, await logOf(catalogue, rentals), seed);
      const endedAt = performance.now();
      const fitted = { catalogue, rentals, policy, restsUntil: endedAt + REST * (endedAt - startedAt) };
      fits.set(name, fitted);
      return fitted;
    };
    const running = work().finally(() => fitting.delete(name));
    fitting.set(name, running);
    return running;
  };

  const find = async (catalogue: FilmCatalogue, name: BaselineName): Promise<Fit> => {
    const rentals = await countRentals();
    const known = fits.get(name);
    if (known?.catalogue === catalogue) {
      const isDue = known.rentals !== rentals && performance.now() > known.restsUntil;
      if (isDue && !fitting.has(name)) {
        fitAnew(name, catalogue, rentals).catch((error: unknown) =>
          warn(`${name} answers as it was fitted before, to ${known.rentals} rented films`, error),
        );
      }
      return known;
    }
    for (let running; (running = fitting.get(name));) {
      const fitted = await running;
      if (fitted.catalogue === catalogue) return fitted;
    }
    return fitAnew(name, catalogue, rentals);
  };

  return {
    served: async (catalogue, name) => {
      const { policy, rentals } = await find(catalogue, name);
      return { policy, version: `rentals-${rentals}` };
    },
  };
}

/** A policy, and what the graph held when it was fitted. */
interface Fit {
  readonly catalogue: FilmCatalogue;
  readonly rentals: number;
  readonly policy: Policy;
  /** When it may be fitted again, by performance.now(). */
  readonly restsUntil: number;
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
