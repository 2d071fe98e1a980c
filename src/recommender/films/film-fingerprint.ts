import { readFilmVersion } from '../../graph/film-version';
import type { Graph } from '../../graph/graph';
import { readEmbeddingHash, readFilmHash } from './film-repository';

/** What tells whether films have changed. */
export interface FilmFingerprint {
  readonly text: string;
  /** All films, including those that are left out. */
  readonly films: number;
}

/** Number of version checks between two hashes of all films. */
const HASH_EVERY = 2;
/** The embeddings of so many films are compared with every hash of all films, in turn. */
const FILMS_AT_A_TIME = 2_000;

/**
 * Returns a function that reads a fingerprint of all films. It reads their number and the version that reelgraph
 * increases with its writes; half as often a hash of ids and titles, and with it a hash of the embeddings of the next
 * 2,000 films. An embedding that another program replaces therefore shows after 2 · `ttlMs` milliseconds for every 2,000
 * films at most.
 */
export function createFilmFingerprint(graph: Graph, ttlMs: number): () => Promise<FilmFingerprint> {
  let hashed = { version: '', hash: '', at: -Infinity };
  let embeddings: string[] = [];
  let next = 0;

  const hashEmbeddings = (part: number) => readEmbeddingHash(graph, part * FILMS_AT_A_TIME, FILMS_AT_A_TIME);

  /** Other films in the order of ids move to other parts, so all parts are read again. */
  const hashAllEmbeddings = async (films: number) => {
    const parts: string[] = [];
    while (parts.length * FILMS_AT_A_TIME < films) parts.push(await hashEmbeddings(parts.length));
    return parts;
  };

  return async () => {
    const { number, films } = await readFilmVersion(graph);
    const version = `${number} ${films}`;
    if (version !== hashed.version || performance.now() - hashed.at >= HASH_EVERY * ttlMs) {
      const hash = await readFilmHash(graph);
      if (version !== hashed.version || hash !== hashed.hash) embeddings = await hashAllEmbeddings(films);
      else if (embeddings.length > 0) {
        next = (next + 1) % embeddings.length;
        embeddings[next] = await hashEmbeddings(next);
      }
      hashed = { version, hash, at: performance.now() };
    }
    return { text: [version, hashed.hash, ...embeddings].join(' '), films };
  };
}
