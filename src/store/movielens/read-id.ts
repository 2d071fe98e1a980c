import { isMissing } from '../values/is-missing';

/** Characters without a width, which spreadsheets and web pages leave in copied text. */
const INVISIBLE = /\p{Cf}/u;
const INVISIBLE_ALL = /\p{Cf}/gu;
const WHOLE_FLOAT = /^(\d+)\.0+$/;

/**
 * Parses an id; undefined if it is missing. Parses 17.0 as 17, because pandas writes integers like that if a column has
 * had missing values. Removes characters
 * without a width. All other ids are unchanged, including leading zeros.
 */
export function readId(value: string): string | undefined {
  const id = (INVISIBLE.test(value) ? value.replace(INVISIBLE_ALL, '') : value).trim();
  if (id.endsWith('0')) return WHOLE_FLOAT.exec(id)?.[1] ?? id;
  return isMissing(id) ? undefined : id;
}
