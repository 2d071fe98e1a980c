import { createRandom } from '../../random';

/** An estimate and its 95 % interval. */
export interface Interval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** How often customers are drawn anew. */
const DRAWS = 1_000;

/**
 * The interval of a statistic of customers by the percentile bootstrap (Efron 1979): customers are drawn with
 * replacement, since what one customer does hangs together. Draws for which the statistic is not finite are passed
 * over. A statistic that counts different things, such as all films that anybody was recommended, comes out lower
 * in every draw: for a share of that kind, `isShare`, the interval is moved by how far the draws' median lies from
 * the estimate, and ends at 1.
 * @param statistic what is estimated, from the numbers of customers, some of them more than once
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
    for (let at = 0; at < customers; at++) drawn[at] = random.integer(customers);
    const value = statistic(drawn);
    if (Number.isFinite(value)) values.push(value);
  }
  values.sort((a, b) => a - b);
  const at = (share: number) => values[Math.round(share * (values.length - 1))] ?? mean;
  const shift = isShare ? mean - at(0.5) : 0;
  const high = at(0.975) + shift;
  return { mean, low: at(0.025) + shift, high: isShare ? Math.min(high, 1) : high };
}

/**
 * The bootstrap interval of a statistic of sums over customers.
 * @param sums [customers][sums], each customer's part of every sum
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
      for (let at = 0; at < row.length; at++) total[at] += row[at];
    }
    return statistic(total);
  };
  return bootstrap(sums.length, ofDrawn, seed);
}
