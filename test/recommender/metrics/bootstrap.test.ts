import { createRandom } from '../../../src/random';
import { bootstrapSums } from '../../../src/recommender/metrics/bootstrap';

describe('bootstrapSums', () => {
  const mean = ([count, sum]: Float64Array) => sum / count;

  it('is as wide as 1.96 standard errors to each side of a mean', () => {
    const random = createRandom(2);
    const sums = Array.from({ length: 2_000 }, () => Float64Array.of(1, random.normal()));
    const { mean: estimate, low, high } = bootstrapSums(sums, mean, 1);
    expect(Math.abs(estimate)).toBeLessThan(0.1);
    expect((high - low) / 2).toBeCloseTo(1.96 / Math.sqrt(2_000), 2);
  });

  it('draws whole customers: ten entries of one customer count as one', () => {
    const values = [0, 1, 0, 1, 1, 0, 0, 1];
    const once = bootstrapSums(
      values.map((value) => Float64Array.of(1, value)),
      mean,
      1,
    );
    const tenfold = bootstrapSums(
      values.map((value) => Float64Array.of(10, 10 * value)),
      mean,
      1,
    );
    expect(tenfold).toEqual(once);
  });

  it('has no width for one customer', () => {
    expect(bootstrapSums([Float64Array.of(4, 1)], mean, 1)).toEqual({ mean: 0.25, low: 0.25, high: 0.25 });
  });
});
