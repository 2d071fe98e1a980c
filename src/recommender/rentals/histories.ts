import type { Graph } from '../../graph/graph';

const HISTORIES = `
  UNWIND $customers AS id
  MATCH (customer:Customer {customerID: id})
  OPTIONAL MATCH (customer)-[rented:RENTED]->(film:Film)
  RETURN id, collect(film.filmID) AS films, collect(rented.firstAt.epochMillis) AS times`;

/** A customer's rentals: film numbers, the oldest first. */
export type History = Int32Array;

/**
 * Reads, in one statement, what customers rented up to this moment, in order of (first rental, film number).
 * A customer who is not in the graph is not in the answer.
 */
export async function readHistories(
  graph: Graph,
  customers: readonly string[],
  numbers: ReadonlyMap<string, number>,
): Promise<Map<string, History>> {
  const rows = await graph.read<{ id: string } & Rentals>(HISTORIES, { customers });
  return new Map(rows.map((row) => [row.id, inTimeOrder(row, numbers)]));
}

/** Film ids and the times of their first rental, side by side. */
export interface Rentals {
  films: readonly string[];
  times: readonly number[] /* milliseconds since 1970 */;
}

/** Film numbers in order of (time, film number); films without a number are left out. */
export function inTimeOrder({ films, times }: Rentals, numbers: ReadonlyMap<string, number>): History {
  const rentals = films.map((id, index) => ({ film: numbers.get(id) ?? -1, at: times[index] }));
  return Int32Array.from(
    rentals
      .filter(({ film }) => film >= 0)
      .sort((a, b) => a.at - b.at || a.film - b.film)
      .map(({ film }) => film),
  );
}
