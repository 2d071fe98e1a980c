import { Client } from 'pg';
import { AppError } from '../../app-error';
import { type DvdrentalTables, readDvdrentalTables } from './dvdrental-tables';

const CONNECT_TIMEOUT_MS = 10_000;

/**
 * Reads the tables from a live PostgreSQL, as they were at one moment, in a transaction that writes nothing.
 * @param url postgres://user:password@host:port/database
 * @throws AppError BAD_USER_INPUT where no such database answers or a table is not there
 */
export async function readPostgres(url: string): Promise<DvdrentalTables> {
  try {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
    await client.connect();
    try {
      await client.query(`SET TIME ZONE 'UTC'`);
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      return await readDvdrentalTables(async (table, columns) => {
        const chosen = columns.map((column) => `${column}::text AS ${column}`).join(', ');
        const { rows } = await client.query<Record<string, string | null>>(`SELECT ${chosen} FROM ${table}`);
        return rows.map((values, row) => ({ source: `table ${table}`, line: row + 1, values }));
      });
    } finally {
      await client.end();
    }
  } catch (error) {
    const message = `The DVD rental store cannot be read from PostgreSQL: ${reason(error)}. Check the URL, postgres://user:password@host:port/database; nothing was written.`;
    throw new AppError('BAD_USER_INPUT', message, { cause: error });
  }
}

/** A refused connection to a name with two addresses says nothing but its code. */
const reason = (error: unknown) => (error as Error).message || String((error as { code?: string }).code);
