import { type PlacedRental, rentalOrder, UNDATED } from './rental-order';
import type { RentalRow } from './rental-repository';

/** A customer's rental of a film. */
export interface NumberedRental extends PlacedRental {
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

/** Sorts a customer's rentals by rental-order.ts. Leaves out unknown films, and all but the first rental of a film. */
export function firstRentals(customer: string, rentals: readonly NumberedRental[]): NumberedRental[] {
  const sorted = rentals.filter(({ film }) => film >= 0).sort(rentalOrder(customer));
  const seen = new Set<number>();
  return sorted.filter(({ film }) => !seen.has(film) && seen.add(film));
}
