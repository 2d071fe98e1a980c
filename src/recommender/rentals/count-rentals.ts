import type { RentalLog } from './rental-log';

/** Counts how many customers rented each film, [films]. */
export function countRentals({ films, histories }: Pick<RentalLog, 'films' | 'histories'>): Float32Array {
  const counts = new Float32Array(films.length);
  for (const history of histories) for (const film of history) counts[film]++;
  return counts;
}
