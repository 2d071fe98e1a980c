import type { Graph } from '../../graph/graph';
import { readFilmVersion } from '../../graph/film-version';
import { type AddressedGraph, hasAddress, runGraphTask } from '../../graph/graph-task';
import type { Logger } from '../../logger';
import { type FilmCatalogue, openFilmCatalogue, readFilmCatalogue } from './film-catalogue';
import type { FilmCatalogueData } from './film-catalogue-data';
import { readFilmHash } from './film-repository';

export interface FollowOptions {
  readonly graph: Graph;
  /** How often to check whether films or embeddings have changed, in milliseconds. */
  readonly ttlMs: number;
  readonly logger: Logger;
  /** Called with a new catalogue before it replaces the current one, to prepare the policies that depend on it. */
  readonly prepare?: (next: FilmCatalogue, current: FilmCatalogue) => Promise<void>;
  /** With at least this many films the current catalogue answers while a new one is read. @default 5,000 */
  readonly backgroundFilms?: number;
}

const BACKGROUND_FILMS = 5_000;
/** Checks after which films are hashed again. */
const HASH_EVERY = 2;

/**
 * Returns a function that returns the current film catalogue. It is kept in memory and read again after films or
 * embeddings have changed. Every `ttlMs` milliseconds at most, the version that reelgraph's own writers move and the
 * number of films are checked. A hash of all films shows changes of other programs; it is read half as often. Few films
 * are read while the caller waits. Many are read in a worker thread, of which only those in full that have changed, and
 * the current catalogue is returned until the new one is prepared.
 */
export function followFilmCatalogue(options: FollowOptions): () => Promise<FilmCatalogue> {
  const { graph, ttlMs, logger, prepare, backgroundFilms = BACKGROUND_FILMS } = options;
  let known: { fingerprint: string; catalogue: FilmCatalogue; data: FilmCatalogueData } | undefined;
  let checkedAt = -Infinity;
  let loading: Promise<FilmCatalogue> | undefined;
  const isLarge = (films: number) => films >= backgroundFilms;

  let hashed = { version: '', hash: '', at: -Infinity };
  const readFingerprint = async () => {
    const { number, films } = await readFilmVersion(graph);
    const version = `${number} ${films}`;
    if (version !== hashed.version || performance.now() - hashed.at >= HASH_EVERY * ttlMs) {
      hashed = { version, hash: await readFilmHash(graph), at: performance.now() };
    }
    return { fingerprint: `${version} ${hashed.hash}`, films };
  };

  const load = async (): Promise<FilmCatalogue> => {
    const { fingerprint, films } = await readFingerprint();
    if (known?.fingerprint !== fingerprint) {
      const inThread = isLarge(films) && hasAddress(graph);
      const data = inThread ? await readInThread(graph, known?.data) : await readFilmCatalogue(graph);
      const catalogue = await openFilmCatalogue(data);
      if (known && isLarge(films)) await prepare?.(catalogue, known.catalogue);
      known = { fingerprint, catalogue, data };
    }
    checkedAt = performance.now();
    return known.catalogue;
  };

  /** Callers share one load. In the background its failure is logged, and the next check tries again. */
  const startLoading = (current: FilmCatalogue | undefined): Promise<FilmCatalogue> => {
    const started = load().finally(() => (loading = undefined));
    if (!current) return started;
    return started.catch((err: unknown) => {
      logger.warn({ err }, 'Reading changed films failed; keeping the current ones');
      checkedAt = performance.now();
      return current;
    });
  };

  return async () => {
    if (known && performance.now() - checkedAt < ttlMs) return known.catalogue;
    const current = known && isLarge(known.catalogue.films.length) ? known.catalogue : undefined;
    loading ??= startLoading(current);
    return current ?? loading;
  };
}

const readInThread = (graph: AddressedGraph, earlier?: FilmCatalogueData): Promise<FilmCatalogueData> =>
  runGraphTask(graph, [__dirname, 'catalogue-worker'], earlier ?? null);
