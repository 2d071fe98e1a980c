import { hydrate } from '../hydrate';
import type { FilmPointResolvers } from '../resolvers-types.generated';

/** A FilmPoint before its film is filled in. */
export interface FilmPointSource {
  filmId: string;
  x: number;
  y: number;
}

/** FilmPoint.film */
export const FilmPoint: FilmPointResolvers = {
  film: ({ filmId }, _arguments, context, info) => hydrate('filmId', filmId, context, info),
};
