import { AppError } from '../../app-error';
import type { Graph } from '../../graph/graph';
import { hasAddress, runGraphTask } from '../../graph/graph-task';
import type { Logger } from '../../logger';
import { cacheFor } from '../../ttl-cache';
import type { FilmCatalogue } from '../films/film-catalogue';
import type { Policy, PolicyName, ServedPolicy } from '../policies/policy';
import {
  type BaselineModel,
  type BaselineName,
  BASELINES,
  createBaselinePolicy,
  fitBaseline,
} from '../policies/baselines/fit-baseline';
import { loadRentalLog } from '../rentals/load-rental-log';
import type { RentalLog } from '../rentals/rental-log';
import { countRentals } from '../rentals/rental-repository';
import type { FitTask } from './fit-worker';

/** Caches baselines that are fitted to the rentals of the graph. A failed fit is retried after a delay. */
export interface FittedBaselines {
  served(catalogue: FilmCatalogue, name: BaselineName): Promise<ServedPolicy>;
  /**
   * Like `served`, but returns undefined while a first fit that takes minutes is in progress, so that another policy
   * can be used meanwhile.
   */
  servedSoon(catalogue: FilmCatalogue, name: BaselineName): Promise<ServedPolicy | undefined>;
  /**
   * Fits a baseline to the rentals before a moment, in milliseconds since 1970, to measure it on the later ones. Undefined
   * for other policies.
   */
  fitUntil(catalogue: FilmCatalogue, name: PolicyName, until: number): Promise<Policy | undefined>;
  /** Fits the baselines that were served for the current catalogue to the next one. */
  prepare(next: FilmCatalogue, current: FilmCatalogue): Promise<void>;
}

/** A policy or the error of a failed fit, with the number of rentals. */
interface Fit {
  readonly rentals: number;
  readonly result: Policy | Error;
  /** The earliest time of the next fit, by performance.now(). */
  readonly restsUntil: number;
}

/** The fits for one catalogue, and those in progress. */
interface CatalogueFits {
  readonly fits: Map<BaselineName, Fit>;
  readonly fitting: Map<BaselineName, Promise<Fit>>;
  /** The log is read once for all baselines that are fitted in this thread. */
  log?: { readonly rentals: number; readonly log: Promise<RentalLog> };
}

export interface FittedBaselinesOptions {
  readonly graph: Graph;
  readonly seed: number;
  readonly logger: Logger;
  /** How often to check whether rentals were recorded, in milliseconds. */
  readonly ttlMs: number;
  /** Catalogues of at least this many films are fitted in a worker thread. @default 200 */
  readonly workerFilms?: number;
}

/** After a fit, the next one waits for this multiple of the fit's duration, however fast rentals arrive. */
const REST_FACTOR = 10;
/** Fitting fewer films takes milliseconds. */
const WORKER_FILMS = 200;
/** Fitting EASE to more films takes minutes. */
const SLOW_EASE_FILMS = 3_000;

/**
 * Fits a baseline on first use, and again when films or the number of rented films have changed, which is checked at
 * most every `ttlMs` milliseconds. The previous fit stays in use during a new fit. Unless there are few films, fitting
 * runs in a worker thread, which reads the rentals itself.
 */
export function createFittedBaselines(options: FittedBaselinesOptions): FittedBaselines {
  const { graph, seed, logger, ttlMs, workerFilms = WORKER_FILMS } = options;
  const catalogues = new WeakMap<FilmCatalogue, CatalogueFits>();
  const countCached = cacheFor(ttlMs, async () => ({ rentals: await countRentals(graph) }));

  const fitsOf = (catalogue: FilmCatalogue): CatalogueFits => {
    let own = catalogues.get(catalogue);
    if (!own) catalogues.set(catalogue, (own = { fits: new Map(), fitting: new Map() }));
    return own;
  };

  /** A failed read is not cached. */
  const readLog = (catalogue: FilmCatalogue, rentals: number): Promise<RentalLog> => {
    const own = fitsOf(catalogue);
    if (own.log?.rentals === rentals) return own.log.log;
    const log = loadRentalLog(graph, catalogue.films).catch((error: unknown) => {
      own.log = undefined;
      throw error;
    });
    own.log = { rentals, log };
    return log;
  };

  /** @param readOwn reads the rentals, if the baseline is fitted in this thread */
  const fitPolicy = async (
    name: BaselineName,
    { films }: FilmCatalogue,
    readOwn: () => Promise<RentalLog>,
    until?: number,
  ) => {
    if (!hasAddress(graph) || films.length < workerFilms) {
      return fitBaseline(name, await readOwn(), seed);
    }
    const task: FitTask = { name, films, seed, until };
    const model = await runGraphTask<FitTask, BaselineModel>(graph, [__dirname, 'fit-worker'], task);
    return createBaselinePolicy(model, films);
  };

  const fit = async (name: BaselineName, catalogue: FilmCatalogue, rentals: number): Promise<Fit> => {
    const startedAt = performance.now();
    const result = await fitPolicy(name, catalogue, () => readLog(catalogue, rentals)).catch((err: Error) => {
      if (mayPass(err)) throw err;
      logger.warn({ err, policy: name }, `Fitting a baseline to ${rentals} rented films failed`);
      return err;
    });
    const endedAt = performance.now();
    const restsUntil = endedAt + REST_FACTOR * (endedAt - startedAt);
    const { fits } = fitsOf(catalogue);
    const known = fits.get(name);
    const fitted =
      result instanceof Error && known ? { ...known, restsUntil } : { rentals, result, restsUntil };
    fits.set(name, fitted);
    return fitted;
  };

  const startFit = (name: BaselineName, catalogue: FilmCatalogue, rentals: number): Promise<Fit> => {
    const { fitting } = fitsOf(catalogue);
    const running = fitting.get(name) ?? fit(name, catalogue, rentals).finally(() => fitting.delete(name));
    fitting.set(name, running);
    return running;
  };

  const find = async (catalogue: FilmCatalogue, name: BaselineName): Promise<Fit> => {
    const { rentals } = await countCached();
    const { fits, fitting } = fitsOf(catalogue);
    const known = fits.get(name);
    if (!known) return startFit(name, catalogue, rentals);
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
  };

  const served = async (catalogue: FilmCatalogue, name: BaselineName): Promise<ServedPolicy> => {
    const { result, rentals } = await find(catalogue, name);
    if (result instanceof Error) throw result;
    return { policy: result, version: `rentals-${rentals}` };
  };

  return {
    served,
    servedSoon: async (catalogue, name) => {
      const isSlow = name === 'EASE' && catalogue.films.length > SLOW_EASE_FILMS;
      if (!isSlow || fitsOf(catalogue).fits.has(name)) return served(catalogue, name);
      find(catalogue, name).catch((err: unknown) =>
        logger.warn({ err, policy: name }, 'Fitting a baseline failed'),
      );
      return undefined;
    },
    fitUntil: async (catalogue, name, until) => {
      const baseline = BASELINES.find((known) => known === name);
      const readOwn = () => loadRentalLog(graph, catalogue.films, until);
      return baseline && fitPolicy(baseline, catalogue, readOwn, until);
    },
    prepare: async (next, current) => {
      for (const name of fitsOf(current).fits.keys()) await find(next, name);
    },
  };
}

/** Whether a failure was caused by the graph rather than by the rentals. */
const mayPass = (error: Error) => error instanceof AppError && error.retryAfter !== undefined;
