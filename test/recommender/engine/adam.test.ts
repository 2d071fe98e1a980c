import { Adam, ADAM_DEFAULTS } from '../../../src/recommender/engine/adam';

describe('Adam', () => {
  test('moves each parameter by the learning rate in its first step, against the gradient', () => {
    const values = Float32Array.from([1, 1, 1]);
    new Adam([values], { ...ADAM_DEFAULTS, learningRate: 0.1 }).update([Float32Array.from([5, -0.01, 0])]);
    expect(values[0]).toBeCloseTo(0.9, 5);
    expect(values[1]).toBeCloseTo(1.1, 5);
    expect(values[2]).toBe(1);
  });

  test('takes the second step as in the paper', () => {
    const values = Float32Array.from([0]);
    const adam = new Adam([values], { learningRate: 0.5, beta1: 0.8, beta2: 0.9, epsilon: 1e-8 });
    adam.update([Float32Array.from([2])]);
    adam.update([Float32Array.from([1])]);
    const m = (0.8 * 0.4 + 0.2 * 1) / (1 - 0.8 ** 2);
    const v = (0.9 * 0.4 + 0.1 * 1) / (1 - 0.9 ** 2);
    expect(values[0]).toBeCloseTo(-0.5 - (0.5 * m) / Math.sqrt(v), 5);
    expect(adam.step).toBe(2);
  });
});
