import type { StoreRental } from './store';

/** All rentals of one film by one customer. Times are milliseconds since 1970. */
export interface MergedRental {
  customer: string;
  film: string;
  firstAt: number;
  lastAt: number;
  times: number;
}

/** Merges repeated rentals, so that a customer and a film have one relationship. */
export function mergeRentals(rentals: readonly StoreRental[]): MergedRental[] {
  const merged = new Map<string, MergedRental>();
  for (const { customer, film, at } of rentals) {
    const key = `${customer}\n${film}`;
    const known = merged.get(key);
    if (!known) {
      merged.set(key, { customer, film, firstAt: at, lastAt: at, times: 1 });
    } else {
      known.firstAt = Math.min(known.firstAt, at);
      known.lastAt = Math.max(known.lastAt, at);
      known.times++;
    }
  }
  return [...merged.values()];
}
