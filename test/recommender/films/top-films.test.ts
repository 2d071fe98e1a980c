import { createRandom } from '../../../src/random';
import { topFilms } from '../../../src/recommender/films/top-films';

describe('topFilms', () => {
  test('equals a full sort, for any number of films, ties by film number', () => {
    const random = createRandom(1);
    const scores = Float32Array.from({ length: 500 }, () => random.integer(40) / 8);
    const sorted = Array.from(scores, (score, film) => ({ film, score })).sort(
      (a, b) => b.score - a.score || a.film - b.film,
    );
    for (const first of [0, 1, 2, 5, 17, 499, 500, 900]) {
      expect(topFilms(scores, first)).toEqual(sorted.slice(0, first));
    }
  });

  test('leaves out films that are not allowed', () => {
    const allowed = Uint8Array.from([1, 0, 1, 1]);
    expect(topFilms(Float32Array.from([1, 9, 3, 2]), 2, allowed).map(({ film }) => film)).toEqual([2, 3]);
  });

  test('never returns a film without a score', () => {
    const scores = Float32Array.from([NaN, 1, -Infinity, -4]);
    expect(topFilms(scores, 4)).toEqual([
      { film: 1, score: 1 },
      { film: 3, score: -4 },
    ]);
  });
});
