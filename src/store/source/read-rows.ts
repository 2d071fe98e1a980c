import { parse } from 'csv-parse';
import { pipeline } from 'node:stream/promises';
import { Writable } from 'node:stream';
import { AppError } from '../../app-error';
import type { Report } from '../../progress';
import { csvOptions, type DelimitedForm } from './delimited-form';
import { IMPORT_LIMITS } from './import-limits';
import type { SourceFile } from './source-file';
import { createDecoder } from './text-encoding';

/** Receives a record and the number of its last line, from 1. */
export type UseRow = (values: readonly string[], line: number) => void;

/**
 * Reads the records of a file one after the other, including the header if there is one.
 * @param header the columns that each record must have, except for unnamed ones at the end; further values must be
 * empty
 * @throws AppError BAD_USER_INPUT naming the file and line
 */
export async function readRows(
  file: SourceFile,
  form: DelimitedForm,
  header: readonly string[],
  useRow: UseRow,
  report: Report = () => {},
): Promise<void> {
  const columns = header.findLastIndex((name) => name.trim() !== '') + 1;
  let rows = 0;
  let lastLine = form.firstLine - 1;
  let readBytes = 0;
  const parser = parse({
    ...csvOptions(form),
    from_line: form.firstLine,
    on_record: (values: string[], { lines }: { lines: number }) => {
      rows++;
      lastLine = lines;
      checkRow(values, lines);
      useRow(values, lines);
      return null;
    },
  });
  const checkRow = (values: readonly string[], line: number) => {
    const isLong = values.length > columns && values.slice(columns).some((value) => value.trim() !== '');
    if (values.length < columns || isLong) {
      const advice =
        values.length > columns
          ? 'Enclose values that contain the delimiter in double quotes'
          : `Add the missing values after ${JSON.stringify(values.at(-1) ?? '')}, or delete the line`;
      const message = `${file.name} line ${line}: found ${values.length} columns, expected ${columns}. ${advice}, and import again.`;
      throw new AppError('BAD_USER_INPUT', message);
    }
    for (const value of values) {
      if (value.length > IMPORT_LIMITS.valueCharacters) {
        const message = `${file.name} line ${line}: a value has ${value.length} characters, the limit is ${IMPORT_LIMITS.valueCharacters}. Shorten it and import again.`;
        throw new AppError('BAD_USER_INPUT', message);
      }
    }
  };
  const content = await file.open();
  const isCompressed = () => readBytes > file.storedBytes;
  content.on('data', (chunk: Buffer) => {
    readBytes += chunk.length;
    report(rows, isCompressed() ? rows : Math.round((rows * file.storedBytes) / readBytes), 'rows');
  });
  const ignore = new Writable({ objectMode: true, write: (_record, _encoding, done) => done() });
  try {
    await pipeline(content, createDecoder(form.encoding), parser, ignore);
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    const reason = explain(cause as Error);
    const place = reason.startsWith('line ') ? '' : ` after line ${lastLine}`;
    const message = `Cannot read ${file.name}${place}: ${reason}. Nothing was written.`;
    throw new AppError('BAD_USER_INPUT', message, { cause });
  }
}

function explain({ message, code }: Error & { code?: string }): string {
  if (code === 'CSV_QUOTE_NOT_CLOSED') return 'a double quote is not closed';
  if (code !== 'CSV_MAX_RECORD_SIZE') return message;
  return `a record has more than ${IMPORT_LIMITS.recordCharacters} characters, or a double quote is not closed`;
}
