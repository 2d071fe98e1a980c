import { createRandom } from '../../../src/random';
import { topFilms } from '../../../src/recommender/films/top-films';
import type { Policy } from '../../../src/recommender/policies/policy';
import type { LoggedList } from '../../../src/recommender/impressions/logged-list';
import { estimateOffPolicy, kish } from '../../../src/recommender/evaluation/off-policy';
import { servedAfter } from '../../../src/recommender/impressions/served-after';
import { exploreList } from '../../../src/recommender/serving/explore-list';

const scoring = (...scores: number[]): Policy => ({
  name: 'EASE',
  score: (histories) => histories.map(() => Float32Array.from(scores)),
});

const logged = (
  customer: string,
  films: number[],
  propensities: number[],
  rented: number[],
  history: number[] = [],
): LoggedList => ({
  customer,
  history: Int32Array.from(history),
  films: Int32Array.from(films),
  propensities: Float64Array.from(propensities),
  rented: Uint8Array.from(rented),
});

describe('estimateOffPolicy', () => {
  // Three films, the candidate's best is film 0. One customer was shown film 0 and rented it, one film 1 and did not.
  const TWO = [logged('a', [0], [0.5], [1]), logged('b', [1], [0.25], [0])];

  it('weighs choices of the candidate by the inverse of their propensity', () => {
    const estimate = estimateOffPolicy(scoring(3, 2, 1), TWO);
    // Weights 1 / .5 and 0 / .25.
    expect(estimate).toMatchObject({ effectiveSampleSize: 1, lists: 2, snips: { mean: 1 } });
  });

  it('matches values worked out by hand for a candidate that explores', () => {
    const estimate = estimateOffPolicy(scoring(3, 2, 1), TWO, { exploration: 0.2 })!;
    // Weights .8 / .5 = 1.6 and .1 / .25 = .4.
    expect(estimate.snips.mean).toBeCloseTo(1.6 / 2, 12);
    expect(estimate.effectiveSampleSize).toBeCloseTo(4 / (1.6 ** 2 + 0.4 ** 2), 12);
    // Rates (1 + 10 · .5) / 11 for the best film and (0 + 10 · .5) / 11 for the others.
    const expected = (0.8 * 6 + 0.2 * 5) / 11;
    const residual = (1.6 * (1 - 6 / 11) + 0.4 * (0 - 5 / 11)) / 2;
    expect(estimate.doublyRobust.mean).toBeCloseTo(expected + residual, 12);
  });

  it('judges each place given the remaining films', () => {
    // Film 0 was rented before and film 1 is above, so at the second place the candidate would show film 2.
    const list = logged('a', [1, 2], [0.9, 0.9], [0, 1], [0]);
    const estimate = estimateOffPolicy(scoring(4, 3, 2, 1), [list])!;
    expect(estimate.effectiveSampleSize).toBeCloseTo(2, 12);
    expect(estimate.snips.mean).toBeCloseTo(0.5, 12);
  });

  it('returns undefined if the candidate could not have shown any of the films', () => {
    expect(estimateOffPolicy(scoring(1, 2, 3), TWO)).toBeUndefined();
    expect(estimateOffPolicy(scoring(1, 2, 3), [])).toBeUndefined();
  });

  it('gives the same intervals for the same seed', () => {
    const [a, b] = [1, 1].map((seed) => estimateOffPolicy(scoring(3, 2, 1), TWO, { exploration: 0.2, seed }));
    expect(a).toEqual(b);
  });

  it('estimates a policy that never served from lists of another policy with exploration', () => {
    const FILMS = 12;
    const random = createRandom(5);
    const worth = Array.from({ length: FILMS }, (_, film) => 0.02 + 0.05 * film);
    const serving = Float32Array.from({ length: FILMS }, (_, film) => -film);
    const lists = Array.from({ length: 6_000 }, (_, number) => {
      const allowed = new Uint8Array(FILMS).fill(1);
      const shown = exploreList(topFilms(serving, 2, allowed), {
        exploration: 0.5,
        allowed,
        scores: serving,
        random,
      });
      return logged(
        String(number % 500),
        shown.map(({ film }) => film),
        shown.map(({ propensity }) => propensity),
        shown.map(({ film }) => Number(random.next() < worth[film])),
      );
    });
    const estimate = estimateOffPolicy(scoring(...worth), lists)!;
    // It would show the last film, or the second to last if the last one is above.
    const truth = worth[11];
    for (const { mean, low, high } of [estimate.snips, estimate.doublyRobust]) {
      expect(Math.abs(mean - truth)).toBeLessThan(0.05);
      expect(low).toBeLessThan(truth);
      expect(high).toBeGreaterThan(truth - 0.01);
      expect(high - low).toBeLessThan(0.12);
    }
    expect(estimate.effectiveSampleSize).toBeGreaterThan(300);
    expect(estimate.effectiveSampleSize).toBeLessThan(12_000);
  });
});

describe('servedAfter', () => {
  it('keeps the lists whose outcome a policy cannot have learned from', () => {
    const log = { customers: ['a', 'b'], histories: [Int32Array.of(1, 2), Int32Array.of(3)] };
    const lists = [
      logged('a', [0], [1], [1], [1]),
      logged('a', [0], [1], [1], [1, 2]),
      logged('b', [0], [1], [1], [3, 4]),
      logged('newcomer', [0], [1], [1]),
    ];
    expect(servedAfter(log, lists)).toEqual(lists.slice(1));
  });
});

describe('kish', () => {
  it.each([
    [[1, 1, 1, 1], 4],
    [[2, 0, 0], 1],
    [[3, 1], 1.6],
    [[0, 0], 0],
  ])('of weights %j is %d', (weights, size) => {
    expect(kish(weights)).toBeCloseTo(size, 12);
  });
});
