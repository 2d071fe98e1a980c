import { normalizeColumn } from '../source/columns';
import { describeForm, detectForm } from '../source/delimited-form';
import { readRows } from '../source/read-rows';
import type { SourceFile, SourceFiles } from '../source/source-file';
import type { SourceRecord } from '../values/source-record';
import {
  DVDRENTAL_COLUMNS,
  DVDRENTAL_TABLES,
  type DvdrentalSource,
  type DvdrentalTable,
  readDvdrentalTables,
  refuseMissingTables,
  type SourceTable,
} from './dvdrental-tables';

const CSV = /\.(csv|tsv|txt)$/i;

/** Returns the file of a table, such as film.csv, Film.tsv or public.film.csv. */
const fileOf = (table: DvdrentalTable, files: readonly SourceFile[]): SourceFile | undefined =>
  files.find(
    ({ name }) =>
      CSV.test(name) &&
      name
        .replace(CSV, '')
        .replace(/^public\./, '')
        .toLowerCase() === table,
  );

/** Whether files include tables of the DVD rental store. */
export const holdCsvTables = (files: readonly SourceFile[]): boolean =>
  fileOf('film', files) !== undefined || fileOf('rental', files) !== undefined;

/**
 * Reads the tables from text files that are named after them, such as film.csv.
 * @throws AppError BAD_USER_INPUT naming the file, and the line if there is one
 */
export async function readCsvTables({ from, files }: SourceFiles): Promise<DvdrentalSource> {
  const found = DVDRENTAL_TABLES.filter((table) => fileOf(table, files));
  refuseMissingTables(found, from, 'Add a file for each table of the store, such as film.csv.');
  const forms = new Set<string>();
  const used = new Set<string>();
  const tables = await readDvdrentalTables(async (table) => {
    const file = fileOf(table, files) as SourceFile;
    used.add(file.name);
    return readCsvTable(file, table, forms);
  });
  return {
    form: `${DVDRENTAL_TABLES.length} files of CSV (${[...forms].join('; ')})`,
    tables,
    others: files.map(({ name }) => name).filter((name) => !used.has(name)),
  };
}

async function readCsvTable(
  file: SourceFile,
  table: DvdrentalTable,
  forms: Set<string>,
): Promise<SourceTable> {
  const form = await detectForm(file);
  forms.add(describeForm(form));
  const [header] = form.firstRecords;
  const { needed, optional } = DVDRENTAL_COLUMNS[table];
  const known = new Map(
    [...needed, ...optional].map((column) => [normalizeColumn(column), column as string]),
  );
  const columns = header.map((name) => known.get(normalizeColumn(name)) ?? name.trim());
  const records: SourceRecord[] = [];
  let isHeader = true;
  await readRows(file, form, header, (values, line) => {
    if (!isHeader) {
      const entries = columns.map((column, index) => [column, values[index]]);
      records.push({ source: file.name, line, values: Object.fromEntries(entries) });
    }
    isHeader = false;
  });
  return { source: file.name, columns, records };
}
