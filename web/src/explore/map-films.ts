import type { FilmMapQuery } from '../api/operations.generated';

/** A film on the map, scaled so that the whole map fits into -1 to 1 both ways. */
export interface MappedFilm {
  id: string;
  title: string;
  year: number | null;
  category: string;
  x: number;
  y: number;
}

/** The map as it is drawn: few films that lie far out must not squeeze the others, so those stand at the rim. */
export function mapFilms(points: FilmMapQuery['filmMap']): MappedFilm[] {
  const [acrossX, acrossY] = [reach(points.map(({ x }) => x)), reach(points.map(({ y }) => y))];
  return points.map(({ x, y, film }) => ({
    id: film.filmId,
    title: film.title,
    year: film.releaseYear ?? null,
    category: film.categories[0]?.name ?? 'No category',
    x: within(x / acrossX),
    y: within(y / acrossY),
  }));
}

/** How far 99 of 100 values reach from 0. */
function reach(values: number[]): number {
  const sizes = values.map(Math.abs).sort((a, b) => a - b);
  return sizes[Math.floor(0.99 * (sizes.length - 1))] || 1;
}

const within = (value: number) => Math.max(-1, Math.min(1, value));
