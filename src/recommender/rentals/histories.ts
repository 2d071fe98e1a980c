import type { Graph } from '../../graph/graph';
import { readRentals, type Rentals } from './rental-repository';

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
  return new Map(rows.map((row) => [row.id, inTimeOrder(row, numbers)]));
}

/** Sorts film numbers by (time, film number); films without a number are left out. */
export function inTimeOrder({ films, times }: Rentals, numbers: ReadonlyMap<string, number>): History {
  const rentals = films.map((id, index) => ({ film: numbers.get(id) ?? -1, time: times[index] }));
  return Int32Array.from(
    rentals
      .filter(({ film }) => film >= 0)
      .sort((a, b) => a.time - b.time || a.film - b.film)
      .map(({ film }) => film),
  );
}
