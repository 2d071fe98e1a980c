import { AppError } from '../../app-error';
import { badValue, type SourceRecord, text } from './source-record';

/** Indexes records by the id in a column. @throws AppError BAD_USER_INPUT if two records have the same id */
export function byId(records: readonly SourceRecord[], column: string): Map<string, SourceRecord> {
  const known = new Map<string, SourceRecord>();
  for (const record of records) {
    const id = text(record, column);
    const first = known.get(id);
    if (first) {
      const place = `${record.source} line ${record.line}, column ${column}`;
      throw new AppError('BAD_USER_INPUT', `${place}: duplicate id ${id} (first on line ${first.line}).`);
    }
    known.set(id, record);
  }
  return known;
}

/** Returns the id of a record in another table. @throws AppError BAD_USER_INPUT if that table does not have the id */
export function reference(
  record: SourceRecord,
  column: string,
  known: ReadonlyMap<string, SourceRecord>,
): string {
  const id = text(record, column);
  if (known.has(id)) return id;
  const [other] = known.values();
  throw badValue(
    record,
    column,
    id,
    other ? `an id of ${other.source}` : 'an id, but the table with these ids is empty',
  );
}
