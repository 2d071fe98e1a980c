import { Client } from 'pg';
import { AppError } from '../../app-error';
import { DVDRENTAL_TABLES, type DvdrentalSource, readDvdrentalTables } from './dvdrental-tables';

const CONNECT_TIMEOUT_MS = 10_000;

const COLUMNS = `
  SELECT attname AS name FROM pg_attribute
  WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum`;

/**
 * Reads the tables of a running PostgreSQL in one read-only transaction, so that they are consistent.
 * @param url postgres://user:password@host:port/database
 * @throws AppError BAD_USER_INPUT if the database does not respond or a table is missing
 */
export async function readPostgres(url: string): Promise<DvdrentalSource> {
  try {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
    await client.connect();
    try {
      await client.query(`SET TIME ZONE 'UTC'`);
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      const tables = await readDvdrentalTables(async (table) => {
        const columns = (await client.query<{ name: string }>(COLUMNS, [table])).rows.map(({ name }) => name);
        const chosen = columns.map((column) => `${quote(column)}::text AS ${quote(column)}`).join(', ');
        const { rows } = await client.query<Record<string, string | null>>(`SELECT ${chosen} FROM ${table}`);
        const source = `table ${table}`;
        const records = rows.map((values, row) => ({ source, line: row + 1, values }));
        return { source, columns, records };
      });
      return { form: `PostgreSQL, ${DVDRENTAL_TABLES.length} tables`, tables, others: [] };
    } finally {
      await client.end();
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    const message = `Cannot read the DVD rental store from PostgreSQL: ${reasonOf(error)}. Check the URL, postgres://user:password@host:port/database. Nothing was written.`;
    throw new AppError('BAD_USER_INPUT', message, { cause: error });
  }
}

const quote = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** If a host name has two addresses, the error of a refused connection has a code but no message. */
const reasonOf = (error: unknown) => (error as Error).message || String((error as { code?: string }).code);
