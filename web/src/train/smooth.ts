/** The smoothing amount applies per 1/200 of the curve, independent of the number of points. */
const UNITS = 200;

/**
 * Smooths a curve with a debiased exponential moving average over steps. A point that stands for many steps has the
 * weight of that many points. Nulls stay null.
 * @param steps in ascending order, [points]
 * @param amount between 0 (no smoothing) and 1 (exclusive)
 */
export function smooth(
  steps: readonly number[],
  values: readonly (number | null)[],
  amount: number,
): (number | null)[] {
  if (amount === 0) return [...values];
  const unit = Math.max(((steps.at(-1) ?? 0) - (steps[0] ?? 0)) / UNITS, 1);
  let sum = 0;
  let weight = 0;
  let previous = (steps[0] ?? 0) - unit;
  return values.map((value, i) => {
    if (value === null) return null;
    const kept = amount ** ((steps[i] - previous) / unit);
    previous = steps[i];
    sum = kept * sum + (1 - kept) * value;
    weight = kept * weight + (1 - kept);
    return sum / weight;
  });
}
