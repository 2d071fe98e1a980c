import type { Graph } from '../../graph/graph';
import { compareIds } from '../films/compare-ids';
import type { RentalLog } from './rental-log';
import { firstRentals, type NumberedRental, numberRentals } from './rental-order';
import { readAllRentals } from './rental-repository';

/**
 * Reads the rentals of all customers as numbers of the given films. Leaves out rentals of other films.
 * @param until leaves out the rentals from this moment on, in milliseconds since 1970. Default: none
 */
export async function loadRentalLog(
  graph: Graph,
  films: readonly string[],
  until = Infinity,
): Promise<RentalLog> {
  const numbers = new Map(films.map((id, number) => [id, number]));
  const rows = await readAllRentals(graph);
  rows.sort((a, b) => compareIds(a.id, b.id));
  return toRentalLog(
    films,
    rows.map(({ id, rentals }) => ({
      customer: id,
      rentals: numberRentals(rentals, numbers).filter(({ at }) => at < until),
    })),
  );
}

/** A customer's rentals in any order. */
export interface CustomerRentals {
  readonly customer: string;
  readonly rentals: readonly NumberedRental[];
}

/** Creates the log of customers' first rentals of each film. */
export function toRentalLog(films: readonly string[], rows: readonly CustomerRentals[]): RentalLog {
  const ordered = rows.map(({ customer, rentals }) => firstRentals(customer, rentals));
  const isRated = ordered.some((rentals) => rentals.some(({ rating }) => !Number.isNaN(rating)));
  return {
    films,
    customers: rows.map(({ customer }) => customer),
    histories: ordered.map((rentals) => Int32Array.from(rentals, ({ film }) => film)),
    times: ordered.map((rentals) => Float64Array.from(rentals, ({ at }) => at)),
    ratings: isRated
      ? ordered.map((rentals) => Float32Array.from(rentals, ({ rating }) => rating))
      : undefined,
  };
}
