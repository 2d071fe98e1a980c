import type { Graph } from '../../graph/graph';
import { firstRentals, numberRentals } from './rental-order';
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

/** Returns a customer's history. Leaves out films without a number. */
export const inTimeOrder = (
  customer: string,
  rentals: readonly RentalRow[],
  numbers: ReadonlyMap<string, number>,
): History => Int32Array.from(firstRentals(customer, numberRentals(rentals, numbers)), ({ film }) => film);
