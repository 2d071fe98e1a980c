import { readWhole, type SourceFile } from '../source/source-file';
import { parseCopyStatement, parseCopyTable } from './copy-text';
import {
  DVDRENTAL_COLUMNS,
  type DvdrentalSource,
  readDvdrentalTables,
  refuseMissingTables,
  type SourceTable,
} from './dvdrental-tables';
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
  const byName = new Map<string, SourceTable>();
  const others: string[] = [];
  for (let line = 0; line < lines.length; line++) {
    const copy = lines[line].startsWith('COPY ') ? parseCopyStatement(lines[line]) : undefined;
    if (!copy) continue;
    const end = lines.indexOf('\\.', line);
    const data = lines.slice(line + 1, end < 0 ? lines.length : end);
    if (copy.table in DVDRENTAL_COLUMNS) {
      byName.set(copy.table, parseCopyTable(copy.table, file.name, copy.columns, data, line + 2));
    } else {
      others.push(copy.table);
    }
    line += data.length;
  }
  refuseMissingTables(
    byName.keys(),
    file.name,
    'Create it with pg_dump, without --inserts and --schema-only.',
  );
  const tables = await readDvdrentalTables(async (table) => byName.get(table) as SourceTable);
  return { form: `SQL dump ${file.name}, ${encoding}`, tables, others };
}
