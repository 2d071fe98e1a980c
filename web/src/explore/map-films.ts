import type { FilmMapQuery } from '../api/operations.generated';

/** A film with coordinates scaled to the range -1 to 1. */
export interface MappedFilm {
  id: string;
  title: string;
  year: number | null;
  category: string;
  x: number;
  y: number;
}

/** Scales the coordinates to -1 to 1. Outliers beyond the 99th percentile are clamped to the border. */
export function mapFilms(points: FilmMapQuery['filmMap']): MappedFilm[] {
  const [scaleX, scaleY] = [percentile99(points.map(({ x }) => x)), percentile99(points.map(({ y }) => y))];
  return points.map(({ x, y, film }) => ({
    id: film.filmId,
    title: film.title,
    year: film.releaseYear ?? null,
    category: film.categories[0]?.name ?? 'No category',
    x: clamp(x / scaleX),
    y: clamp(y / scaleY),
  }));
}

/** The 99th percentile of the absolute values. */
function percentile99(values: number[]): number {
  const sizes = values.map(Math.abs).sort((a, b) => a - b);
  return sizes[Math.floor(0.99 * (sizes.length - 1))] || 1;
}

const clamp = (value: number) => Math.max(-1, Math.min(1, value));
