import type { Graph } from '../../graph/graph';
import { type AddressedGraph, hasAddress, runGraphTask } from '../../graph/graph-task';
import type { Logger } from '../../logger';
import { type FilmCatalogue, openFilmCatalogue, readFilmCatalogue } from './film-catalogue';
import type { FilmCatalogueData } from './film-catalogue-data';
import { createFilmFingerprint } from './film-fingerprint';

export interface FollowOptions {
  readonly graph: Graph;
  /** How often to check whether films or embeddings have changed, in milliseconds. */
  readonly ttlMs: number;
  readonly logger: Logger;
  /** Called with a new catalogue before it replaces the current one, to prepare policies that depend on it. */
  readonly prepare?: (next: FilmCatalogue, current: FilmCatalogue) => Promise<void>;
  /** With at least this many films, the current catalogue stays in use while a new one is read. @default 5,000 */
  readonly backgroundFilms?: number;
}

const BACKGROUND_FILMS = 5_000;

/**
 * Returns a function that returns the current film catalogue. The catalogue is kept in memory and read again after
 * films or embeddings have changed, which a fingerprint tells that is read at most every `ttlMs` milliseconds. If there
 * are few films, they are read while the caller waits. If there are many, a worker thread reads only the changed ones in
 * full, and the current catalogue is returned until the new one is ready.
 */
export function followFilmCatalogue(options: FollowOptions): () => Promise<FilmCatalogue> {
  const { graph, ttlMs, logger, prepare, backgroundFilms = BACKGROUND_FILMS } = options;
  let known: { fingerprint: string; catalogue: FilmCatalogue; data: FilmCatalogueData } | undefined;
  let checkedAt = -Infinity;
  let loading: Promise<FilmCatalogue> | undefined;
  const isLarge = (films: number) => films >= backgroundFilms;

  const readFingerprint = createFilmFingerprint(graph, ttlMs);

  const load = async (): Promise<FilmCatalogue> => {
    const { text: fingerprint, films } = await readFingerprint();
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

  /** Callers share one load. If it fails in the background, the failure is logged and the next check retries. */
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
