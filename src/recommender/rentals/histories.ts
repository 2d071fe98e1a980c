import type { Graph } from '../../graph/graph';
import { rentalOrder, UNDATED } from './rental-order';
import { readRentals, type RentalRow } from './rental-repository';

/** A customer's rentals: film numbers, oldest first. */
export type History = Int32Array;

/**
 * Reads the current rentals of customers in one statement, in the order of their first rentals.
 * An unknown customer has no entry.
 */
export async function readHistories(
  graph: Graph,
  customers: readonly string[],
  numbers: ReadonlyMap<string, number>,
): Promise<Map<string, History>> {
  const rows = await readRentals(graph, customers);
  return new Map(rows.map(({ id, rentals }) => [id, inTimeOrder(id, rentals, numbers)]));
}

/** Puts a customer's films in the order of rental-order.ts; films without a number are left out, and a film counts once. */
export function inTimeOrder(
  customer: string,
  rentals: readonly RentalRow[],
  numbers: ReadonlyMap<string, number>,
): History {
  const known = rentals.map(([id, at]) => ({ film: numbers.get(id) ?? -1, at: at ?? UNDATED }));
  const sorted = known.filter(({ film }) => film >= 0).sort(rentalOrder(customer));
  return Int32Array.from(new Set(sorted.map(({ film }) => film)));
}
