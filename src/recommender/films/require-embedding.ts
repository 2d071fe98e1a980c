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
