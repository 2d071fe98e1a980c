import { AppError } from '../../app-error';
import type { SourceRecord } from '../values/source-record';

/** The required and optional columns of each table of the PostgreSQL sample database that are read. */
export const DVDRENTAL_COLUMNS = {
  actor: { needed: ['actor_id', 'first_name', 'last_name'], optional: [] },
  category: { needed: ['category_id', 'name'], optional: [] },
  customer: { needed: ['customer_id', 'first_name', 'last_name'], optional: [] },
  film: {
    needed: ['film_id', 'title'],
    optional: ['description', 'release_year', 'language_id', 'length', 'rating', 'rental_rate'],
  },
  film_actor: { needed: ['actor_id', 'film_id'], optional: [] },
  film_category: { needed: ['film_id', 'category_id'], optional: [] },
  inventory: { needed: ['inventory_id', 'film_id'], optional: [] },
  language: { needed: ['language_id', 'name'], optional: [] },
  rental: { needed: ['inventory_id', 'customer_id', 'rental_date'], optional: ['rental_id'] },
} as const satisfies Record<string, { needed: readonly string[]; optional: readonly string[] }>;

/** A table of the store. */
export type DvdrentalTable = keyof typeof DVDRENTAL_COLUMNS;

/** The tables of the store. */
export const DVDRENTAL_TABLES = Object.keys(DVDRENTAL_COLUMNS) as DvdrentalTable[];

/** The records of every table, and the columns in its source. */
export type DvdrentalTables = Readonly<Record<DvdrentalTable, SourceTable>>;

/** A table as it was read. */
export interface SourceTable {
  /** Names the table in errors, such as film.csv. */
  readonly source: string;
  readonly columns: readonly string[];
  readonly records: readonly SourceRecord[];
}

/** The tables that were read, with a description of their format for the summary of an import. */
export interface DvdrentalSource {
  readonly form: string;
  readonly tables: DvdrentalTables;
  /** Tables or files that were ignored. */
  readonly others: readonly string[];
}

/** Tables that every store has rows of. A store may lack, for example, actors. */
const FILLED = ['film', 'inventory', 'customer', 'rental'] as const;

/**
 * Reads every table with `read`, one after the other. @throws AppError BAD_USER_INPUT if a table lacks a needed column,
 * or has no rows although every store has some
 */
export async function readDvdrentalTables(
  read: (table: DvdrentalTable) => Promise<SourceTable>,
): Promise<DvdrentalTables> {
  const tables = {} as Record<DvdrentalTable, SourceTable>;
  for (const name of DVDRENTAL_TABLES) {
    const table = await read(name);
    const missing = DVDRENTAL_COLUMNS[name].needed.filter((column) => !table.columns.includes(column));
    if (missing.length > 0) {
      const message = `${table.source} lacks the columns ${missing.join(', ')}; found ${table.columns.join(', ')}.`;
      throw new AppError('BAD_USER_INPUT', message);
    }
    tables[name] = table;
  }
  const empty = FILLED.filter((table) => tables[table].records.length === 0);
  if (empty.length === 0) return tables;
  throw new AppError(
    'BAD_USER_INPUT',
    `These tables have no rows: ${empty.join(', ')}. Export them with their data and import again.`,
  );
}

/**
 * @param found the names of the tables in a source
 * @param source names the source in the error
 * @throws AppError BAD_USER_INPUT if tables are missing
 */
export function refuseMissingTables(found: Iterable<string>, source: string, advice: string): void {
  const names = new Set(found);
  const missing = DVDRENTAL_TABLES.filter((table) => !names.has(table));
  if (missing.length === 0) return;
  throw new AppError('BAD_USER_INPUT', `${source} has no data for ${missing.join(', ')}. ${advice}`);
}
