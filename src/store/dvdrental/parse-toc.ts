import { AppError } from '../../app-error';

/** The table of contents of a pg_dump archive. */
export interface Toc {
  readonly format: 'custom' | 'tar' | 'directory' | 'unknown';
  /** The encoding of the data, such as UTF8. */
  readonly encoding: string;
  readonly tables: readonly TocTable[];
}

/** A table with data in the archive. */
export interface TocTable {
  readonly name: string;
  /** The COPY statement that loads the data; empty if the archive holds INSERT statements. */
  readonly copy: string;
  /** The file with the data, such as 2167.dat. */
  readonly file: string;
}

const FORMATS: Readonly<Record<number, Toc['format']>> = { 1: 'custom', 3: 'tar', 5: 'directory' };

/** Whether bytes begin with the signature of a table of contents or of an archive in custom format. */
export const isPgDump = (start: Buffer): boolean => start.subarray(0, 5).toString('latin1') === 'PGDMP';

/**
 * Parses toc.dat of a pg_dump archive, versions 1.10 (PostgreSQL 8) to 1.16 (PostgreSQL 17). An integer is a sign byte
 * followed by little-endian bytes; a text is its length followed by its bytes.
 * @throws AppError BAD_USER_INPUT if the version is unknown or the file is damaged
 */
export function parseToc(toc: Buffer): Toc {
  const [major, minor, , integerBytes, , format] = toc.subarray(5, 11);
  const formatName = FORMATS[format] ?? 'unknown';
  if (formatName === 'custom') return { format: formatName, encoding: '', tables: [] };
  if (!isPgDump(toc) || major !== 1 || minor < 10 || minor > 16) {
    throw new AppError(
      'BAD_USER_INPUT',
      `toc.dat has the archive version ${major}.${minor}; versions 1.10 to 1.16 are supported. ${CONVERT}`,
    );
  }
  try {
    const entries = readEntries(toc, minor, integerBytes);
    const encoding = entries.find(({ kind }) => kind === 'ENCODING')?.definition ?? '';
    return {
      format: formatName,
      encoding: /'([^']*)'\s*;?\s*$/.exec(encoding.trim())?.[1] ?? 'UTF8',
      tables: entries
        .filter(({ kind, file }) => kind === 'TABLE DATA' && file !== '')
        .map(({ name, copy, file }) => ({ name, copy, file })),
    };
  } catch (cause) {
    throw new AppError('BAD_USER_INPUT', `toc.dat is damaged or incomplete. ${CONVERT}`, { cause });
  }
}

/** Advice for an archive that cannot be read. */
export const CONVERT =
  'Convert it with pg_restore -f dvdrental.sql ARCHIVE and import dvdrental.sql, or restore it with pg_restore -d DATABASE ARCHIVE and import --from postgres://user:password@host:5432/DATABASE.';

interface Entry {
  name: string;
  kind: string;
  definition: string;
  copy: string;
  file: string;
}

function readEntries(toc: Buffer, minor: number, integerBytes: number): Entry[] {
  let position = 11;
  const integer = () => {
    const sign = toc.readUInt8(position) === 0 ? 1 : -1;
    const size = toc.readUIntLE(position + 1, integerBytes);
    position += 1 + integerBytes;
    return sign * size;
  };
  const text = () => {
    const length = integer();
    if (length < 0) return undefined;
    if (position + length > toc.length) throw new RangeError('A text of toc.dat ends after the file.');
    position += length;
    return toc.toString('utf8', position - length, position);
  };
  const skip = (count: number, read: () => unknown) => {
    for (let i = 0; i < count; i++) read();
  };
  if (minor >= 15) position++;
  else integer(); // compression
  skip(7, integer); // creation time
  skip(3, text); // database, server version, pg_dump version
  const count = integer();
  const entries: Entry[] = [];
  for (let i = 0; i < count; i++) {
    skip(2, integer); // dump id, whether there is data
    skip(2, text); // catalog ids
    const [name = '', kind = ''] = [text(), text()];
    if (minor >= 11) integer(); // section
    const [definition = '', , copy = ''] = [text(), text(), text()];
    skip(2, text); // namespace, tablespace
    if (minor >= 14) text(); // access method
    if (minor >= 16) integer(); // kind of relation
    skip(2, text); // owner, OIDs
    while (text() !== undefined); // dependencies
    entries.push({ name, kind, definition, copy, file: text() ?? '' });
  }
  return entries;
}
