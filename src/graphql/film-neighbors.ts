import { AppError } from '../app-error';
import type { EmbeddingName } from '../embeddings/embedding';
import type { Context } from './context';
import { requireFirst } from './require-first';

/** A FilmNeighbor before its film is filled in. */
export interface FilmNeighborSource {
  filmId: string;
  score: number;
}

/**
 * The films nearest to one film by cosine, the film itself left out.
 * @throws AppError BAD_USER_INPUT, NOT_FOUND or EMBEDDINGS_MISSING
 */
export async function filmNeighbors(
  film: string,
  first: number,
  name: EmbeddingName,
  context: Context,
): Promise<FilmNeighborSource[]> {
  requireFirst(first);
  const { films, numbers, embeddings } = await context.catalogue();
  const number = numbers.get(film);
  if (number === undefined) {
    throw new AppError(
      'NOT_FOUND',
      `No film has the id ${JSON.stringify(film)}. Query films { filmId } for the ids.`,
    );
  }
  const nearest = embeddings[name]?.nearest;
  if (!nearest?.has(number)) {
    throw new AppError(
      'EMBEDDINGS_MISSING',
      `The film has no ${name} embedding. Run the mutation writeEmbeddings or the command reelgraph embed.`,
    );
  }
  const others = new Uint8Array(films.length).fill(1);
  others[number] = 0;
  return nearest
    .find(nearest.vector(number), first, others)
    .map((neighbor) => ({ filmId: films[neighbor.film], score: neighbor.score }));
}
