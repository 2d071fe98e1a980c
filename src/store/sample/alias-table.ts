import type { Random } from '../../random';

/**
 * Prepares draws from a discrete distribution by the alias method of Walker (1977) and Vose (1991): O(n) to prepare,
 * O(1) per draw.
 * @param weights relative probabilities, [n]; at least one must be positive
 * @returns a function that draws an index from 0 to n − 1
 */
export function createAliasTable(weights: ArrayLike<number>): (random: Random) => number {
  const n = weights.length;
  const mean = Array.from(weights).reduce((sum, weight) => sum + weight, 0) / n;
  const keep = Float64Array.from(weights, (weight) => weight / mean);
  const alias = Int32Array.from({ length: n }, (_, index) => index);
  const small: number[] = [];
  const large: number[] = [];
  keep.forEach((share, index) => (share < 1 ? small : large).push(index));
  while (small.length > 0 && large.length > 0) {
    const light = small.pop() as number;
    const heavy = large[large.length - 1];
    alias[light] = heavy;
    keep[heavy] -= 1 - keep[light];
    if (keep[heavy] < 1) small.push(large.pop() as number);
  }
  // Because of rounding a few entries have no partner. Their share is 1.
  for (const index of [...small, ...large]) keep[index] = 1;
  return (random) => {
    const index = random.integer(n);
    return random.next() < keep[index] ? index : alias[index];
  };
}
