import type { Graph } from '../../graph/graph';
import { compareIds } from '../films/compare-ids';
import { inTimeOrder, type Rentals } from './histories';
import type { RentalLog } from './rental-log';

const CUSTOMERS = `
  MATCH (customer:Customer)
  OPTIONAL MATCH (customer)-[rented:RENTED]->(film:Film)
  RETURN customer.customerID AS id, collect(film.filmID) AS films, collect(rented.firstAt.epochMillis) AS times`;

/** Reads the rentals of all customers as numbers of the given films; other films are left out. */
export async function loadRentalLog(graph: Graph, films: readonly string[]): Promise<RentalLog> {
  const numbers = new Map(films.map((id, number) => [id, number]));
  const rows = await graph.read<{ id: string } & Rentals>(CUSTOMERS);
  rows.sort((a, b) => compareIds(a.id, b.id));
  return {
    films,
    customers: rows.map((row) => row.id),
    histories: rows.map((row) => inTimeOrder(row, numbers)),
  };
}
