import type { RentalRow } from './rental-repository';

/** The assumed time of rentals without a time, in milliseconds since 1970. They come before all others. */
export const UNDATED = 0;

/** A customer's rental of a film. */
export interface NumberedRental {
  /** The film number; below 0 for an unknown film. */
  readonly film: number;
  /** Milliseconds since 1970, or UNDATED. */
  readonly at: number;
  /** In the units of the data; NaN if the customer did not rate the film. */
  readonly rating: number;
}

/** Replaces the film ids of rentals by numbers. */
export const numberRentals = (
  rentals: readonly RentalRow[],
  numbers: ReadonlyMap<string, number>,
): NumberedRental[] =>
  rentals.map(([film, at, rating]) => ({
    film: numbers.get(film) ?? -1,
    at: at ?? UNDATED,
    rating: rating ?? NaN,
  }));

/** Sorts a customer's rentals by `rentalOrder`. Leaves out unknown films, and all but the first rental of a film. */
export function firstRentals(customer: string, rentals: readonly NumberedRental[]): NumberedRental[] {
  const sorted = rentals.filter(({ film }) => film >= 0).sort(rentalOrder(customer));
  const seen = new Set<number>();
  return sorted.filter(({ film }) => !seen.has(film) && seen.add(film));
}

/** The film and the time of a rental, which decide its place. */
type PlacedRental = Pick<NumberedRental, 'film' | 'at'>;

/**
 * Returns a function that compares two rentals of a customer by time, then by film number. Rentals without a time have
 * an order that differs between customers: if all customers shared an order, policies would learn it, and evaluations
 * would mistake it for taste.
 * @param customer the id
 */
export function rentalOrder(customer: string): (a: PlacedRental, b: PlacedRental) => number {
  let seed = FNV_OFFSET;
  for (let i = 0; i < customer.length; i++) seed = Math.imul(seed ^ customer.charCodeAt(i), FNV_PRIME);
  return (a, b) => {
    if (a.at !== b.at) return a.at - b.at;
    const byPlace = a.at === UNDATED ? mix(seed ^ a.film) - mix(seed ^ b.film) : 0;
    return byPlace || a.film - b.film;
  };
}

/** FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv/ */
const [FNV_OFFSET, FNV_PRIME] = [0x811c9dc5, 0x01000193];

/** The finalizer of MurmurHash3, which spreads a number over 32 bits. */
function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
