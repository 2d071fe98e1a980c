import type { Graph, RunCypher } from '../graph/graph';
import type { Report } from '../progress';
import { advanceImport } from './import-log';
import { type MergedRental, mergeRentals } from './merge-rentals';
import type { RentalTable } from './rental-table';
import { countsAsRental } from './counts-as-rental';

/** Relationships in a transaction, unless a single customer has more. */
const BATCH = 10_000;

/** A relationship that exists is left alone: rentals that were recorded since its import are kept. */
const relate = (type: 'RENTED' | 'RATED') => `
  UNWIND $rows AS row
  MATCH (customer:Customer {customerID: row[0]})
  UNWIND row[1] AS rental
  MATCH (film:Film {filmID: rental[0]})
  MERGE (customer)-[relationship:${type}]->(film)
  ON CREATE SET relationship.firstAt = datetime({epochMillis: toInteger(rental[1])}),
    relationship.lastAt = datetime({epochMillis: toInteger(rental[2])}),
    relationship.times = toInteger(rental[3]), relationship.rating = rental[4]`;

const RENTED = relate('RENTED');
const RATED = relate('RATED');

/** The rows of one customer. */
type Row = readonly [
  customer: string,
  rentals: readonly (readonly [string, number, number, number, number | null])[],
];

/**
 * Writes RENTED, and RATED for ratings that do not count as rentals, customer by customer. Each transaction records how
 * far the import is, so that an import that was killed continues after the last committed batch.
 * @param from how many customers to skip, because their rentals are written
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
  let rows = 0;
  const flush = async () => {
    if (waiting === 0) return;
    await graph.transaction(async (run) => {
      await write(run, RENTED, rented);
      await write(run, RATED, rated);
      await advanceImport(run, content, customers);
    });
    [rented, rated, waiting] = [[], [], 0];
    report(rows, rentals.length, 'rentals');
  };
  for (const { customer, rentals: own } of rentals.byCustomer()) {
    customers++;
    rows += own.length;
    if (customers <= from) continue;
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
