import { createHash } from 'node:crypto';
import { AppError } from '../../app-error';
import type { FilmCatalogue, FilmEmbedding } from './film-catalogue';

/**
 * The films' node2vec embeddings.
 * @throws AppError EMBEDDINGS_MISSING
 */
export function requireNode2vec({ embeddings }: FilmCatalogue): FilmEmbedding {
  if (embeddings.NODE2VEC) return embeddings.NODE2VEC;
  throw new AppError(
    'EMBEDDINGS_MISSING',
    'The films have no node2vec embeddings. Run the mutation writeEmbeddings or the command reelgraph embed.',
  );
}

const spaces = new WeakMap<FilmCatalogue, string>();

/** Names the space of the node2vec embeddings: the same for the same vectors of the same films; '' without any. */
export function embeddingSpace(catalogue: FilmCatalogue): string {
  const known = spaces.get(catalogue);
  if (known !== undefined) return known;
  const nearest = catalogue.embeddings.NODE2VEC?.nearest;
  const hash = createHash('sha256');
  catalogue.films.forEach((id, film) => {
    if (nearest?.has(film)) hash.update(id).update(Float32Array.from(nearest.vector(film)));
  });
  const space = nearest ? hash.digest('hex') : '';
  spaces.set(catalogue, space);
  return space;
}
