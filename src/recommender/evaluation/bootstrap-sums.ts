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
 * The interval of a statistic of sums over customers, by the percentile bootstrap (Efron 1979): customers are drawn
 * with replacement, since what one customer does hangs together. Draws for which the statistic is not finite are
 * passed over.
 * @param sums [customers][sums], each customer's part of every sum
 * @param statistic what is estimated, from the sums over all customers
 */
export function bootstrapSums(
  sums: readonly Float64Array[],
  statistic: (total: Float64Array) => number,
  seed: number,
): Interval {
  const random = createRandom(seed);
  const width = sums[0]?.length ?? 0;
  const total = new Float64Array(width);
  const add = (row: Float64Array) => {
    for (let at = 0; at < width; at++) total[at] += row[at];
  };
  sums.forEach(add);
  const mean = statistic(total);
  const drawn: number[] = [];
  for (let draw = 0; draw < DRAWS; draw++) {
    total.fill(0);
    for (let customer = 0; customer < sums.length; customer++) add(sums[random.integer(sums.length)]);
    const value = statistic(total);
    if (Number.isFinite(value)) drawn.push(value);
  }
  drawn.sort((a, b) => a - b);
  const at = (share: number) => drawn[Math.round(share * (drawn.length - 1))] ?? mean;
  return { mean, low: at(0.025), high: at(0.975) };
}
