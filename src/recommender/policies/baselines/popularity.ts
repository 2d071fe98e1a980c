import type { Policy } from '../policy';
import { countRentals } from '../../rentals/count-rentals';
import type { RentalLog } from '../../rentals/rental-log';

/** Recommends the films that most customers rented, the same for every customer. */
export const fitPopularity = (log: RentalLog): Policy => createPopularityPolicy(countRentals(log));

/** Returns the policy that scores films by the number of customers who rented them, [films]. */
export const createPopularityPolicy = (counts: Float32Array): Policy => ({
  name: 'POPULARITY',
  score: (histories) => histories.map(() => counts),
});

/** The share of rentals, newest first, that count as recent. */
const RECENT = 0.1;

/**
 * Popularity among the newest tenth of all rentals, with older rentals as tie-breakers. Without times, the newest
 * tenth of each history.
 */
export function fitRecentPopularity(log: RentalLog): Policy {
  const counts = countRentals(log).map((count) => count * 1e-6);
  const sorted = log.times && Float64Array.from(log.times.flatMap((own) => [...own])).sort();
  const since = sorted?.[Math.floor((1 - RECENT) * sorted.length)] ?? 0;
  log.histories.forEach((history, customer) => {
    const times = log.times?.[customer];
    history.forEach((film, index) => {
      const isRecent = times ? times[index] >= since : index >= Math.floor((1 - RECENT) * history.length);
      if (isRecent) counts[film]++;
    });
  });
  return { name: 'POPULARITY', score: (histories) => histories.map(() => counts) };
}
