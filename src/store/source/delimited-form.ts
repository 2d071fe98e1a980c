import { parse } from 'csv-parse/sync';
import { AppError } from '../../app-error';
import { IMPORT_LIMITS } from './import-limits';
import { readStart, type SourceFile } from './source-file';
import { detectEncoding, ENCODING_SAMPLE_BYTES, type TextEncoding } from './text-encoding';

/** The format of a text file with one record per line, and its first records. */
export interface DelimitedForm {
  readonly encoding: TextEncoding;
  readonly delimiter: string;
  /** Whether values may be enclosed in double quotes. */
  readonly quoted: boolean;
  /** The line of the first record: 2 if the file begins with a line such as "sep=;", which Excel writes. */
  readonly firstLine: 1 | 2;
  /** The first records, including the header if there is one. */
  readonly firstRecords: readonly (readonly string[])[];
}

/** Delimiters in the order in which they are tried; longer ones first. */
const DELIMITERS = ['::', '\t', ';', '|', ',', ' '] as const;

const NAMES: Record<string, string> = {
  '::': 'double colons',
  '\t': 'tabs',
  ';': 'semicolons',
  '|': 'pipes',
  ',': 'commas',
  ' ': 'spaces',
};

const SAMPLE_BYTES = 2 ** 18;
const SAMPLE_RECORDS = 200;

/**
 * Detects encoding and delimiter of a file.
 * @throws AppError BAD_USER_INPUT if the file is empty, or is not a delimited text
 */
export async function detectForm(file: SourceFile): Promise<DelimitedForm> {
  const start = await readStart(file, ENCODING_SAMPLE_BYTES);
  const encoding = detectEncoding(start);
  const isWhole = start.length <= SAMPLE_BYTES;
  const text = new TextDecoder(encoding).decode(start.subarray(0, SAMPLE_BYTES), { stream: true });
  const lines = text.split(/\r\n|\n|\r/);
  if (!isWhole && lines.length > 1) lines.pop();
  if (lines.every((line) => line.trim() === '')) {
    throw new AppError('BAD_USER_INPUT', `${file.name} is empty: expected one record per line.`);
  }
  if (text.includes('\0')) {
    throw new AppError(
      'BAD_USER_INPUT',
      `${file.name} line ${lineOf(text, '\0')}: found a zero byte, so it is not a text file. Expected one record per line. Export it as CSV.`,
    );
  }
  const firstLine = /^sep=.?\s*$/i.test(lines[0]) ? 2 : 1;
  lines.splice(0, firstLine - 1);
  const candidates = DELIMITERS.map((delimiter) => {
    const quoted = delimiter !== '::' && !isTyped(lines[0]);
    const firstRecords = parseStart(lines, delimiter, quoted);
    return { encoding, delimiter, quoted, firstLine, firstRecords, score: scoreOf(firstRecords) } as const;
  });
  const [{ score, ...form }] = candidates.sort((a, b) => b.score - a.score);
  if (score > 0) return form;
  throw new AppError(
    'BAD_USER_INPUT',
    `${file.name} line 1: found one column. Expected columns that are separated by commas, semicolons, tabs, pipes, spaces or double colons.`,
  );
}

/** Describes a format for the summary of an import, such as "semicolons, UTF-8". */
export const describeForm = ({ delimiter, encoding }: DelimitedForm): string =>
  `${NAMES[delimiter]}, ${encoding.toUpperCase()}`;

/** RecBole's headers contain types, such as user_id:token. Its values are never quoted. */
const isTyped = (line: string) => /:(token|token_seq|float|float_seq)(\t|$)/.test(line);

function parseStart(lines: readonly string[], delimiter: string, quoted: boolean): string[][] {
  const options = { ...csvOptions({ delimiter, quoted }), to: SAMPLE_RECORDS };
  // If a quote is not closed, the first line still shows the columns; reading the file reports the quote.
  for (const text of [lines.join('\n'), lines[0]]) {
    try {
      return parse(text, options);
    } catch {
      continue;
    }
  }
  return [];
}

/** Options of csv-parse, for both reading and detection. */
export const csvOptions = ({ delimiter, quoted }: Pick<DelimitedForm, 'delimiter' | 'quoted'>) => ({
  delimiter,
  quote: quoted ? '"' : null,
  relax_quotes: true,
  relax_column_count: true,
  skip_empty_lines: true,
  skip_records_with_empty_values: true,
  // A quote after blanks also opens a value. Tabs and spaces that are delimiters must not be trimmed.
  ltrim: delimiter.trim() !== '',
  max_record_size: IMPORT_LIMITS.recordCharacters,
});

/**
 * Rates the regularity of the records: the share that has as many columns as the first record, weighted by the number
 * of columns.
 */
function scoreOf(records: readonly (readonly string[])[]): number {
  const columns = records[0]?.length ?? 0;
  if (columns < 2) return 0;
  const alike = records.filter(
    (record) => withoutTrailingBlanks(record).length <= columns && record.length >= columns,
  );
  return (alike.length / records.length) ** 2 * Math.log(columns);
}

function withoutTrailingBlanks(record: readonly string[]): readonly string[] {
  const last = record.findLastIndex((value) => value.trim() !== '');
  return record.slice(0, last + 1);
}

/** Returns the number of the first line that contains a character. */
const lineOf = (text: string, character: string) =>
  text.slice(0, text.indexOf(character)).split(/\r\n|\n|\r/).length;
