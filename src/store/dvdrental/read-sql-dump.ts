import { AppError } from '../../app-error';
import { readWhole, type SourceFile } from '../source/source-file';
import { parseCopyStatement } from './copy-text';
import {
  DVDRENTAL_COLUMNS,
  DVDRENTAL_TABLES,
  type DvdrentalSource,
  type DvdrentalTable,
  readDvdrentalTables,
  type SourceTable,
} from './dvdrental-tables';
import { toSourceTable } from './read-dump-archive';
import { toTextEncoding } from './server-encoding';

/**
 * Reads the tables of a plain SQL dump of PostgreSQL, from its COPY statements.
 * @throws AppError BAD_USER_INPUT if a table is missing
 */
export async function readSqlDump(file: SourceFile): Promise<DvdrentalSource> {
  const content = await readWhole(file);
  const encoding =
    /SET client_encoding = '([^']*)'/.exec(content.toString('latin1', 0, 65_536))?.[1] ?? 'UTF8';
  const lines = new TextDecoder(toTextEncoding(encoding)).decode(content).split(/\r?\n/);
  const tables: Partial<Record<DvdrentalTable, SourceTable>> = {};
  const others: string[] = [];
  for (let line = 0; line < lines.length; line++) {
    const copy = lines[line].startsWith('COPY ') ? parseCopyStatement(lines[line]) : undefined;
    if (!copy) continue;
    const end = lines.indexOf('\\.', line);
    const data = lines.slice(line + 1, end < 0 ? lines.length : end);
    if (copy.table in DVDRENTAL_COLUMNS) {
      const table = copy.table as DvdrentalTable;
      tables[table] = toSourceTable(table, file.name, copy.columns, data, line + 2);
    } else {
      others.push(copy.table);
    }
    line += data.length;
  }
  const missing = DVDRENTAL_TABLES.filter((table) => !tables[table]);
  if (missing.length > 0) {
    const advice = 'Expected a dump created by pg_dump without --inserts and --schema-only.';
    throw new AppError('BAD_USER_INPUT', `${file.name} has no COPY data of ${missing.join(', ')}. ${advice}`);
  }
  const complete = await readDvdrentalTables(async (table) => tables[table] as SourceTable);
  return { form: `SQL dump ${file.name}, ${encoding}`, tables: complete, others };
}
