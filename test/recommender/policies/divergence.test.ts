import { createDivergenceWatch, requireFinite } from '../../../src/recommender/policies/divergence';

const losing = (losses: (number | null)[]) => {
  const watch = createDivergenceWatch();
  losses.forEach((loss, index) =>
    watch({ step: index + 1, loss, reward: 0, meanReward: 0, epsilon: 0, validation: null }),
  );
};
const steady = (count: number, loss: number) => new Array<number>(count).fill(loss);

describe('createDivergenceWatch', () => {
  it.each([NaN, Infinity])('refuses a loss of %s and names its step', (loss) => {
    expect(() => losing([null, 0.5, loss])).toThrow(`The loss is ${loss} at step 3.`);
  });

  it('refuses a loss that grows without bound', () => {
    expect(() => losing([...steady(200, 0.01), ...steady(200, 100)])).toThrow(/diverged at step 2\d\d/);
  });

  it('accepts a loss that is noisy, spikes once or starts high', () => {
    losing([null, ...steady(50, 1_000), ...steady(300, 0.5).map((loss, index) => loss * (1 + (index % 7)))]);
    losing([...steady(300, 0.5), 30, ...steady(300, 0.5)]);
  });
});

describe('requireFinite', () => {
  it('refuses NaN and names the array', () => {
    requireFinite({ a: Float32Array.of(1, 2) });
    expect(() => requireFinite({ a: Float32Array.of(1, 2), b: Float32Array.of(1, NaN) })).toThrow(
      'b contains NaN or Infinity.',
    );
  });
});
