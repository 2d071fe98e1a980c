/** Normalizes a column name for comparison: user_id:token, "User ID" and userId are equal. */
export const normalizeColumn = (name: string): string =>
  name
    .trim()
    .replace(/:(token|token_seq|float|float_seq)$/, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/**
 * Finds the columns of a header by their accepted names.
 * @param names for each key, normalized names in order of preference
 * @param patterns for each key, a pattern for columns that match none of the names
 * @returns the index of the column for each key that was found
 */
export function findColumns<Key extends string>(
  header: readonly string[],
  names: Readonly<Record<Key, readonly string[]>>,
  patterns: Partial<Readonly<Record<Key, RegExp>>> = {},
): Partial<Record<Key, number>> {
  const columns = header.map(normalizeColumn);
  const found: Partial<Record<Key, number>> = {};
  const taken = new Set<number>();
  const take = (key: Key, index: number) => {
    if (index < 0 || found[key] !== undefined) return;
    found[key] = index;
    taken.add(index);
  };
  const keys = Object.keys(names) as Key[];
  for (const key of keys) {
    for (const name of names[key]) {
      take(
        key,
        columns.findIndex((column, index) => column === name && !taken.has(index)),
      );
    }
  }
  for (const key of keys) {
    const pattern = patterns[key];
    take(
      key,
      columns.findIndex((column, index) => pattern?.test(column) && !taken.has(index)),
    );
  }
  return found;
}
