import Table from 'cli-table3';
import type { Interval } from '../recommender/metrics/bootstrap';

const BORDERS = [
  ...['top', 'top-mid', 'top-left', 'top-right', 'bottom', 'bottom-mid', 'bottom-left', 'bottom-right'],
  ...['left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid'],
];
/** Two spaces between columns, and no lines between cells. */
const CHARS = { ...Object.fromEntries(BORDERS.map((name) => [name, ''])), middle: '  ' };

/** Formats rows of cells as lines. Each column is as wide as its widest cell. */
export function toTable(rows: readonly (readonly string[])[]): string[] {
  const table = new Table({ chars: CHARS, style: { 'padding-left': 0, 'padding-right': 0, border: [] } });
  table.push(...rows.map((row) => [...row]));
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd());
}

/** Formats an estimate with its interval in parentheses. */
export const showInterval = ({ mean, low, high }: Interval): string =>
  `${mean.toFixed(4)} (${low.toFixed(4)}–${high.toFixed(4)})`;
