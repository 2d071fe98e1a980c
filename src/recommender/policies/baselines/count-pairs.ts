import { AppError } from '../../../app-error';
import type { RentalLog } from '../../rentals/rental-log';
import { countRentals } from './popularity';

/** How many customers rented each two films. */
export interface FilmPairs {
  /** Numbers of the films that anybody rented, ascending, [rented]. */
  readonly films: Int32Array;
  /** [rented, rented]; the diagonal says how many customers rented a film. */
  readonly counts: Float64Array;
}

/** Beyond it a matrix of pairs no longer fits beside the service. */
const MAX_FILMS = 6_000;

/** Counts pairs of films. @throws AppError BAD_USER_INPUT where too many films were rented for a matrix of pairs */
export function countPairs(log: RentalLog): FilmPairs {
  const rentals = countRentals(log);
  const films = Int32Array.from(log.films.keys()).filter((film) => rentals[film] > 0);
  if (films.length > MAX_FILMS) {
    const message = `EASE and ITEM_KNN compare every film with every other and take ${MAX_FILMS} films at the most; ${films.length} were rented. Ask for another policy.`;
    throw new AppError('BAD_USER_INPUT', message);
  }
  const rowOf = new Int32Array(log.films.length);
  films.forEach((film, row) => (rowOf[film] = row));
  const counts = new Float64Array(films.length ** 2);
  for (const history of log.histories) {
    const rows = Int32Array.from(new Set(history), (film) => rowOf[film]);
    for (const row of rows) for (const column of rows) counts[row * films.length + column]++;
  }
  return { films, counts };
}
