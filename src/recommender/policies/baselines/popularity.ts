import type { Policy } from '../../policy';
import type { RentalLog } from '../../rentals/rental-log';

/** Counts how many customers rented each film, [films]. */
export function countRentals({ films, histories }: RentalLog): Float32Array {
  const counts = new Float32Array(films.length);
  for (const history of histories) for (const film of history) counts[film]++;
  return counts;
}

/** The films that most customers rented, whoever asks. */
export function fitPopularity(log: RentalLog): Policy {
  const counts = countRentals(log);
  return { name: 'POPULARITY', score: (histories) => histories.map(() => counts) };
}
