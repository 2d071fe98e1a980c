import { AppError } from '../../app-error';
import type { SourceRecord } from '../values/source-record';
import type { SourceTable } from './dvdrental-tables';

const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

/** Parses a line in the text format of PostgreSQL's COPY: tab-separated values, \N for NULL, and backslash escapes. */
const parseCopyLine = (line: string): (string | null)[] => line.split('\t').map(parseValue);

function parseValue(value: string): string | null {
  if (value === '\\N') return null;
  if (!value.includes('\\')) return value;
  return value.replace(/\\(x[0-9a-fA-F]{1,2}|[0-7]{1,3}|[^])/g, (_match, escape: string) => {
    if (/^x./.test(escape)) return String.fromCharCode(parseInt(escape.slice(1), 16));
    if (/^[0-7]/.test(escape)) return String.fromCharCode(parseInt(escape, 8));
    return ESCAPES[escape] ?? escape;
  });
}

/** Reads the table and the columns of a statement such as COPY public.film (film_id, title) FROM stdin; */
export function parseCopyStatement(statement: string): { table: string; columns: string[] } | undefined {
  const [, table, columns] = /^\s*COPY\s+(\S+)\s+\(([^)]*)\)\s+FROM\s+stdin/i.exec(statement) ?? [];
  if (!table) return undefined;
  const unquote = (name: string) =>
    name
      .trim()
      .replace(/^"(.*)"$/s, '$1')
      .replaceAll('""', '"');
  return { table: unquote(table.split('.').pop() as string), columns: columns.split(',').map(unquote) };
}

/**
 * Converts lines of COPY data to a table, up to the final line \.
 * @param file the file with the lines
 * @param firstLine the number of the first line in its file
 * @throws AppError BAD_USER_INPUT if a line has the wrong number of columns
 */
export function parseCopyTable(
  name: string,
  file: string,
  columns: readonly string[],
  lines: readonly string[],
  firstLine: number,
): SourceTable {
  const source = `${file} (${name})`;
  const records: SourceRecord[] = [];
  for (const [index, data] of lines.entries()) {
    if (data === '\\.' || data === '\\.\r') break;
    if (data === '') continue;
    const line = firstLine + index;
    const values = parseCopyLine(data);
    if (values.length !== columns.length) {
      const message = `${file} line ${line}: found ${values.length} columns of ${name}, expected ${columns.length}.`;
      throw new AppError('BAD_USER_INPUT', message);
    }
    records.push({
      source,
      line,
      values: Object.fromEntries(columns.map((column, i) => [column, values[i]])),
    });
  }
  return { source, columns, records };
}
