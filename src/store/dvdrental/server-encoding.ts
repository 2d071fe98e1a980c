import { AppError } from '../../app-error';

const ENCODINGS: Readonly<Record<string, string>> = {
  UTF8: 'utf-8',
  SQL_ASCII: 'utf-8',
  LATIN1: 'windows-1252',
  LATIN2: 'iso-8859-2',
  LATIN9: 'iso-8859-15',
  WIN1250: 'windows-1250',
  WIN1251: 'windows-1251',
  WIN1252: 'windows-1252',
  KOI8R: 'koi8-r',
  EUC_JP: 'euc-jp',
  SJIS: 'shift_jis',
};

/**
 * Converts the name of a PostgreSQL encoding to a label of TextDecoder. @throws AppError BAD_USER_INPUT if it is
 * unknown
 */
export function toTextEncoding(encoding: string): string {
  const known = ENCODINGS[encoding.toUpperCase().replace('-', '')];
  if (known) return known;
  throw new AppError(
    'BAD_USER_INPUT',
    `The dump has the encoding ${encoding}, which is not supported. Create it with pg_dump --encoding=UTF8.`,
  );
}
