/** A film, by number, and what it is worth. */
export interface ScoredFilm {
  readonly film: number;
  readonly score: number;
}

/** How near a film's vector v is to a query q: ⟨q, v⟩ / |q||v|, or ⟨q, v⟩. */
export type Nearness = 'cosine' | 'innerProduct';

/** Finds the films whose vectors are nearest to a query. Exact. */
export interface NearestFilms {
  /** The nearness of every film, [films]; −∞ for a film without a vector. */
  scores(query: Float32Array): Float64Array;
  /** The `first` nearest films, nearest first, of those that `allowed` [films] doesn't mark with 0. */
  find(query: Float32Array, first: number, allowed?: Uint8Array): ScoredFilm[];
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

const prepared = new WeakMap<Float32Array, NearestFilms>();

/**
 * The films nearest to a query by cosine, as `createNearestFilms(…).find` gives them; what is prepared for an
 * embedding is kept as long as the embedding.
 */
export function nearestFilms(
  { vectors, dimension }: { readonly vectors: Float32Array; readonly dimension: number },
  query: Float32Array,
  first: number,
  allowed?: Uint8Array,
): ScoredFilm[] {
  let search = prepared.get(vectors);
  if (!search) prepared.set(vectors, (search = createNearestFilms(vectors, dimension)));
  return search.find(query, first, allowed);
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

/**
 * The `first` films with the highest scores, best first; of equal scores the lower film number.
 * Films whose score is NaN or −∞ are never among them, nor those that `allowed`, [films], marks with 0.
 * There may be fewer than `first`. A bounded heap with the worst kept film on top: O(films · log first).
 */
export function topFilms(
  scores: Float32Array | Float64Array,
  first: number,
  allowed?: Uint8Array,
): ScoredFilm[] {
  const heap: number[] = [];
  const isWorse = (a: number, b: number) => scores[a] < scores[b] || (scores[a] === scores[b] && a > b);
  for (let film = 0; film < scores.length; film++) {
    if (!(scores[film] > -Infinity) || allowed?.[film] === 0) continue;
    if (heap.length < first) {
      heap.push(film);
      siftUp(heap, isWorse);
    } else if (first > 0 && isWorse(heap[0], film)) {
      heap[0] = film;
      siftDown(heap, isWorse);
    }
  }
  return heap.sort((a, b) => (isWorse(a, b) ? 1 : -1)).map((film) => ({ film, score: scores[film] }));
}

type IsWorse = (a: number, b: number) => boolean;

function siftUp(heap: number[], isWorse: IsWorse): void {
  for (let at = heap.length - 1; at > 0;) {
    const parent = (at - 1) >> 1;
    if (!isWorse(heap[at], heap[parent])) return;
    [heap[at], heap[parent]] = [heap[parent], heap[at]];
    at = parent;
  }
}

function siftDown(heap: number[], isWorse: IsWorse): void {
  for (let at = 0; ;) {
    let worst = at;
    for (const child of [2 * at + 1, 2 * at + 2]) {
      if (child < heap.length && isWorse(heap[child], heap[worst])) worst = child;
    }
    if (worst === at) return;
    [heap[at], heap[worst]] = [heap[worst], heap[at]];
    at = worst;
  }
}
