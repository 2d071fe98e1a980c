import { createRandom } from '../../../src/random';
import { createLayers, createMasks, feedForward } from '../../../src/recommender/engine/feed-forward';

const layers = [
  {
    inputs: 2,
    outputs: 3,
    weights: Float32Array.from([1, 0, 2, 0, 1, -3]),
    biases: Float32Array.from([0, 1, 0]),
  },
  { inputs: 3, outputs: 1, weights: Float32Array.from([1, 10, 100]), biases: Float32Array.from([-20]) },
];

describe('feedForward', () => {
  test('applies relu to all layers except the last', () => {
    // Hidden: 2, 1 + 1, 2·2 − 3 → 2, 2, 1, and from the second input 0, 3, −6 → 0.
    expect([...feedForward(layers, Float32Array.from([2, 1]))]).toEqual([2 + 20 + 100 - 20]);
    expect([...feedForward(layers, Float32Array.from([-1, 2]))]).toEqual([30 - 20]);
    expect([...feedForward(layers, Float32Array.from([0, -5]))]).toEqual([1500 - 20]);
  });

  test('multiplies hidden units by the masks', () => {
    const masks = [Float32Array.from([0, 2, 1])];
    expect([...feedForward(layers, Float32Array.from([2, 1]), masks)]).toEqual([40 + 100 - 20]);
  });
});

describe('createLayers', () => {
  test('initializes uniformly in ±1/√inputs', () => {
    const [first, second] = createLayers([100, 50, 4], createRandom(1));
    expect([first.weights.length, first.biases.length, second.weights.length]).toEqual([5_000, 50, 200]);
    expect(Math.max(...first.weights)).toBeLessThan(0.1);
    expect(Math.max(...first.weights)).toBeGreaterThan(0.099);
    expect(Math.min(...first.weights)).toBeLessThan(-0.099);
  });
});

describe('createMasks', () => {
  test('drops the share of units set per layer, and preserves the expected sum', () => {
    const [untouched, dropped] = createMasks(
      createLayers([1, 100, 100, 1], createRandom(1)),
      [0, 0.25],
      100,
      createRandom(2),
    );
    expect(untouched.every((value) => value === 1)).toBe(true);
    expect(dropped.filter((value) => value === 0).length / 10_000).toBeCloseTo(0.25, 1);
    expect(dropped.reduce((sum, value) => sum + value) / 10_000).toBeCloseTo(1, 1);
  });
});
