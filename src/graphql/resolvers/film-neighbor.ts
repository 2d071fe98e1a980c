import { hydrate } from '../hydrate';
import type { FilmNeighborResolvers } from '../resolvers-types.generated';

/** FilmNeighbor.film */
export const FilmNeighbor: FilmNeighborResolvers = {
  film: ({ filmId }, _arguments, context, info) => hydrate('filmId', filmId, context, info),
};
