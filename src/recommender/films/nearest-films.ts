import { MAX_CANDIDATES, packFilms, type PackedFilms, type SearchOptions } from './pack-films';
import { type Candidates, createSearchKernel, type KernelQuery, type SearchKernel } from './search-kernel';
import { type ScoredFilm, topFilms } from './top-films';

/**
 * Finds the films whose vectors are nearest to a query. Scores and order are those of a brute-force comparison in
 * double precision; of equal scores the lower film number comes first.
 */
export interface NearestFilms {
  /** Returns the nearness of every film, [films]; −∞ for a film without a vector. */
  scores(query: Float32Array): Float64Array;
  /** Returns the nearness of some films, by number; −∞ for a film without a vector. */
  scoresOf(query: Float32Array, films: ArrayLike<number>): Float64Array;
  /**
   * Returns the `first` nearest films, nearest first, without those that `allowed` [films] marks with 0.
   * By cosine, no film is near a query of zeros.
   * @throws RangeError if the query is not [dimension], or contains NaN or Infinity
   */
  find(query: Float32Array, first: number, allowed?: Uint8Array): ScoredFilm[];
  /** Like `find` for several queries, in one pass over the vectors. */
  findMany(queries: readonly FilmQuery[], first: number): ScoredFilm[][];
  /** Returns a view of a film's vector, [dimension]. */
  vector(film: number): Float32Array;
  /** Returns whether the film has a vector. */
  has(film: number): boolean;
}

/** One of several queries. */
export interface FilmQuery {
  readonly vector: Float32Array /* [dimension] */;
  /** 0 for each film that may not be found, [films]. @default all films may be found */
  readonly allowed?: Uint8Array;
}

/** Prepares the search over `vectors`, [films, dimension], which must not change afterwards. */
export function createNearestFilms(
  vectors: Float32Array,
  dimension: number,
  options?: SearchOptions,
): NearestFilms {
  return openNearestFilms(packFilms(vectors, dimension, options));
}

/**
 * Creates the search over packed films, which may come from another thread.
 *
 * With SIMD a kernel finds candidates in single precision, or in 8 bits for many films. The candidates are compared in
 * double precision. The result is valid only if, given the bound on the kernel's rounding errors, no other film can be
 * nearer than the last result. Otherwise the next precision is tried, and finally all films are compared in double
 * precision.
 */
