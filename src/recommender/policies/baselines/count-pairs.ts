import { AppError } from '../../../app-error';
import type { RentalLog } from '../../rentals/rental-log';
import { countRentals } from '../../rentals/count-rentals';

/** How many customers rented each two films. */
export interface FilmPairs {
  /** Numbers of the films that were rented at least once, ascending, [rented]. */
  readonly films: Int32Array;
  /** [rented, rented]; the diagonal holds how many customers rented each film. */
  readonly counts: Float64Array;
}

/** The most films of a dense matrix of pairs: more do not fit into memory beside the server. */
export const MAX_DENSE_FILMS = 6_000;

/** Counts pairs of films. @throws AppError BAD_USER_INPUT if too many films were rented for a matrix of pairs */
export function countPairs(log: RentalLog): FilmPairs {
  const films = rentedFilms(log);
  if (films.length > MAX_DENSE_FILMS) {
    const message = `EASE compares every film with every other film: expected at most ${MAX_DENSE_FILMS} rented films, got ${films.length}. Use ITEM_KNN, POPULARITY or DQN.`;
    throw new AppError('BAD_USER_INPUT', message);
  }
  const rowOf = new Int32Array(log.films.length);
  films.forEach((film, row) => (rowOf[film] = row));
  const counts = new Float64Array(films.length ** 2);
  for (const history of log.histories) {
    const rows = history.map((film) => rowOf[film]);
    for (const row of rows) for (const column of rows) counts[row * films.length + column]++;
  }
  return { films, counts };
}

/** Numbers of the films that were rented at least once, ascending. */
export function rentedFilms(log: Pick<RentalLog, 'films' | 'histories'>): Int32Array {
  const rentals = countRentals(log);
  return Int32Array.from(log.films.keys()).filter((film) => rentals[film] > 0);
}
