import { AppError } from '../../app-error';
import type { EmbeddingName } from '../../embeddings/embedding';
import { requireInteger } from '../../require-number';
import { type FilmCatalogue, requireFilm } from './film-catalogue';

/** A film near another one, by id. */
export interface FilmNeighbor {
  readonly film: string;
  /** Cosine, between -1 and 1. */
  readonly score: number;
}

/**
 * Finds the films nearest to a film by cosine, nearest first, without the film itself.
 * @throws AppError BAD_USER_INPUT, NOT_FOUND, EMBEDDINGS_MISSING
 */
export function findNeighbors(
  catalogue: FilmCatalogue,
  film: string,
  first: number,
  embedding: EmbeddingName,
): FilmNeighbor[] {
  requireInteger('first', first);
  const number = requireFilm(catalogue, film);
  const nearest = catalogue.embeddings[embedding]?.nearest;
  if (!nearest?.has(number)) {
    throw new AppError(
      'EMBEDDINGS_MISSING',
      `The film ${JSON.stringify(film)} has no ${embedding} embedding. Run the mutation writeEmbeddings or the command reelgraph embed.`,
    );
  }
  const others = new Uint8Array(catalogue.films.length).fill(1);
  others[number] = 0;
  return nearest
    .find(nearest.vector(number), first, others)
    .map((neighbor) => ({ film: catalogue.films[neighbor.film], score: neighbor.score }));
}
