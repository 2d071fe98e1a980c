import type { SourceRecord } from '../source-record';

/** What is read of the DVD rental store: the columns of the PostgreSQL sample database that matter here. */
export const DVDRENTAL_COLUMNS = {
  actor: ['actor_id', 'first_name', 'last_name'],
  category: ['category_id', 'name'],
  customer: ['customer_id', 'first_name', 'last_name'],
  film: ['film_id', 'title', 'description', 'release_year', 'language_id', 'length', 'rating', 'rental_rate'],
  film_actor: ['actor_id', 'film_id'],
  film_category: ['film_id', 'category_id'],
  inventory: ['inventory_id', 'film_id'],
  language: ['language_id', 'name'],
  rental: ['inventory_id', 'customer_id', 'rental_date'],
} as const satisfies Record<string, readonly string[]>;

/** A table of the store. */
export type DvdrentalTable = keyof typeof DVDRENTAL_COLUMNS;

/** The tables of the store as they were read. */
export type DvdrentalTables = Readonly<Record<DvdrentalTable, readonly SourceRecord[]>>;

/** Reads every table by `read`, one after the other. */
export async function readDvdrentalTables(
  read: (table: DvdrentalTable, columns: readonly string[]) => Promise<SourceRecord[]>,
): Promise<DvdrentalTables> {
  const tables = {} as Record<DvdrentalTable, SourceRecord[]>;
  for (const [table, columns] of Object.entries(DVDRENTAL_COLUMNS)) {
    tables[table as DvdrentalTable] = await read(table as DvdrentalTable, columns);
  }
  return tables;
}
