import fc from 'fast-check';
import { createRandom } from '../../../src/random';
import { createNearestFilms } from '../../../src/recommender/films/nearest-films';
import type { SearchOptions } from '../../../src/recommender/films/pack-films';
import type { ScoredFilm } from '../../../src/recommender/films/top-films';

interface Question {
  vectors: Float32Array;
  dimension: number;
  query: Float32Array;
  first: number;
  allowed?: Uint8Array;
  biases?: Float32Array;
}

/** Compares every film with the query in double precision, one dimension after another. */
function bruteForce({ vectors, dimension, query, first, allowed, biases }: Question, isCosine: boolean) {
  const product = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, i) => sum + value * b[i], 0);
  const inverseLength = (v: Float32Array) => (isCosine ? 1 / Math.sqrt(product(v, v)) : 1);
  const all: ScoredFilm[] = [];
  for (let film = 0; film < vectors.length / dimension; film++) {
    const vector = vectors.subarray(film * dimension, (film + 1) * dimension);
    if (allowed?.[film] === 0 || !vector.every(Number.isFinite)) continue;
    const score =
      product(query, vector) * inverseLength(vector) * inverseLength(query) + (biases?.[film] ?? 0);
    if (Number.isFinite(score)) all.push({ film, score });
  }
  return all.sort((a, b) => b.score - a.score || a.film - b.film).slice(0, first);
}

/** Vectors with duplicates, near duplicates, zeros and NaN, and a query that often equals one of them. */
function createQuestion(seed: number, kind: string, films: number, dimension: number, first: number) {
  const random = createRandom(seed);
  const vectors = Float32Array.from({ length: films * dimension }, (_, i) => {
    if (kind === 'small integers') return random.integer(3) - 1;
    if (kind === 'nearly equal') return 1 + 1e-7 * random.normal();
    if (kind === 'of many magnitudes') return random.normal() * 10 ** ((Math.floor(i / dimension) % 9) - 4);
    if (kind === 'extreme') return random.normal() * 10 ** ((Math.floor(i / dimension) % 61) - 30);
    return random.normal();
  });
  for (let film = 1; film < films; film++) {
    const start = film * dimension;
    if (kind === 'duplicates' && film % 5) vectors.copyWithin(start, start - dimension, start);
    if (film % 11 === 3) vectors.fill(film % 2 ? 0 : NaN, start, start + dimension);
  }
  const own = vectors.slice(0, dimension);
  const drawn = Float32Array.from({ length: dimension }, random.normal);
  const query = seed % 2 && own.every(Number.isFinite) ? own : drawn;
  const allowed = seed % 3 ? undefined : Uint8Array.from({ length: films }, () => random.integer(2));
  return { vectors, dimension, query, first, allowed };
}

const KINDS = ['random', 'duplicates', 'small integers', 'nearly equal', 'of many magnitudes', 'extreme'];
const WAYS: Record<string, SearchOptions> = {
  'single precision': { bytes: false },
  '8 bits': { bytes: true },
  'plain loops': { simd: false },
};

describe.each(Object.keys(WAYS))('a search by %s', (way) => {
  const searchOf = ({ vectors, dimension }: Question, options: SearchOptions) =>
    createNearestFilms(vectors, dimension, { ...WAYS[way], ...options });

  test.each(KINDS)('equals brute force for vectors that are %s', (kind) => {
    const properties = fc.property(
      fc.integer({ min: 0, max: 1e6 }),
      fc.integer({ min: 1, max: 300 }),
      fc.constantFrom(1, 2, 3, 7, 16, 99, 100),
      fc.constantFrom(0, 1, 10, 40, 400),
      (seed, films, dimension, first) => {
        const question = createQuestion(seed, kind, films, dimension, first);
        const { query, allowed } = question;
        const byCosine = searchOf(question, {}).find(query, first, allowed);
        expect(byCosine).toEqual(bruteForce(question, true));

        const random = createRandom(seed);
        const biases = Float32Array.from({ length: films }, random.normal);
        const byProduct = searchOf(question, { nearness: 'innerProduct', biases });
        expect(byProduct.find(query, first, allowed)).toEqual(bruteForce({ ...question, biases }, false));
      },
    );
    fc.assert(properties, { numRuns: 30 });
  });

  test('finds the same films for many queries at once as for each query alone', () => {
    const question = createQuestion(2, 'random', 5_000, 20, 10);
    const search = searchOf(question, {});
    const random = createRandom(3);
    const queries = Array.from({ length: 75 }, (_, i) => ({
      vector: Float32Array.from({ length: 20 }, i === 7 ? () => 0 : random.normal),
      allowed: i % 2 ? Uint8Array.from({ length: 5_000 }, () => random.integer(2)) : undefined,
    }));
    const answers = queries.map(({ vector, allowed }) => search.find(vector, 10, allowed));
    expect(search.findMany(queries, 10)).toEqual(answers);
    expect(answers[7]).toEqual([]);
    const scores = search.scores(queries[0].vector);
    expect(answers[0].map(({ score }) => score)).toEqual(answers[0].map(({ film }) => scores[film]));
  });

  test('never finds disallowed films, even if all nearest films are disallowed', () => {
    const question = createQuestion(4, 'random', 2_000, 10, 5);
    const search = searchOf(question, {});
    const allowed = new Uint8Array(2_000).fill(1);
    for (const { film } of search.find(question.query, 1_000)) allowed[film] = 0;
    const expected = bruteForce({ ...question, allowed }, true);
    expect(search.find(question.query, 5, allowed)).toEqual(expected);
  });

  test.each([NaN, Infinity, -Infinity])('refuses a query that contains %p', (value) => {
    const search = searchOf(createQuestion(1, 'random', 9, 3, 1), {});
    expect(() => search.find(Float32Array.from([1, value, 0]), 1)).toThrow('NaN or Infinity');
  });

  test('refuses a query of another dimension and a filter of another length', () => {
    const search = searchOf(createQuestion(1, 'random', 9, 3, 1), {});
    expect(() => search.find(new Float32Array(2), 1)).toThrow('expected 3');
    expect(() => search.find(new Float32Array(3), 1, new Uint8Array(8))).toThrow('9 films');
  });
});

describe('nearest films', () => {
  const search = createNearestFilms(Float32Array.from([1, 0, 0, 0, 1, 1, -1, 0]), 2);

  test('have cosine 1 with themselves', () => {
    const [best] = search.find(search.vector(2), 1);
    expect(best.film).toBe(2);
    expect(best.score).toBeCloseTo(1, 10);
  });

  test('score −∞ without a vector', () => {
    expect(search.has(1)).toBe(false);
    expect(search.scores(search.vector(0))[1]).toBe(-Infinity);
    expect(search.scoresOf(search.vector(0), [3, 1])).toEqual(Float64Array.from([-1, -Infinity]));
  });

  test('do not exist for a query of zeros by cosine', () => {
    expect(search.find(new Float32Array(2), 3)).toEqual([]);
    expect(search.scores(new Float32Array(2))).toEqual(new Float64Array(4).fill(-Infinity));
  });

  test('refuse vectors and biases of the wrong length', () => {
    expect(() => createNearestFilms(new Float32Array(7), 3)).toThrow('not a multiple of dimension (3)');
    const biases = new Float32Array(1);
    expect(() => createNearestFilms(new Float32Array(6), 3, { biases })).toThrow('each of 2 films');
  });

  test('do not exist without films', () => {
    expect(createNearestFilms(new Float32Array(0), 3).find(new Float32Array(3).fill(1), 2)).toEqual([]);
  });
});
