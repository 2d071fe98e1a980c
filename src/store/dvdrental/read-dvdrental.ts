import { AppError } from '../../app-error';
import { ignoredNote, listNames, type ReadStore } from '../read-store';
import { readStart, type SourceFile, type SourceFiles } from '../source/source-file';
import { openSourceFiles } from '../source/source-files';
import { DVDRENTAL_COLUMNS, DVDRENTAL_TABLES, type DvdrentalSource } from './dvdrental-tables';
import { holdCsvTables, readCsvTables } from './read-csv-tables';
import { findToc, readDumpArchive } from './read-dump-archive';
import { readPostgres } from './read-postgres';
import { readSqlDump } from './read-sql-dump';
import { isPgDump } from './parse-toc';
import { refuseCustomFormat } from './refuse-custom-format';
import { toStore } from './to-store';

const SQL = /\.sql$/i;

/**
 * Reads the DVD rental store, the sample database of PostgreSQL that the tutorial uses.
 * @param from a pg_dump archive in tar format, a zip of it or its unpacked folder, an archive in directory format, a
 * plain SQL dump, a folder or zip of CSV files, or the postgres:// URL of the database
 * @throws AppError BAD_USER_INPUT with the place of the first value that cannot be read
 */
export async function readDvdrental(from: string): Promise<ReadStore> {
  const source = /^postgres(ql)?:/.test(from) ? await readPostgres(from) : await readFiles(from);
  const { form, tables, others } = source;
  const ignored = DVDRENTAL_TABLES.flatMap((table) => {
    const { needed, optional } = DVDRENTAL_COLUMNS[table];
    const used = new Set<string>([...needed, ...optional]);
    return tables[table].columns.filter((column) => !used.has(column)).map((column) => `${table}.${column}`);
  });
  return {
    name: 'dvdrental',
    store: toStore(tables),
    untitledFilms: 0,
    notes: [
      { kind: 'Read', text: form },
      ...ignoredNote('columns', ignored),
      ...ignoredNote('tables and files', others),
    ],
  };
}

async function readFiles(from: string): Promise<DvdrentalSource> {
  const source = await openSourceFiles(from, holdsDvdrental);
  try {
    return await readOpened(source);
  } finally {
    source.close();
  }
}

const holdsDvdrental = (files: readonly SourceFile[]) =>
  holdCsvTables(files) || findToc(files) !== undefined || files.some(({ name }) => SQL.test(name));

async function readOpened(source: SourceFiles): Promise<DvdrentalSource> {
  const { from, files } = source;
  if (findToc(files)) return readDumpArchive(source);
  if (holdCsvTables(files)) return readCsvTables(source);
  for (const file of files) {
    if (isPgDump(await readStart(file, 16))) throw refuseCustomFormat(file.name);
  }
  const dumps = files.filter(({ name }) => SQL.test(name));
  const [dump] = dumps.length === 1 ? dumps : dumps.filter(({ name }) => /data/i.test(name));
  if (dump) return readSqlDump(dump);
  const found = listNames(files.map(({ name }) => name));
  throw new AppError(
    'BAD_USER_INPUT',
    `${from} does not contain the DVD rental store: found ${found}. Expected dvdrental.tar, a zip or folder of it, a plain SQL dump, or film.csv and the other tables as CSV.`,
  );
}
