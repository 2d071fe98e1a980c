import { createHash } from 'node:crypto';
import type { PackedFilms } from './pack-films';

/** Returns a hash of the films' ids and node2vec embeddings; '' without embeddings. */
export function hashSpace(films: readonly string[], node2vec: PackedFilms | undefined): string {
  if (!node2vec) return '';
  const { vectors, dimension, weights } = node2vec;
  const hash = createHash('sha256');
  films.forEach((id, film) => {
    if (weights[film] === 0) return;
    hash.update(id).update(vectors.slice(film * dimension, (film + 1) * dimension));
  });
  return hash.digest('hex');
}
