import { AppError } from '../../../app-error';
import { requireMemory } from '../../../available-memory';
import type { RentalLog } from '../../rentals/rental-log';
import { countRentals } from '../../rentals/count-rentals';

/** The number of customers who rented both films of each pair. */
export interface FilmPairs {
  /** Numbers of the films that were rented at least once, ascending, [rented]. */
  readonly films: Int32Array;
  /** [rented, rented]; the diagonal contains the number of customers who rented each film. */
  readonly counts: Float64Array;
}

/** Max number of films in a dense matrix of pairs. The time to invert it grows with the cube of this number. */
export const MAX_DENSE_FILMS = 20_000;

/**
 * Bytes per pair of films: counts in double precision, the lower triangle of the kernel, and weights in single
 * precision.
 */
const PAIR_BYTES = 8 + 8 / 2 + 4;

/** The approximate memory to fit a dense model of films, in bytes. */
export const denseMemory = (films: number): number => PAIR_BYTES * films ** 2;

/**
 * Checks that a dense model of films fits into memory. @throws AppError BAD_USER_INPUT if there are too many films or
 * too little memory
 */
export function requireDense(model: string, films: number): void {
  const remedy = 'Use ITEM_KNN, POPULARITY or DQN, or a machine with more memory.';
  if (films > MAX_DENSE_FILMS) {
    const message = `${model} compares every film with every other film: expected at most ${MAX_DENSE_FILMS} rented films, got ${films}. ${remedy}`;
    throw new AppError('BAD_USER_INPUT', message);
  }
  requireMemory({ work: `Fitting ${model} to ${films} rented films`, bytes: denseMemory(films), remedy });
}

/** Counts pairs of films. @throws AppError BAD_USER_INPUT if the matrix of pairs does not fit into memory */
export function countPairs(log: RentalLog): FilmPairs {
  const films = rentedFilms(log);
  requireDense('EASE', films.length);
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
