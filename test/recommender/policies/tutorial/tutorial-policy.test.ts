import { createNearestFilms } from '../../../../src/recommender/films/nearest-films';
import { createTutorialPolicy } from '../../../../src/recommender/policies/tutorial/tutorial-policy';

/** A network that answers a state with itself. */
const identity = [
  { inputs: 2, outputs: 2, weights: Float32Array.from([1, 0, 0, 1]), biases: new Float32Array(2) },
];
const films = createNearestFilms(Float32Array.from([1, 0, 0, 1, 0, 0, 1, 1]), 2);
const policy = createTutorialPolicy(identity, films);
const scores = (history: number[]) => policy.score([Int32Array.from(history)])[0];

describe('the tutorial policy', () => {
  test('scores films by their cosine to the action for the state of the history', () => {
    // From zeros: (½, 0), then (¼, ½).
    const [a, b, , both] = scores([0, 1]);
    const length = Math.hypot(0.25, 0.5);
    expect(a).toBeCloseTo(0.25 / length, 6);
    expect(b).toBeCloseTo(0.5 / length, 6);
    expect(both).toBeCloseTo(0.75 / length / Math.SQRT2, 6);
  });

  test('gives films without a vector no score, and skips them in a history', () => {
    expect(scores([0, 1])[2]).toBe(-Infinity);
    expect(scores([0, 2, 1])).toEqual(scores([0, 1]));
  });

  test('gives the same scores for a history, alone or among others', () => {
    const histories = [Int32Array.from([0]), Int32Array.from([1, 0]), new Int32Array()];
    expect(policy.score(histories)[1]).toEqual(scores([1, 0]));
    expect(policy.score(histories)).toEqual(policy.score(histories));
  });
});
