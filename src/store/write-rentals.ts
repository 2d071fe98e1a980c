import type { Graph, RunCypher } from '../graph/graph';
import type { Report } from '../progress';
import { advanceImport } from './import-log';
import { type MergedRental, mergeRentals } from './merge-rentals';
import type { RentalTable } from './rental-table';
import { countsAsRental } from './counts-as-rental';

/** Relationships in a transaction, unless a single customer has more. */
const BATCH = 5_000;

/**
 * Creates the relationships that a customer does not have yet. Existing ones keep the rentals that were recorded since
 * the import. MERGE would scan all relationships of the customer or the film for each new one.
 */
const relate = (type: 'RENTED' | 'RATED') => `
  UNWIND $rows AS row
  MATCH (customer:Customer {customerID: row[0]})
  WITH customer, row[1] AS rentals,
    COLLECT { MATCH (customer)-[:${type}]->(film:Film) RETURN film.filmID } AS known
  UNWIND rentals AS rental
  WITH customer, rental, known WHERE NOT rental[0] IN known
  MATCH (film:Film {filmID: rental[0]})
  CREATE (customer)-[:${type} {
    firstAt: datetime({epochMillis: toInteger(rental[1])}), lastAt: datetime({epochMillis: toInteger(rental[2])}),
    times: toInteger(rental[3]), rating: rental[4]
  }]->(film)`;

const RENTED = relate('RENTED');
const RATED = relate('RATED');

/** The rows of one customer. */
type Row = readonly [
  customer: string,
  rentals: readonly (readonly [string, number, number, number, number | null])[],
];

/**
 * Writes RENTED, and RATED for ratings that do not count as rentals, customer by customer. Each transaction records the
 * progress of the import, so that an interrupted import continues after the last committed batch.
 * @param from the number of customers to skip, because their rentals are already written
 */
export async function writeRentals(
  graph: Graph,
  rentals: RentalTable,
  { content, minRating, from }: { content: string; minRating: number | null; from: number },
  report: Report,
): Promise<void> {
  let rented: Row[] = [];
  let rated: Row[] = [];
  let waiting = 0;
  let customers = 0;
  let written = from;
  let rows = 0;
  const flush = async () => {
    if (waiting === 0) return;
    await graph.transaction(async (run) => {
      if (!(await advanceImport(run, content, { from: written, to: customers }))) return;
      await write(run, RENTED, rented);
      await write(run, RATED, rated);
    });
    written = customers;
    [rented, rated, waiting] = [[], [], 0];
    report(rows, rentals.length, 'rentals');
  };
  for (const { customer, rentals: own } of rentals.byCustomer()) {
    customers++;
    rows += own.length;
    if (customers <= from) {
      if (customers === from) report(rows, rentals.length, 'rentals');
      continue;
    }
    const counted = own.filter((rental) => countsAsRental(rental, minRating));
    if (counted.length > 0) rented.push([customer, mergeRentals(counted).map(toValues)]);
    if (counted.length < own.length) {
      const others = own.filter((rental) => !countsAsRental(rental, minRating));
      rated.push([customer, mergeRentals(others).map(toValues)]);
    }
    waiting += own.length;
    if (waiting >= BATCH) await flush();
  }
  await flush();
}

const write = async (run: RunCypher, cypher: string, rows: readonly Row[]) => {
  if (rows.length > 0) await run(cypher, { rows });
};

const toValues = ({ film, firstAt, lastAt, times, rating }: MergedRental) =>
  [film, firstAt, lastAt, times, rating ?? null] as const;
