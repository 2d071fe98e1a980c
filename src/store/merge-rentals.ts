import type { StoreRental } from './rental-table';

/** All rentals of one film by one customer. Times are milliseconds since 1970. */
export interface MergedRental {
  customer: string;
  film: string;
  firstAt: number;
  lastAt: number;
  times: number;
  /** The latest rating. */
  rating?: number;
}

/**
 * Merges repeated rentals, so that a customer and a film have one relationship. Keeps the order of first appearance.
 */
export function mergeRentals(rentals: Iterable<StoreRental>): MergedRental[] {
  const merged = new Map<string, MergedRental>();
  const ratedAt = new Map<string, number>();
  for (const { customer, film, at, rating } of rentals) {
    const key = `${customer}\n${film}`;
    const known = merged.get(key);
    const own = known ?? { customer, film, firstAt: at, lastAt: at, times: 0, rating: undefined };
    if (!known) merged.set(key, own);
    own.firstAt = Math.min(own.firstAt, at);
    own.lastAt = Math.max(own.lastAt, at);
    own.times++;
    if (rating !== undefined && at >= (ratedAt.get(key) ?? -Infinity)) {
      own.rating = rating;
      ratedAt.set(key, at);
    }
  }
  return [...merged.values()];
}
