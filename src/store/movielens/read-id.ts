import { isMissing } from '../values/is-missing';

const WHOLE_FLOAT = /^(\d+)\.0+$/;

/**
 * Reads an id; undefined if it is missing. An id such as 17.0 is read as 17: pandas writes integers like that in a
 * column that has had missing values. All other ids stay as they are, leading zeros included.
 */
export function readId(value: string): string | undefined {
  const id = value.trim();
  if (id.endsWith('0')) return WHOLE_FLOAT.exec(id)?.[1] ?? id;
  return isMissing(id) ? undefined : id;
}
