import { type RankedFilm, topFilms } from './top-films';

/** How near a film's vector v is to a query q: ⟨q, v⟩ / |q||v|, or ⟨q, v⟩. */
export type Nearness = 'cosine' | 'innerProduct';

/** Finds the films whose vectors are nearest to a query. Exact. */
export interface NearestFilms {
  /** The nearness of every film, [films]; −∞ for a film without a vector. */
  scores(query: Float32Array): Float64Array;
  /** The `first` nearest films, nearest first, of those that `allowed` [films] doesn't mark with 0. */
  find(query: Float32Array, first: number, allowed?: Uint8Array): RankedFilm[];
  /** A film's own vector, [dimension]: a view. */
  vector(film: number): Float32Array;
  /** Whether a film can be found at all. */
  has(film: number): boolean;
}

/**
 * Prepares the search over `vectors`, [films, dimension], which must not change afterwards.
 * A film whose vector is all zeros, or not finite, has none: it is never found. By cosine, nothing is near
 * a query of zeros. Sums are in double precision, so the order is that of a brute-force comparison.
 */
export function createNearestFilms(
  vectors: Float32Array,
  dimension: number,
  nearness: Nearness = 'cosine',
): NearestFilms {
  const films = vectors.length / dimension;
  if (!Number.isInteger(films)) {
    throw new RangeError(`${vectors.length} numbers are no rows of ${dimension}.`);
  }
  const weights = new Float64Array(films);
  for (let film = 0; film < films; film++) {
    const squares = dot(vectors, film * dimension, vectors, film * dimension, dimension);
    if (squares > 0 && squares < Infinity) weights[film] = nearness === 'cosine' ? 1 / Math.sqrt(squares) : 1;
  }

  const scores = (query: Float32Array) => {
    if (query.length !== dimension) {
      throw new RangeError(`The query has ${query.length} numbers, the films have ${dimension}.`);
    }
    const squares = nearness === 'cosine' ? dot(query, 0, query, 0, dimension) : 1;
    const weight = 1 / Math.sqrt(squares);
    const row = new Float64Array(films).fill(-Infinity);
    if (!(weight < Infinity)) return row;
    for (let film = 0; film < films; film++) {
      if (weights[film] === 0) continue;
      row[film] = dot(query, 0, vectors, film * dimension, dimension) * weights[film] * weight;
    }
    return row;
  };
  return {
    scores,
    find: (query, first, allowed) => topFilms(scores(query), first, allowed),
    vector: (film) => vectors.subarray(film * dimension, (film + 1) * dimension),
    has: (film) => weights[film] > 0,
  };
}

/** Four sums side by side, because one would wait for each addition. */
function dot(a: Float32Array, atA: number, b: Float32Array, atB: number, length: number): number {
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  const whole = length - (length % 4);
  for (let i = 0; i < whole; i += 4) {
    s0 += a[atA + i] * b[atB + i];
    s1 += a[atA + i + 1] * b[atB + i + 1];
    s2 += a[atA + i + 2] * b[atB + i + 2];
    s3 += a[atA + i + 3] * b[atB + i + 3];
  }
  for (let i = whole; i < length; i++) s0 += a[atA + i] * b[atB + i];
  return s0 + s1 + (s2 + s3);
}
