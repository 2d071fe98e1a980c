import { createRandom } from '../../../src/random';
import { topFilms } from '../../../src/recommender/films/top-films';
import { exploreList } from '../../../src/recommender/serving/explore-list';

const SCORES = Float32Array.of(5, 4, 3, 2, 1, 0);
const ALLOWED = Uint8Array.of(1, 1, 1, 0, 1, 1);

const explore = (exploration: number, seed: number, allowed = ALLOWED, first = 3) =>
  exploreList(topFilms(SCORES, first, allowed), {
    exploration,
    allowed,
    scores: SCORES,
    random: createRandom(seed),
  });

describe('exploreList', () => {
  it('shows the ranked list with propensity 1 if there is no exploration', () => {
    expect(explore(0, 1)).toEqual([
      { film: 0, score: 5, propensity: 1 },
      { film: 1, score: 4, propensity: 1 },
      { film: 2, score: 3, propensity: 1 },
    ]);
  });

  it('draws the same list for the same seed', () => {
    expect(explore(0.5, 3)).toEqual(explore(0.5, 3));
  });

  it('shows each film at most once, and only qualifying films', () => {
    for (let seed = 0; seed < 200; seed++) {
      const films = explore(0.7, seed).map(({ film }) => film);
      expect(new Set(films).size).toBe(3);
      expect(films).not.toContain(3);
    }
  });

  it('shows each film as often as its propensity says, given the places above', () => {
    const ROUNDS = 40_000;
    const shown = new Map<string, { count: number; propensity: number }>();
    for (let seed = 0; seed < ROUNDS; seed++) {
      const [first, second] = explore(0.4, seed, ALLOWED, 2);
      const key = `${first.film} ${second.film}`;
      const seen = shown.get(key) ?? { count: 0, propensity: first.propensity * second.propensity };
      expect(first.propensity * second.propensity).toBeCloseTo(seen.propensity, 12);
      shown.set(key, { ...seen, count: seen.count + 1 });
    }
    expect(shown.size).toBe(5 * 4);
    let sum = 0;
    for (const { count, propensity } of shown.values()) {
      expect(Math.abs(count / ROUNDS - propensity)).toBeLessThan(0.01);
      sum += propensity;
    }
    expect(sum).toBeCloseTo(1, 12);
  });

  it('has propensity 1 if only one film remains', () => {
    const [only] = explore(1, 1, Uint8Array.of(0, 0, 1, 0, 0, 0));
    expect(only).toEqual({ film: 2, score: 3, propensity: 1 });
  });
});
