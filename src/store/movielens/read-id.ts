import { isMissing } from '../values/is-missing';

const WHOLE_FLOAT = /^(\d+)\.0+$/;

/**
 * Parses an id; undefined if it is missing. Parses 17.0 as 17, because pandas writes integers like that if a column has
 * had missing values. All other ids are unchanged, including leading zeros.
 */
export function readId(value: string): string | undefined {
  const id = value.trim();
  if (id.endsWith('0')) return WHOLE_FLOAT.exec(id)?.[1] ?? id;
  return isMissing(id) ? undefined : id;
}
