const MISSING = new Set(['', '\\n', 'null', 'nan', '0000-00-00 00:00:00']);

/** Whether a value means "missing": empty, NULL, \N or NaN, as written by databases and pandas. */
export const isMissing = (value: string | null | undefined): boolean =>
  value === null || value === undefined || (value.length <= 19 && MISSING.has(value.trim().toLowerCase()));
