import type { Interval } from '../recommender/metrics/bootstrap';

/** Rows of cells as lines, each column as wide as its widest cell. */
export function toTable(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('  ')
      .trimEnd(),
  );
}

/** An estimate with its interval behind it. */
export const showInterval = ({ mean, low, high }: Interval): string =>
  `${mean.toFixed(4)} (${low.toFixed(4)}–${high.toFixed(4)})`;
