import { createDivergenceWatch, requireFinite } from '../../../src/recommender/policies/divergence';

const losing = (losses: (number | null)[]) => {
  const watch = createDivergenceWatch();
  losses.forEach((loss, at) =>
    watch({ step: at + 1, loss, reward: 0, meanReward: 0, epsilon: 0, validation: null }),
  );
};
const steady = (count: number, loss: number) => new Array<number>(count).fill(loss);

describe('what must not go on', () => {
  it.each([NaN, Infinity])('is a loss of %s, named with its step', (loss) => {
    expect(() => losing([null, 0.5, loss])).toThrow(`The loss is ${loss} at step 3.`);
  });

  it('is a loss that grows without bound', () => {
    expect(() => losing([...steady(200, 0.01), ...steady(200, 100)])).toThrow(/diverged at step 2\d\d/);
  });

  it('is not a loss that is noisy, spikes once or begins high', () => {
    losing([null, ...steady(50, 1_000), ...steady(300, 0.5).map((loss, at) => loss * (1 + (at % 7)))]);
    losing([...steady(300, 0.5), 30, ...steady(300, 0.5)]);
  });

  it('is a number that is none among what was learned', () => {
    requireFinite({ a: Float32Array.of(1, 2) });
    expect(() => requireFinite({ a: Float32Array.of(1, 2), b: Float32Array.of(1, NaN) })).toThrow(/ b /);
  });
});
