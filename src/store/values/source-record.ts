import { AppError } from '../../app-error';
import { isMissing } from './is-missing';
import { parseNumber } from './parse-number';
import { TIME_FORMS, type TimeParser } from './time-parser';

/** One row of a table, with its values as text and its place in the source. */
export interface SourceRecord {
  /** The file or table, for messages. */
  readonly source: string;
  /** The line of the file, or the row of the table, from 1. */
  readonly line: number;
  readonly values: Readonly<Record<string, string | null | undefined>>;
}

/** Creates an error that names the file, line and column of a value, and the accepted formats. */
export function badValue(
  { source, line }: Pick<SourceRecord, 'source' | 'line'>,
  column: string,
  value: string | null | undefined,
  expected: string,
): AppError {
  const problem = isMissing(value) ? 'the value is missing' : `invalid value "${shorten(String(value))}"`;
  return new AppError(
    'BAD_USER_INPUT',
    `${source} line ${line}, column ${column}: ${problem}, expected ${expected}. Nothing was written; correct it and import again.`,
  );
}

const shorten = (value: string) => (value.length <= 60 ? value : `${value.slice(0, 60)}…`);

/** Returns the trimmed text of a column; undefined if it is missing. */
export function optionalText(record: SourceRecord, column: string): string | undefined {
  const value = record.values[column];
  return isMissing(value) ? undefined : value?.trim();
}

/** Returns the trimmed text of a column. @throws AppError BAD_USER_INPUT if it is missing */
export function text(record: SourceRecord, column: string): string {
  const value = optionalText(record, column);
  if (value !== undefined) return value;
  throw badValue(record, column, undefined, 'a text');
}

/** Returns the number of a column; undefined if it is missing. @throws AppError BAD_USER_INPUT if it is not a number */
export function optionalNumber(record: SourceRecord, column: string): number | undefined {
  const value = optionalText(record, column);
  if (value === undefined) return undefined;
  const number = parseNumber(value);
  if (number === undefined) throw badValue(record, column, value, 'a number');
  return number;
}

/**
 * Returns the integer of a column; undefined if it is missing. @throws AppError BAD_USER_INPUT if it is not an integer
 */
export function optionalInteger(record: SourceRecord, column: string): number | undefined {
  const number = optionalNumber(record, column);
  if (number === undefined || Number.isSafeInteger(number)) return number;
  throw badValue(record, column, record.values[column], 'an integer');
}

/** Returns the time of a column in milliseconds since 1970, UTC. @throws AppError BAD_USER_INPUT if it is not a time */
export function time(record: SourceRecord, column: string, parser: TimeParser): number {
  const value = text(record, column);
  const milliseconds = parser.parse(value);
  if (milliseconds === undefined) throw badValue(record, column, value, TIME_FORMS);
  return milliseconds;
}
