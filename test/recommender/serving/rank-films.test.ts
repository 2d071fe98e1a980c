import { createRandom } from '../../../src/random';
import { createNearestFilms } from '../../../src/recommender/films/nearest-films';
import { rankFilms } from '../../../src/recommender/serving/rank-films';

const all = (films: number) => new Uint8Array(films).fill(1);

describe('rankFilms', () => {
  it('fills the list with films without a score, after those with one', () => {
    const scores = Float32Array.of(-Infinity, 0.5, -Infinity, 0.25, NaN);
    expect(rankFilms(scores, { first: 4, allowed: all(5), diversity: 0 })).toEqual([
      { film: 1, score: 0.5 },
      { film: 3, score: 0.25 },
      { film: 0, score: 0.25 },
      { film: 2, score: 0.25 },
    ]);
  });

  it('lists only qualifying films, with or without a score', () => {
    const scores = Float32Array.of(-Infinity, 0.5, -Infinity);
    expect(rankFilms(scores, { first: 3, allowed: Uint8Array.of(0, 1, 0), diversity: 0 })).toEqual([
      { film: 1, score: 0.5 },
    ]);
  });

  it('gives unknown films a score of 0', () => {
    const scores = new Float32Array(2).fill(-Infinity);
    expect(rankFilms(scores, { first: 1, allowed: all(2), diversity: 0 })).toEqual([{ film: 0, score: 0 }]);
  });

  it('adds categories to lists with every increase of diversity by 0.1', () => {
    const random = createRandom(1);
    const [films, categories, dimension] = [300, 12, 16];
    const category = Array.from({ length: films }, (_, film) => film % categories);
    const vectors = Float32Array.from({ length: films * dimension }, (_, index) => {
      const [film, i] = [Math.floor(index / dimension), index % dimension];
      return (category[film] === i ? 1 : 0) + 0.2 * random.normal();
    });
    const nearest = createNearestFilms(vectors, dimension);
    const embedding = { vectors, dimension, nearest };
    const customers = Array.from({ length: 25 }, () => {
      const taste = Array.from({ length: categories }, () => 2 * random.normal());
      return Float32Array.from(category, (own) => taste[own] + random.normal());
    });
    const counts = Array.from({ length: 11 }, (_, tenth) => {
      const numbers = customers.map((scores) => {
        const options = { first: 10, allowed: all(films), diversity: tenth / 10, embedding };
        return new Set(rankFilms(scores, options).map(({ film }) => category[film])).size;
      });
      return numbers.reduce((sum, count) => sum + count, 0) / numbers.length;
    });
    counts.slice(1).forEach((count, index) => expect(count).toBeGreaterThan(counts[index]));
  });
});
