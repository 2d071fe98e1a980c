import { createHash } from 'node:crypto';
import { AppError } from '../../app-error';
import type { EmbeddingName } from '../../embeddings/embedding';
import type { FilmCatalogue, FilmEmbedding } from './film-catalogue';

/**
 * Returns an embedding of the films.
 * @throws AppError EMBEDDINGS_MISSING if no film has it
 */
export function requireEmbedding({ embeddings }: FilmCatalogue, name: EmbeddingName): FilmEmbedding {
  const embedding = embeddings[name];
  if (embedding) return embedding;
  throw new AppError(
    'EMBEDDINGS_MISSING',
    `No film has a ${name} embedding. Run the mutation writeEmbeddings or the command reelgraph embed.`,
  );
}

const spaces = new WeakMap<FilmCatalogue, string>();

/** Returns a hash of the node2vec embeddings: equal for equal vectors of the same films; '' without embeddings. */
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
