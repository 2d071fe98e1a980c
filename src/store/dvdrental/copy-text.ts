const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

/** Parses a line in the text format of PostgreSQL's COPY: tab-separated values, \N for NULL, and backslash escapes. */
export const parseCopyLine = (line: string): (string | null)[] => line.split('\t').map(parseValue);

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
