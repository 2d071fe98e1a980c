/** The result of a sequential comparison of two groups. */
export interface SequentialResult {
  readonly verdict: 'BETTER' | 'WORSE' | 'UNDECIDED';
  /** Mean of the treated group minus mean of the control group; 0 if a group has no customers. */
  readonly difference: number;
  /** The interval of the difference at the level 1 − alpha, valid on every day; null before anything varies. */
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * A mixture sequential probability ratio test of the difference of two means (Johari et al. 2017, "Peeking at A/B
 * Tests"). It can be evaluated after every observation: the probability that it ever makes a wrong decision is at most
 * `alpha`.
 *
 *   Λ = √(V / (V + τ²)) · exp(τ² Δ² / (2 V (V + τ²))),   V = s²ₐ / nₐ + s²_b / n_b
 *
 * and the test decides if Λ ≥ 1 / alpha, which is when its interval does not contain 0. τ is the expected size of the
 * effect: 15 % of the mean of both groups.
 * @param treated sums per customer in the group that is tried, [customers]
 * @param control sums per customer in the other group, [customers]
 * @param alpha the probability of a wrong decision
 * @returns whether the treated group's mean is higher or lower
 */
export function sequentialTest(
  treated: readonly number[],
  control: readonly number[],
  alpha: number,
): SequentialResult {
  if (treated.length < 2 || control.length < 2) return undecided(0);
  const [a, b] = [moments(treated), moments(control)];
  const difference = a.mean - b.mean;
  const variance = a.variance / treated.length + b.variance / control.length;
  if (variance === 0) return undecided(difference);
  const overall = (a.mean * treated.length + b.mean * control.length) / (treated.length + control.length);
  const effect = (EFFECT * Math.max(overall, MIN_MEAN)) ** 2;
  const [sum, logLevel] = [variance + effect, Math.log(1 / alpha)];
  // The differences with Λ < 1 / alpha.
  const reach = Math.sqrt(((2 * variance * sum) / effect) * (logLevel + 0.5 * Math.log(sum / variance)));
  const [low, high] = [difference - reach, difference + reach];
  return { verdict: low >= 0 ? 'BETTER' : high <= 0 ? 'WORSE' : 'UNDECIDED', difference, low, high };
}

const undecided = (difference: number): SequentialResult => ({
  verdict: 'UNDECIDED',
  difference,
  low: null,
  high: null,
});

/** The relative effect that the test is tuned to. */
const EFFECT = 0.15;
/** The smallest mean that is assumed, so that the effect is not 0 before the first observations. */
const MIN_MEAN = 0.1;

function moments(values: readonly number[]): { mean: number; variance: number } {
  const mean = values.reduce((sum, each) => sum + each, 0) / values.length;
  const squares = values.reduce((sum, each) => sum + (each - mean) ** 2, 0);
  return { mean, variance: squares / (values.length - 1) };
}
