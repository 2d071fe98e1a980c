import { openSourceFiles } from '../source-files';
import { readRecords } from '../read-records';
import { type DvdrentalTables, readDvdrentalTables } from './dvdrental-tables';

/**
 * Reads the tables from CSV files named after them, such as film.csv, in a folder or a zip.
 * @throws AppError BAD_USER_INPUT naming the file, and the line where there is one
 */
export async function readDvdrentalFolder(from: string): Promise<DvdrentalTables> {
  const files = await openSourceFiles(from);
  try {
    return await readDvdrentalTables((table, columns) => readRecords(files, `${table}.csv`, columns));
  } finally {
    files.close();
  }
}
