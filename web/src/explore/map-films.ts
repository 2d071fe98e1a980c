import type { FilmMapQuery } from '../api/operations.generated';

/** A film with coordinates scaled so that 99 % of the films are between -1 and 1. */
export interface MappedFilm {
  id: string;
  title: string;
  year: number | null;
  category: string;
  x: number;
  y: number;
}

/** Scales the coordinates to -1 to 1. One percent of the films may lie outside, so that they do not squeeze the rest. */
export function mapFilms(points: FilmMapQuery['filmMap']): MappedFilm[] {
  const [scaleX, scaleY] = [percentile99(points.map(({ x }) => x)), percentile99(points.map(({ y }) => y))];
  return points.map(({ x, y, film }) => ({
    id: film.filmId,
    title: film.title,
    year: film.releaseYear ?? null,
    category: film.categories[0]?.name ?? 'No category',
    x: x / scaleX,
    y: y / scaleY,
  }));
}

/** Number of films outside of the initial view. */
export const countOutside = (films: readonly MappedFilm[]): number =>
  films.filter(({ x, y }) => Math.max(Math.abs(x), Math.abs(y)) > 1).length;

/** The 99th percentile of the absolute values. */
function percentile99(values: number[]): number {
  const sizes = values.map(Math.abs).sort((a, b) => a - b);
  return sizes[Math.floor(0.99 * (sizes.length - 1))] || 1;
}