export function openNearestFilms(packed: PackedFilms): NearestFilms {
  const { films, dimension, vectors, weights, biases, nearness } = packed;
  const kernel = createSearchKernel(packed);
  /**
   * A buffer for the scores of candidates. Allocating a typed array per query would cost more than computing the
   * scores.
   */
  const exact = new Float64Array(MAX_CANDIDATES);

  const requireDimension = (query: Float32Array) => {
    if (query.length === dimension) return;
    throw new RangeError(`The query has ${query.length} numbers; expected ${dimension}, as the films have.`);
  };
  /** The factor for the products of a query: NaN or Infinity if no film is near the query. */
  const weightOf = (query: Float32Array) =>
    nearness === 'cosine' ? 1 / Math.sqrt(dot(query, 0, query, 0, dimension)) : 1;
  const toScore = (product: number, film: number, weight: number) =>
    product * weights[film] * weight + (biases ? biases[film] : 0);

  const scores = (query: Float32Array): Float64Array => {
    requireDimension(query);
    const weight = weightOf(query);
    const result = new Float64Array(films).fill(-Infinity);
    if (!(weight < Infinity)) return result;
    const products = kernel?.multiply(query);
    for (let film = 0; film < films; film++) {
      if (weights[film] === 0) continue;
      const product = products ? products[film] : dot(query, 0, vectors, film * dimension, dimension);
      result[film] = toScore(product, film, weight);
    }
    return result;
  };

  const scoresOf = (query: Float32Array, some: ArrayLike<number>): Float64Array => {
    requireDimension(query);
    return writeScores(query, weightOf(query), some, new Float64Array(some.length));
  };

  /** Writes the nearness of some films. */
  const writeScores = (
    query: Float32Array,
    weight: number,
    some: ArrayLike<number>,
    result: Float64Array,
  ): Float64Array => {
    writeDots(query, vectors, some, dimension, result);
    for (let i = 0; i < some.length; i++) {
      const isThere = weights[some[i]] > 0 && weight < Infinity;
      result[i] = isThere ? toScore(result[i], some[i], weight) : -Infinity;
    }
    return result;
  };

  /** Orders candidates. @returns undefined if another film may be nearer than the last of them */
  const settle = ({ vector, weight }: KernelQuery, first: number, { films: some, bound }: Candidates) => {
    writeScores(vector, weight, some, exact);
    const answer: ScoredFilm[] = [];
    for (let i = 0; i < some.length; i++) answer.push({ film: some[i], score: exact[i] });
    answer.sort((a, b) => b.score - a.score || a.film - b.film);
    answer.length = Math.min(answer.length, first);
    const isCertain = bound === -Infinity || (answer.length === first && answer[first - 1].score > bound);
    return isCertain ? answer : undefined;
  };

  const findMany = (queries: readonly FilmQuery[], first: number): ScoredFilm[][] => {
    for (const { vector, allowed } of queries) {
      requireDimension(vector);
      if (!isFiniteVector(vector)) throw new RangeError('The query contains NaN or Infinity.');
      if (allowed && allowed.length !== films) {
        throw new RangeError(
          `allowed has ${allowed.length} entries; expected one for each of ${films} films.`,
        );
      }
    }
    const weighted = queries.map(({ vector, allowed }) => ({ vector, weight: weightOf(vector), allowed }));
    const answers: (ScoredFilm[] | undefined)[] = weighted.map(({ weight }) =>
      first > 0 && weight < Infinity ? undefined : [],
    );
    for (const precision of kernel ? precisionsOf(kernel) : []) {
      const open = queries.flatMap((_, i) => (answers[i] ? [] : [i]));
      const asked = open.map((i) => weighted[i]);
      kernel?.search(asked, first, precision).forEach((candidates, i) => {
        if (candidates) answers[open[i]] = settle(asked[i], first, candidates);
      });
    }
    return answers.map((answer, i) => {
      const { vector, allowed } = queries[i];
      return answer ?? topFilms(scores(vector), first, allowed);
    });
  };

  return {
    scores,
    scoresOf,
    find: (vector, first, allowed) => findMany([{ vector, allowed }], first)[0],
    findMany,
    vector: (film) => vectors.subarray(film * dimension, (film + 1) * dimension),
    has: (film) => weights[film] > 0,
  };
}

const precisionsOf = ({ hasBytes }: SearchKernel) =>
  hasBytes ? (['bytes', 'single'] as const) : (['single'] as const);

function isFiniteVector(vector: Float32Array): boolean {
  for (let i = 0; i < vector.length; i++) if (!Number.isFinite(vector[i])) return false;
  return true;
}

/** Sums in order of the dimensions, like the kernel. */
function dot(a: Float32Array, startA: number, b: Float32Array, startB: number, length: number): number {
  let sum = 0;
  for (let i = 0; i < length; i++) sum += a[startA + i] * b[startB + i];
  return sum;
}

/**
 * Writes the products with some films. Computes four at a time, because each addition to a sum waits for the previous
 * one.
 */
function writeDots(
  query: Float32Array,
  vectors: Float32Array,
  films: ArrayLike<number>,
  dimension: number,
  products: Float64Array,
): void {
  let done = 0;
  for (; done + 4 <= films.length; done += 4) {
    const a = films[done] * dimension;
    const b = films[done + 1] * dimension;
    const c = films[done + 2] * dimension;
    const d = films[done + 3] * dimension;
    let [sumA, sumB, sumC, sumD] = [0, 0, 0, 0];
    for (let i = 0; i < dimension; i++) {
      const value = query[i];
      sumA += value * vectors[a + i];
      sumB += value * vectors[b + i];
      sumC += value * vectors[c + i];
      sumD += value * vectors[d + i];
    }
    products[done] = sumA;
    products[done + 1] = sumB;
    products[done + 2] = sumC;
    products[done + 3] = sumD;
  }
  for (; done < films.length; done++) {
    products[done] = dot(query, 0, vectors, films[done] * dimension, dimension);
  }
}
