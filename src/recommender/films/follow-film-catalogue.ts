import type { Graph } from '../../graph/graph';
import { cacheFor } from '../../ttl-cache';
import { type FilmCatalogue, loadFilmCatalogue } from './film-catalogue';
import { readFilmFingerprint } from './film-repository';

/**
 * Returns a function that returns the current film catalogue. It is kept in memory and read again after films or
 * embeddings have changed, which is checked at most every `ttlMs` milliseconds.
 */
export function followFilmCatalogue(graph: Graph, ttlMs: number): () => Promise<FilmCatalogue> {
  let known: { fingerprint: string; catalogue: FilmCatalogue } | undefined;
  return cacheFor(ttlMs, async () => {
    const fingerprint = await readFilmFingerprint(graph);
    if (known?.fingerprint !== fingerprint) {
      known = { fingerprint, catalogue: await loadFilmCatalogue(graph) };
    }
    return known.catalogue;
  });
}
