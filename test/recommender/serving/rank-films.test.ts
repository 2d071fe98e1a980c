import { rankFilms } from '../../../src/recommender/serving/rank-films';

const all = (films: number) => new Uint8Array(films).fill(1);

describe('rankFilms', () => {
  it('fills the list with films that have no score, after those that have one', () => {
    const scores = Float32Array.of(-Infinity, 0.5, -Infinity, 0.25, NaN);
    expect(rankFilms(scores, { first: 4, allowed: all(5), diversity: 0 })).toEqual([
      { film: 1, score: 0.5 },
      { film: 3, score: 0.25 },
      { film: 0, score: 0.25 },
      { film: 2, score: 0.25 },
    ]);
  });

  it('lists no film that does not qualify, with a score or without', () => {
    const scores = Float32Array.of(-Infinity, 0.5, -Infinity);
    expect(rankFilms(scores, { first: 3, allowed: Uint8Array.of(0, 1, 0), diversity: 0 })).toEqual([
      { film: 1, score: 0.5 },
    ]);
  });

  it('gives films that nothing is known of a score of 0', () => {
    const scores = new Float32Array(2).fill(-Infinity);
    expect(rankFilms(scores, { first: 1, allowed: all(2), diversity: 0 })).toEqual([{ film: 0, score: 0 }]);
  });
});
