import { filmNeighbors } from '../film-neighbors';
import type { FilmResolvers } from '../resolvers-types.generated';

/** Fields of Film that the graph does not hold. */
export const Film: Pick<FilmResolvers, 'neighbors'> = {
  neighbors: ({ filmId }, { first, embedding }, context) => filmNeighbors(filmId, first, embedding, context),
};
