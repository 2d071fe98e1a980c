import { AppError } from '../../app-error';
import { readWhole, type SourceFile, type SourceFiles } from '../source/source-file';
import { parseCopyStatement, parseCopyTable } from './copy-text';
import {
  DVDRENTAL_COLUMNS,
  type DvdrentalSource,
  readDvdrentalTables,
  refuseMissingTables,
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
  const byName = new Map(toc.tables.map((table) => [table.name, table]));
  refuseMissingTables(byName.keys(), `The archive ${from}`, 'Create it without --schema-only and --table.');
  const decoder = new TextDecoder(toTextEncoding(toc.encoding));
  const tables = await readDvdrentalTables(async (name) => {
    const table = byName.get(name) as TocTable;
    return readTable(table, decoder.decode(await readWhole(findData(table, files, from))));
  });
  const others = [...byName.keys()].filter((name) => !(name in DVDRENTAL_COLUMNS));
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

function readTable({ name, copy, file }: TocTable, data: string): SourceTable {
  const columns = parseCopyStatement(copy)?.columns;
  if (!columns) {
    throw new AppError(
      'BAD_USER_INPUT',
      `${file} contains INSERT statements instead of COPY data. Create the dump without --inserts.`,
    );
  }
  return parseCopyTable(name, file, columns, data.split('\n'), 1);
}
