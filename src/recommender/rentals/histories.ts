import type { Graph } from '../../graph/graph';
import { readRentals, type RentalRow, UNDATED } from './rental-repository';

/** A customer's rentals: film numbers, oldest first. */
export type History = Int32Array;

/**
 * Reads the current rentals of customers in one statement, in order of (first rental, film number).
 * An unknown customer has no entry.
 */
export async function readHistories(
  graph: Graph,
  customers: readonly string[],
  numbers: ReadonlyMap<string, number>,
): Promise<Map<string, History>> {
  const rows = await readRentals(graph, customers);
  return new Map(rows.map(({ id, rentals }) => [id, inTimeOrder(rentals, numbers)]));
}

/**
 * Sorts film numbers by (time, film number); films without a number are left out, and a film counts once. Rentals
 * without a time are the oldest.
 */
export function inTimeOrder(rentals: readonly RentalRow[], numbers: ReadonlyMap<string, number>): History {
  const known = rentals.map(([id, at]) => ({ film: numbers.get(id) ?? -1, at: at ?? UNDATED }));
  const sorted = known.filter(({ film }) => film >= 0).sort((a, b) => a.at - b.at || a.film - b.film);
  return Int32Array.from(new Set(sorted.map(({ film }) => film)));
}
