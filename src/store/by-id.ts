import { badRecord, type SourceRecord, text } from './source-record';

/** Records by the id in one of their columns. @throws AppError BAD_USER_INPUT for an id that is there twice */
export function byId(records: readonly SourceRecord[], column: string): Map<string, SourceRecord> {
  const known = new Map<string, SourceRecord>();
  for (const record of records) {
    const id = text(record, column);
    const first = known.get(id);
    if (first) throw badRecord(record, `${column} ${id} is that of line ${first.line} already.`);
    known.set(id, record);
  }
  return known;
}

/** An id that stands for a record of another table. @throws AppError BAD_USER_INPUT where that has none */
export function reference(
  record: SourceRecord,
  column: string,
  known: ReadonlyMap<string, SourceRecord>,
): string {
  const id = text(record, column);
  if (known.has(id)) return id;
  const [other] = known.values();
  throw badRecord(
    record,
    `${column} ${id} is not in ${other ? other.source : 'the table that it points to, which is empty'}.`,
  );
}
