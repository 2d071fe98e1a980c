// Own code: the packages that plot in a terminal support neither gaps nor a logarithmic axis, and vary in height.

/** One value of a curve; null if the step has none. */
export interface CurveValue {
  /** From 1. */
  readonly step: number;
  readonly value: number | null;
}

const BLOCKS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/**
 * Draws a curve with block characters over a logarithmic axis of steps.
 * @returns `height` rows of up to `width` characters, the top row first
 */
export function drawCurve(values: readonly CurveValue[], width: number, height: number): string[] {
  const columns = toColumns(values, width);
  const known = columns.filter((value) => value !== null);
  const min = Math.min(...known);
  const range = Math.max(...known) - min || 1;
  const levels = BLOCKS.length * height - 1;
  const levelOf = (value: number) => Math.round(((value - min) / range) * levels);
  return Array.from({ length: height }, (_, row) => {
    const below = BLOCKS.length * (height - 1 - row);
    return columns.map((value) => (value === null ? ' ' : blockAt(levelOf(value) - below))).join('');
  });
}

/** The mean value of the steps of each column. A column without steps repeats the previous column. */
function toColumns(values: readonly CurveValue[], width: number): (number | null)[] {
  if (values.length === 0) return [];
  const first = values[0].step;
  const growth = Math.log(Math.max(values[values.length - 1].step / first, 1)) || 1;
  const columns = Array.from({ length: width }, () => ({ sum: 0, count: 0 }));
  for (const { step, value } of values) {
    if (value === null) continue;
    const column = columns[Math.min(width - 1, Math.floor((Math.log(step / first) / growth) * width))];
    column.sum += value;
    column.count++;
  }
  let last: number | null = null;
  return columns.map(({ sum, count }) => (last = count > 0 ? sum / count : last));
}

function blockAt(level: number): string {
  if (level < 0) return ' ';
  return BLOCKS[Math.min(level, BLOCKS.length - 1)];
}
