import { AppError } from '../app-error';

/** One row of a source, all of its values still text, and where it stands there. */
export interface SourceRecord {
  /** The file or table, for messages. */
  readonly source: string;
  /** The line of the file, or the row of the table, from 1. */
  readonly line: number;
  readonly values: Readonly<Record<string, string | null | undefined>>;
}

/** A record that cannot be used, named by its place. */
export function badRecord({ source, line }: SourceRecord, problem: string): AppError {
  return new AppError(
    'BAD_USER_INPUT',
    `${source} line ${line}: ${problem} Nothing was written; mend it and import again.`,
  );
}

/** The text of a column, without the blanks around it; undefined where there is none. */
export const optionalText = (record: SourceRecord, column: string): string | undefined =>
  record.values[column]?.trim() || undefined;

/** The text of a column, such as an id or a name. */
export function text(record: SourceRecord, column: string): string {
  const value = optionalText(record, column);
  if (value === undefined) throw badRecord(record, `${column} is empty.`);
  return value;
}

/** A number of a column; undefined where it is empty. */
export function optionalNumber(record: SourceRecord, column: string): number | undefined {
  const value = optionalText(record, column);
  if (value === undefined) return undefined;
  const number = Number(value);
  if (!Number.isFinite(number)) throw badRecord(record, `${column} is ${value}, which is not a number.`);
  return number;
}

/** A whole number of a column; undefined where it is empty. */
export function optionalWholeNumber(record: SourceRecord, column: string): number | undefined {
  const number = optionalNumber(record, column);
  if (number === undefined || Number.isSafeInteger(number)) return number;
  throw badRecord(record, `${column} is ${number}, which is not a whole number.`);
}

/** Seconds since 1970, to milliseconds. */
export function secondsToTime(record: SourceRecord, column: string): number {
  const seconds = optionalNumber(record, column);
  if (seconds === undefined) throw badRecord(record, `${column} is empty.`);
  return checkTime(record, column, Math.round(seconds * 1_000));
}

const TIMESTAMP = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d(?:\.\d{1,6})?)(?:Z|\+00(?::?00)?)?$/;

/** A time such as 2005-05-24 22:53:30, taken as UTC, to milliseconds since 1970. */
export function timestampToTime(record: SourceRecord, column: string): number {
  const value = text(record, column);
  const [, day, clock] = TIMESTAMP.exec(value) ?? [];
  return checkTime(record, column, Date.parse(`${day}T${clock}Z`));
}

/** Outside of these, a graph's date and a JavaScript date part ways. */
const [EARLIEST, LATEST] = [Date.UTC(1900), Date.UTC(2200)];

function checkTime(record: SourceRecord, column: string, time: number): number {
  if (time >= EARLIEST && time < LATEST) return time;
  throw badRecord(
    record,
    `${column} is ${record.values[column]}, which is not a time such as 2005-05-24 22:53:30.`,
  );
}
