import type { Graph } from '../../graph/graph';
import { rentalOrder, UNDATED } from './rental-order';
import { readRentals, type RentalRow } from './rental-repository';

/** A customer's rentals: film numbers, oldest first. */
export type History = Int32Array;

/**
 * Reads the current rentals of customers in one statement, in the order of their first rentals. Unknown customers are
 * missing from the result.
 */
export async function readHistories(
  graph: Graph,
  customers: readonly string[],
  numbers: ReadonlyMap<string, number>,
): Promise<Map<string, History>> {
  const rows = await readRentals(graph, customers);
  return new Map(rows.map(({ id, rentals }) => [id, inTimeOrder(id, rentals, numbers)]));
}

/** Sorts a customer's films by rental-order.ts. Leaves out films without a number and repeated films. */
export function inTimeOrder(
  customer: string,
  rentals: readonly RentalRow[],
  numbers: ReadonlyMap<string, number>,
): History {
  const known = rentals.map(([id, at]) => ({ film: numbers.get(id) ?? -1, at: at ?? UNDATED }));
  const sorted = known.filter(({ film }) => film >= 0).sort(rentalOrder(customer));
  return Int32Array.from(new Set(sorted.map(({ film }) => film)));
}
