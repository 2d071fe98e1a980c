import { type Options, parse } from 'csv-parse';
import { AppError } from '../app-error';
import type { SourceFiles } from './source-files';
import type { SourceRecord } from './source-record';

/** How a file is written. */
export interface FileForm {
  /** Between the columns; a comma where none is given. */
  readonly delimiter?: string;
  /** The columns, where the file's first line doesn't name them. */
  readonly columns?: readonly string[];
  /** Whether values may stand in double quotes, as they do where none is given. */
  readonly quoted?: boolean;
  readonly encoding?: 'utf8' | 'latin1';
}

/**
 * Reads a file with one record a line.
 * @param needed columns without which the file is of no use
 * @throws AppError BAD_USER_INPUT naming the file, and the line where there is one
 */
export async function readRecords(
  files: SourceFiles,
  name: string,
  needed: readonly string[],
  { delimiter = ',', columns, quoted = true, encoding = 'utf8' }: FileForm = {},
): Promise<SourceRecord[]> {
  if (!files.names.includes(name)) throw new AppError('BAD_USER_INPUT', `The file ${name} is missing.`);
  const options: Options = {
    delimiter,
    encoding,
    bom: true,
    info: true,
    quote: quoted ? '"' : null,
    skip_empty_lines: true,
    columns: columns ? [...columns] : (header: string[]) => checkHeader(name, header, needed),
  };
  const file = await files.open(name);
  const parser = file.pipe(parse(options));
  file.on('error', (error) => parser.destroy(error));
  const records: SourceRecord[] = [];
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      records.push({ source: name, line: info.lines, values: record });
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    const message = `${name} cannot be read: ${(error as Error).message}. Nothing was written.`;
    throw new AppError('BAD_USER_INPUT', message, { cause: error });
  }
  return records;
}

interface Parsed {
  record: Record<string, string>;
  info: { lines: number };
}

/** Takes a typed header such as user_id:token as user_id. */
function checkHeader(name: string, header: string[], needed: readonly string[]): string[] {
  const columns = header.map((column) => column.trim().replace(/:(token|token_seq|float|float_seq)$/, ''));
  const missing = needed.filter((column) => !columns.includes(column));
  if (missing.length === 0) return columns;
  throw new AppError('BAD_USER_INPUT', `${name} line 1: the header names no ${missing.join(', no ')}.`);
}
