import { AppError } from '../../app-error';
import { readWhole, type SourceFile, type SourceFiles } from '../source/source-file';
import { parseCopyLine, parseCopyStatement } from './copy-text';
import {
  DVDRENTAL_COLUMNS,
  DVDRENTAL_TABLES,
  type DvdrentalSource,
  type DvdrentalTable,
  readDvdrentalTables,
  type SourceTable,
} from './dvdrental-tables';
import { CONVERT, isPgDump, parseToc, type TocTable } from './parse-toc';
import { refuseCustomFormat } from './refuse-custom-format';
import { toTextEncoding } from './server-encoding';

/** Returns toc.dat if the files are a pg_dump archive in tar or directory format. */
export const findToc = (files: readonly SourceFile[]): SourceFile | undefined =>
  files.find(({ name }) => name.toLowerCase() === 'toc.dat');

/**
 * Reads the tables of a pg_dump archive in tar format (packed or unpacked) or directory format.
 * @throws AppError BAD_USER_INPUT if a table or its data is missing, or the archive cannot be read
 */
export async function readDumpArchive({ from, files }: SourceFiles): Promise<DvdrentalSource> {
  const content = await readWhole(findToc(files) as SourceFile);
  if (!isPgDump(content)) {
    throw new AppError(
      'BAD_USER_INPUT',
      `toc.dat of ${from} is not the table of contents of a pg_dump archive.`,
    );
  }
  const toc = parseToc(content);
  if (toc.format === 'custom') throw refuseCustomFormat('toc.dat');
  const missing = DVDRENTAL_TABLES.filter((table) => !toc.tables.some(({ name }) => name === table));
  if (missing.length > 0) {
    throw new AppError(
      'BAD_USER_INPUT',
      `The archive ${from} has no data for the tables ${missing.join(', ')}.`,
    );
  }
  const decoder = new TextDecoder(toTextEncoding(toc.encoding));
  const tables = await readDvdrentalTables(async (name) => {
    const table = toc.tables.find((candidate) => candidate.name === name) as TocTable;
    return readTable(name, table, decoder.decode(await readWhole(findData(table, files, from))));
  });
  const others = toc.tables.map(({ name }) => name).filter((name) => !(name in DVDRENTAL_COLUMNS));
  // The table of contents says tar in both formats, but only tar archives contain restore.sql.
  const format = files.some(({ name }) => name === 'restore.sql') ? 'tar' : 'directory';
  return { form: `pg_dump archive in ${format} format, ${toc.encoding}`, tables, others };
}

function findData({ file, name }: TocTable, files: readonly SourceFile[], from: string): SourceFile {
  const data = files.find((candidate) => candidate.name === file);
  if (data) return data;
  const packed = files.find((candidate) => candidate.name.startsWith(`${file}.`));
  const reason = packed
    ? `${packed.name} has an unsupported compression; only gzip is supported.`
    : `the file ${file} with the data of ${name} is missing.`;
  throw new AppError('BAD_USER_INPUT', `Cannot read the archive ${from}: ${reason} ${CONVERT}`);
}

function readTable(name: DvdrentalTable, { copy, file }: TocTable, data: string): SourceTable {
  const columns = parseCopyStatement(copy)?.columns;
  if (!columns) {
    throw new AppError(
      'BAD_USER_INPUT',
      `${file} contains INSERT statements instead of COPY data. Create the dump without --inserts.`,
    );
  }
  return toSourceTable(name, file, columns, data.split('\n'), 1);
}

/**
 * Converts lines of COPY data to records, up to the final line \.
 * @param firstLine the number of the first line in its file
 * @throws AppError BAD_USER_INPUT if a column is missing or a line has the wrong number of columns
 */
export function toSourceTable(
  name: DvdrentalTable,
  source: string,
  columns: readonly string[],
  lines: readonly string[],
  firstLine: number,
): SourceTable {
  const missing = DVDRENTAL_COLUMNS[name].needed.filter((column) => !columns.includes(column));
  if (missing.length > 0) {
    throw new AppError(
      'BAD_USER_INPUT',
      `Table ${name} of the dump lacks the columns ${missing.join(', ')}.`,
    );
  }
  const records = [];
  for (const [index, line] of lines.entries()) {
    if (line === '\\.' || line === '\\.\r') break;
    if (line === '') continue;
    const values = parseCopyLine(line);
    if (values.length !== columns.length) {
      const message = `${source} line ${firstLine + index}: found ${values.length} columns of ${name}, expected ${columns.length}.`;
      throw new AppError('BAD_USER_INPUT', message);
    }
    const entries = columns.map((column, i) => [column, values[i]]);
    records.push({
      source: `${source} (${name})`,
      line: firstLine + index,
      values: Object.fromEntries(entries),
    });
  }
  return { columns, records };
}
