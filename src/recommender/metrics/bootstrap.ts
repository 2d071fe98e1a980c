import { createRandom } from '../../random';

/** An estimate and its 95 % interval. */
export interface Interval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** Number of resamples per interval. */
const DRAWS = 1_000;

/**
 * The interval of a statistic over customers by the percentile bootstrap (Efron 1979). Customers are drawn with
 * replacement because the rentals of one customer depend on each other. Resamples with a statistic that is not finite
 * are left out. A statistic that counts distinct items, such as the films in any list, is lower in every resample: with
 * `isShare` the interval is shifted by the distance of the resamples' median from the estimate, and capped at 1.
 * @param statistic computes the estimate from customer numbers, which may repeat
 */
export function bootstrap(
  customers: number,
  statistic: (drawn: Int32Array) => number,
  seed: number,
  { isShare = false } = {},
): Interval {
  const random = createRandom(seed);
  const drawn = Int32Array.from({ length: customers }, (_, customer) => customer);
  const mean = statistic(drawn);
  const values: number[] = [];
  for (let draw = 0; draw < DRAWS; draw++) {
    for (let index = 0; index < customers; index++) drawn[index] = random.integer(customers);
    const value = statistic(drawn);
    if (Number.isFinite(value)) values.push(value);
  }
  values.sort((a, b) => a - b);
  const quantile = (share: number) => values[Math.round(share * (values.length - 1))] ?? mean;
  const shift = isShare ? mean - quantile(0.5) : 0;
  const high = quantile(0.975) + shift;
  return { mean, low: quantile(0.025) + shift, high: isShare ? Math.min(high, 1) : high };
}

/**
 * The bootstrap interval of a statistic of sums over customers.
 * @param sums each customer's part of every sum, [customers][sums]
 */
export function bootstrapSums(
  sums: readonly Float64Array[],
  statistic: (total: Float64Array) => number,
  seed: number,
): Interval {
  const total = new Float64Array(sums[0]?.length ?? 0);
  const ofDrawn = (drawn: Int32Array) => {
    total.fill(0);
    for (const customer of drawn) {
      const row = sums[customer];
      for (let index = 0; index < row.length; index++) total[index] += row[index];
    }
    return statistic(total);
  };
  return bootstrap(sums.length, ofDrawn, seed);
}

/** The bootstrap interval of the mean of one value per customer. */
export const bootstrapMean = (values: readonly number[], seed: number): Interval =>
  bootstrapSums(
    values.map((value) => Float64Array.of(value, 1)),
    ([sum, count]) => sum / count,
    seed,
  );

/**
 * The interval of the mean difference `a` − `b` by the paired bootstrap: the same customers are drawn for both, so
 * that differences between customers cancel out. Both hold one value per customer, in the same order.
 */
export const pairedDifference = (a: readonly number[], b: readonly number[], seed: number): Interval =>
  bootstrapMean(
    a.map((value, customer) => value - b[customer]),
    seed,
  );
