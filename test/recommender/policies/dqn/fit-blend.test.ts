import { createRandom } from '../../../../src/random';
import type { Policy } from '../../../../src/recommender/policies/policy';
import {
  createBlendedPolicy,
  standardize,
  unrentedFilms,
} from '../../../../src/recommender/policies/dqn/blend';
import { fitBlend } from '../../../../src/recommender/policies/dqn/fit-blend';
import type { WidePart } from '../../../../src/recommender/policies/dqn/wide-part';

const FILMS = 40;
const CUSTOMERS = 300;
const random = createRandom(2);
const normals = () => Float32Array.from({ length: FILMS }, () => random.normal());
/** Scores of each customer by three models; the customer's first film is their number. */
const scores = Array.from({ length: 3 }, () => Array.from({ length: CUSTOMERS }, normals));
const customerOf = (history: Int32Array) => history[0] * FILMS + history[1];
const deep: Policy = {
  name: 'DQN',
  score: (histories) => histories.map((history) => scores[0][customerOf(history)]),
};
const wide: WidePart = {
  models: [
    { name: 'ease', score: (history) => scores[1][customerOf(history)] },
    { name: 'ridge', score: (history) => scores[2][customerOf(history)] },
  ],
  known: new Uint8Array(FILMS).fill(1),
};

/** Draws rentals by a softmax of 1 · deep + .5 · ease; the ridge scores are random. */
const cases = Array.from({ length: CUSTOMERS }, (_, customer) => {
  const profile = Int32Array.of(Math.floor(customer / FILMS), customer % FILMS);
  const unrented = unrentedFilms(profile, FILMS);
  const [a, b] = [scores[0], scores[1]].map((rows) => standardize(rows[customer], unrented));
  const test = Array.from({ length: 20 }, () => {
    const draws = a.map((value, film) => value + 0.5 * b[film] - Math.log(-Math.log(random.next())));
    draws.forEach((_draw, film) => unrented[film] || (draws[film] = -Infinity));
    return draws.indexOf(Math.max(...draws));
  });
  return { customer, profile, test: Int32Array.from(test) };
});

describe('fitBlend', () => {
  it('finds the weights that rentals were drawn with, and weight 0 for random scores', () => {
    const weights = fitBlend({ deep, wide }, cases);
    expect(weights.deep).toBeCloseTo(1, 1);
    expect(weights.ease).toBeCloseTo(0.5, 1);
    expect(weights.ridge).toBeGreaterThanOrEqual(0);
    expect(weights.ridge).toBeLessThan(0.05);
  });

  it('uses only the network if no rental is held out', () => {
    expect(fitBlend({ deep, wide }, [])).toEqual({ deep: 1, ease: 0, ridge: 0 });
  });
});

describe('createBlendedPolicy', () => {
  const rentals = Float32Array.from({ length: FILMS }, (_, film) => film);
  const parts = { deep, weights: { deep: 1 }, facts: { rentals }, popularityPrior: 6 };

  it('follows popularity for an empty history and the network for a long one', () => {
    const constant: Policy = { name: 'DQN', score: (histories) => histories.map(() => scores[0][0]) };
    const policy = createBlendedPolicy({ ...parts, deep: constant });
    const [empty] = policy.score([new Int32Array()]);
    expect(empty.indexOf(Math.max(...empty))).toBeGreaterThan(FILMS / 2);
    const [long] = policy.score([Int32Array.from({ length: 30 }, (_, film) => film)]);
    const rest = (row: Float32Array) =>
      [...row.subarray(30).keys()].sort((i, j) => row[30 + j] - row[30 + i]);
    expect(rest(long)).toEqual(rest(scores[0][0]));
  });

  it('prefers films with a higher mean gain', () => {
    const gains = new Float32Array(FILMS).fill(1);
    gains[7] = 100;
    const constant: Policy = { name: 'DQN', score: (histories) => histories.map(() => scores[0][0]) };
    const policy = createBlendedPolicy({ ...parts, deep: constant, facts: { rentals, gains } });
    const [ranked] = policy.score([Int32Array.from({ length: 30 }, (_, film) => (film + 8) % FILMS)]);
    const unrented = [...ranked.keys()].filter((film) => film < 8 || film >= 38);
    expect(unrented.sort((a, b) => ranked[b] - ranked[a])[0]).toBe(7);
  });
});
