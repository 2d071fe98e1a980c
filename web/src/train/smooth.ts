/** How many weights of a smoothing are laid over a whole course, whatever the number of its points. */
const POINTS = 200;

/**
 * Smooths a course by an exponential moving average over its steps that does not start at 0: each value is the
 * weighted mean of those up to it, and one that stands for many steps weighs as much as they would. Nulls stay null.
 * @param steps ascending, [points]
 * @param amount 0 for none, towards 1 for more
 */
export function smooth(
  steps: readonly number[],
  values: readonly (number | null)[],
  amount: number,
): (number | null)[] {
  if (amount === 0) return [...values];
  const unit = Math.max(((steps.at(-1) ?? 0) - (steps[0] ?? 0)) / POINTS, 1);
  let sum = 0;
  let weight = 0;
  let before = (steps[0] ?? 0) - unit;
  return values.map((value, at) => {
    if (value === null) return null;
    const kept = amount ** ((steps[at] - before) / unit);
    before = steps[at];
    sum = kept * sum + (1 - kept) * value;
    weight = kept * weight + (1 - kept);
    return sum / weight;
  });
}
