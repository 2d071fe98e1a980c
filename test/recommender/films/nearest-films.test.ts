import { createNearestFilms, nearestFilms, topFilms } from '../../../src/recommender/films/nearest-films';
import { createRandom } from '../../../src/random';

const FILMS = 300;

describe.each([1, 3, 4, 100, 101])('nearest films of %i dimensions', (dimension) => {
  const random = createRandom(dimension);
  const vectors = Float32Array.from({ length: FILMS * dimension }, random.normal);
  const query = Float32Array.from({ length: dimension }, random.normal);
  vectors.fill(0, 5 * dimension, 6 * dimension);
  vectors[9 * dimension] = NaN;
  vectors.copyWithin(20 * dimension, 30 * dimension, 31 * dimension);
  const found = Array.from({ length: FILMS }, (_, film) => film).filter((film) => film !== 5 && film !== 9);

  const bruteForce = (nearness: (dot: number, lengths: number) => number) => {
    const length = (v: number[]) => Math.sqrt(v.reduce((sum, x) => sum + x * x, 0));
    const q = [...query];
    const all = found.map((film) => {
      const v = [...vectors.subarray(film * dimension, (film + 1) * dimension)];
      const product = v.reduce((sum, x, i) => sum + x * q[i], 0);
      return { film, score: nearness(product, length(v) * length(q)) };
    });
    return all.sort((a, b) => (Math.abs(a.score - b.score) < 1e-12 ? a.film - b.film : b.score - a.score));
  };

  test.each([
    ['cosine', (dot: number, lengths: number) => dot / lengths],
    ['innerProduct', (dot: number) => dot],
  ] as const)('by %s are those of a brute-force search, in order', (nearness, formula) => {
    const expected = bruteForce(formula);
    const search = createNearestFilms(vectors, dimension, nearness);
    const result = search.find(query, FILMS);
    expect(result).toHaveLength(FILMS - 2);
    if (dimension > 1) expect(result.map(({ film }) => film)).toEqual(expected.map(({ film }) => film));
    result.forEach(({ score }, rank) => expect(score).toBeCloseTo(expected[rank].score, 10));
    expect(search.find(query, 7)).toEqual(result.slice(0, 7));
  });
});

describe('nearest films', () => {
  test('are the same when asked for by embedding', () => {
    const embedding = { dimension: 2, vectors: Float32Array.from([1, 0, 0, 0, 1, 1, -1, 0]) };
    const query = Float32Array.from([1, 0.5]);
    for (let twice = 0; twice < 2; twice++) {
      expect(nearestFilms(embedding, query, 2)).toEqual(search.find(query, 2));
    }
  });

  const search = createNearestFilms(Float32Array.from([1, 0, 0, 0, 1, 1, -1, 0]), 2);

  test('put a film at cosine 1 of itself', () => {
    const [best] = search.find(search.vector(2), 1);
    expect(best.film).toBe(2);
    expect(best.score).toBeCloseTo(1, 10);
  });

  test('leave out films without a vector and those that are not allowed', () => {
    expect(search.has(1)).toBe(false);
    const films = search.find(Float32Array.from([1, 0]), 9, Uint8Array.from([0, 1, 1, 1]));
    expect(films.map(({ film }) => film)).toEqual([2, 3]);
  });

  test('are none for a query of zeros', () => {
    expect(search.find(new Float32Array(2), 3)).toEqual([]);
  });

  test('refuse a query of another dimension', () => {
    expect(() => search.find(new Float32Array(3), 1)).toThrow('3 numbers');
  });
});

describe('topFilms', () => {
  test('gives what a full sort gives, at any length, ties by film number', () => {
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

  test('never gives a film without a score', () => {
    const scores = Float32Array.from([NaN, 1, -Infinity, -4]);
    expect(topFilms(scores, 4)).toEqual([
      { film: 1, score: 1 },
      { film: 3, score: -4 },
    ]);
  });
});
