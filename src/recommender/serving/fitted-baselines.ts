import type { Graph } from '../../graph/graph';
import type { Logger } from '../../logger';
import { cacheFor } from '../../ttl-cache';
import type { FilmCatalogue } from '../films/film-catalogue';
import type { Policy, ServedPolicy } from '../policy';
import { type BaselineName, fitBaseline } from '../policies/baselines/fit-baseline';
import { loadRentalLog } from '../rentals/load-rental-log';
import type { RentalLog } from '../rentals/rental-log';
import { countRentals } from '../rentals/rental-repository';

/** Caches baselines, fitted to the rentals of the graph. A failed fit is not repeated before it has rested. */
export interface FittedBaselines {
  served(catalogue: FilmCatalogue, name: BaselineName): Promise<ServedPolicy>;
}

/** A policy, or why fitting failed, and the state of the graph that it was fitted to. */
interface Fit {
  readonly catalogue: FilmCatalogue;
  readonly rentals: number;
  readonly result: Policy | Error;
  /** When it may be fitted again, by performance.now(). */
  readonly restsUntil: number;
}

/** After fitting, a baseline rests this many times as long as fitting took, however fast rentals arrive. */
const REST_FACTOR = 10;

/**
 * Fits a baseline on first use, and again when films or the number of rented films have changed, which is checked
 * at most every `ttlMs` milliseconds. The previous fit answers while the baseline is fitted to more rentals.
 */
export function createFittedBaselines(options: {
  graph: Graph;
  seed: number;
  logger: Logger;
  ttlMs: number;
}): FittedBaselines {
  const { graph, seed, logger, ttlMs } = options;
  const fits = new Map<BaselineName, Fit>();
  const fitting = new Map<BaselineName, Promise<Fit>>();
  const countCached = cacheFor(ttlMs, async () => ({ rentals: await countRentals(graph) }));
  let read: { catalogue: FilmCatalogue; rentals: number; log: Promise<RentalLog> } | undefined;

  /** The log is read once for all baselines; a read that fails is not kept. */
  const readLog = (catalogue: FilmCatalogue, rentals: number): Promise<RentalLog> => {
    if (read?.catalogue === catalogue && read.rentals === rentals) return read.log;
    const log = loadRentalLog(graph, catalogue.films).catch((error: unknown) => {
      read = undefined;
      throw error;
    });
    read = { catalogue, rentals, log };
    return log;
  };

  const fit = async (name: BaselineName, catalogue: FilmCatalogue, rentals: number): Promise<Fit> => {
    const startedAt = performance.now();
    const log = await readLog(catalogue, rentals);
    const result = await fitBaseline(name, log, seed).catch((err: Error) => {
      logger.warn({ err, policy: name }, `Fitting to ${rentals} rented films failed`);
      return err;
    });
    const endedAt = performance.now();
    const restsUntil = endedAt + REST_FACTOR * (endedAt - startedAt);
    const known = fits.get(name);
    const isWorse = result instanceof Error && known?.catalogue === catalogue;
    const fitted = isWorse ? { ...known, restsUntil } : { catalogue, rentals, result, restsUntil };
    fits.set(name, fitted);
    return fitted;
  };

  const startFit = (name: BaselineName, catalogue: FilmCatalogue, rentals: number): Promise<Fit> => {
    const running = fit(name, catalogue, rentals).finally(() => fitting.delete(name));
    fitting.set(name, running);
    return running;
  };

  const find = async (catalogue: FilmCatalogue, name: BaselineName): Promise<Fit> => {
    const { rentals } = await countCached();
    const known = fits.get(name);
    if (known?.catalogue === catalogue) {
      const isDue = known.rentals !== rentals && performance.now() > known.restsUntil;
      if (isDue && !fitting.has(name)) {
        startFit(name, catalogue, rentals).catch((err: unknown) =>
          logger.warn(
            { err, policy: name },
            `Refitting failed; keeping the fit to ${known.rentals} rented films`,
          ),
        );
      }
      return known;
    }
    for (let running; (running = fitting.get(name));) {
      const fitted = await running;
      if (fitted.catalogue === catalogue) return fitted;
    }
    return startFit(name, catalogue, rentals);
  };

  return {
    served: async (catalogue, name) => {
      const { result, rentals } = await find(catalogue, name);
      if (result instanceof Error) throw result;
      return { policy: result, version: `rentals-${rentals}` };
    },
  };
}
