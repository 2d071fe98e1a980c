const BLOCKS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/**
 * Draws values as columns of blocks, [height] rows of `width` characters at the most, the highest row first.
 * More values than columns are averaged, neighbours together. What has no value yet is left blank.
 */
export function drawCurve(values: readonly (number | null)[], width: number, height: number): string[] {
  const columns = toColumns(values, width);
  const known = columns.filter((value) => value !== null);
  const lowest = Math.min(...known);
  const range = Math.max(...known) - lowest || 1;
  const levels = BLOCKS.length * height - 1;
  const levelOf = (value: number) => Math.round(((value - lowest) / range) * levels);
  return Array.from({ length: height }, (_, row) => {
    const below = BLOCKS.length * (height - 1 - row);
    return columns.map((value) => (value === null ? ' ' : blockAt(levelOf(value) - below))).join('');
  });
}

function toColumns(values: readonly (number | null)[], width: number): (number | null)[] {
  if (values.length <= width) return [...values];
  return Array.from({ length: width }, (_, at) => {
    const from = Math.floor((at * values.length) / width);
    const to = Math.floor(((at + 1) * values.length) / width);
    const known = values.slice(from, to).filter((value) => value !== null);
    return known.length > 0 ? known.reduce((sum, value) => sum + value, 0) / known.length : null;
  });
}

function blockAt(level: number): string {
  if (level < 0) return ' ';
  return BLOCKS[Math.min(level, BLOCKS.length - 1)];
}
