const YEAR_AT_END = /^(.*\S)\s*\((\d{4})(?:\s*[-–]\s*(?:\d{4})?)?\)\s*$/s;

/** Splits a title such as "Toy Story (1995)" or "Babylon 5 (1994-1998)" into its name and its first year. */
export function splitTitle(title: string): { title: string; year?: number } {
  const [, name, year] = YEAR_AT_END.exec(title) ?? [];
  return name && year && isYear(Number(year)) ? { title: name, year: Number(year) } : { title };
}

/** Returns the year of a value such as 1995, 1995.0, 1995-10-30 or 01-Jan-1995; undefined if it has none. */
export function readYear(value: string): number | undefined {
  const year = Number(/(?<!\d)(\d{4})(?!\d)/.exec(value)?.[1]);
  return isYear(year) ? year : undefined;
}

const isYear = (year: number) => year >= 1870 && year <= 2100;
