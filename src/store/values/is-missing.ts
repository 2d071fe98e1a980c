const MISSING = new Set([
  ...['', '\\N', '\\n', 'NULL', 'null', 'NaN', 'nan'],
  ...['0000-00-00 00:00:00', '0001-01-01 00:00:00', '0001-01-01T00:00:00'],
]);

/**
 * Whether a value means "missing": empty, NULL, \N, NaN, or the date before all others, as written by databases, pandas
 * and .NET. The names Null and Nan are no missing values.
 */
export const isMissing = (value: string | null | undefined): boolean =>
  value === null || value === undefined || (value.length <= 19 && MISSING.has(value.trim()));
