import { allocateRegions } from '../../wasm-kernel';

/**
 * The nearness of a film's vector v to a query q: cosine, ⟨q, v⟩ / (|q| |v|), or inner product, ⟨q, v⟩ + the film's
 * bias.
 */
export type Nearness = 'cosine' | 'innerProduct';

/** Options of the search. */
export interface SearchOptions {
  /** @default 'cosine' */
  readonly nearness?: Nearness;
  /** Added to each film's inner product, [films]. @default zeros */
  readonly biases?: Float32Array;
  /** Whether to use SIMD instructions if this machine supports them. @default true */
  readonly simd?: boolean;
  /** Whether to search vectors rounded to 8 bits first. @default from 50,000 films on */
  readonly bytes?: boolean;
}

/** Films prepared for the search. Plain data that can be posted to another thread, which then shares the memory. */
export interface PackedFilms {
  readonly nearness: Nearness;
  readonly films: number;
  readonly dimension: number;
  /** [films, dimension] */
  readonly vectors: Float32Array;
  /** Factor of each film's product, [films]: 1 / |v| or 1; 0 for a film without a vector. */
  readonly weights: Float64Array;
  readonly biases: Float32Array | undefined;
  /** The films in the layout of the kernel; undefined without SIMD. */
  readonly blocks: FilmBlocks | undefined;
}

/** The layout of kernels/search.ts, and bounds on the rounding errors of its scores. */
export interface FilmBlocks {
  readonly memory: WebAssembly.Memory;
  readonly addresses: Readonly<Record<Region, number>>;
  /** Number of films, rounded up to whole blocks. */
  readonly rows: number;
  /** Largest |v| · weight. */
  readonly longest: number;
  /** Largest |bias|. */
  readonly largestBias: number;
  /** Whether all lengths are far enough from the limits of single precision that no product overflows or underflows. */
  readonly isTame: boolean;
  readonly bytes: ByteBlocks | undefined;
}

/** Vectors rounded to 8 bits. */
export interface ByteBlocks {
  /** Dimension, rounded up to a multiple of 4. */
  readonly dimension: number;
  /** Largest length of a rounded vector, in units of its scale. */
  readonly longest: number;
  /** Largest length of a rounded vector. */
  readonly longestScaled: number;
  /** Largest distance between a vector and its rounded vector. */
  readonly residual: number;
}

export const BLOCK = 16;
/** Max number of queries in one pass. */
export const MAX_QUERIES = 32;
/** Max number of candidates for a query. */
export const MAX_CANDIDATES = 1_024;

/** With fewer films the search is faster without rounding to 8 bits, because their vectors fit in the caches. */
const MIN_FILMS_FOR_BYTES = 50_000;
const LARGEST_BYTE = 127;
const MIN_TAME = 2 ** -40;
const MAX_TAME = 2 ** 40;

type Region =
  | 'rows'
  | 'weights'
  | 'biases'
  | 'bytes'
  | 'byteWeights'
  | 'masks'
  | 'queries'
  | 'top'
  | 'found'
  | 'products';

/**
 * Prepares `vectors`, [films, dimension], for searching. They must not change afterwards. A vector with NaN or
 * Infinity, or for cosine a vector of zeros, counts as missing.
 * @throws RangeError if vectors or biases are not [films, dimension] and [films]
 */
export function packFilms(
  vectors: Float32Array,
  dimension: number,
  options: SearchOptions = {},
): PackedFilms {
  const films = vectors.length / dimension;
  const { nearness = 'cosine', biases, simd = true, bytes = films >= MIN_FILMS_FOR_BYTES } = options;
  if (!Number.isInteger(films)) {
    throw new RangeError(`vectors.length (${vectors.length}) is not a multiple of dimension (${dimension}).`);
  }
  if (biases && biases.length !== films) {
    throw new RangeError(`biases.length is ${biases.length}; expected one for each of ${films} films.`);
  }
  const weights = new Float64Array(films);
  for (let film = 0; film < films; film++) {
    const squares = sumOfSquares(vectors, film * dimension, dimension);
    if (!(squares < Infinity) || (biases && !Number.isFinite(biases[film]))) continue;
    weights[film] = nearness === 'innerProduct' ? 1 : squares > 0 ? 1 / Math.sqrt(squares) : 0;
  }
  const packed = { nearness, films, dimension, vectors, weights, biases };
  return { ...packed, blocks: simd && films > 0 ? packBlocks(packed, bytes) : undefined };
}

function packBlocks(
  { films, dimension, vectors, weights, biases }: Omit<PackedFilms, 'blocks'>,
  hasBytes: boolean,
): FilmBlocks {
  const rows = Math.ceil(films / BLOCK) * BLOCK;
  const byteDimension = Math.ceil(dimension / 4) * 4;
  const { memory, addresses } = allocateRegions<Region>({
    rows: 4 * rows * dimension,
    weights: 4 * rows,
    biases: biases ? 4 * rows : 0,
    bytes: hasBytes ? rows * byteDimension : 0,
    byteWeights: hasBytes ? 4 * rows : 0,
    masks: MAX_QUERIES * rows,
    queries: MAX_QUERIES * 8 * byteDimension,
    top: MAX_QUERIES * 4 * MAX_CANDIDATES,
    found: MAX_QUERIES * 4 * MAX_CANDIDATES,
    products: 8 * rows,
  });
  const blocks = new Float32Array(memory.buffer, addresses.rows, rows * dimension);
  new Float32Array(memory.buffer, addresses.weights, rows).fill(NaN).set(nanForZero(weights));
  if (biases) new Float32Array(memory.buffer, addresses.biases, rows).set(biases);
  let [longest, largestBias, isTame] = [0, 0, true];
  for (let film = 0; film < films; film++) {
    const weight = weights[film];
    if (weight === 0) continue;
    const from = film * dimension;
    const to = blockStart(film, dimension);
    for (let i = 0; i < dimension; i++) blocks[to + i * BLOCK] = vectors[from + i];
    const length = Math.sqrt(sumOfSquares(vectors, from, dimension));
    if (length > MAX_TAME || (length > 0 && length < MIN_TAME)) isTame = false;
    longest = Math.max(longest, length * weight);
    largestBias = Math.max(largestBias, Math.abs(biases?.[film] ?? 0));
  }
  const byteRegions = {
    bytes: new Int8Array(memory.buffer, addresses.bytes, hasBytes ? rows * byteDimension : 0),
    scales: new Float32Array(memory.buffer, addresses.byteWeights, hasBytes ? rows : 0),
  };
  const bytes = hasBytes ? packBytes({ dimension, vectors, weights }, byteRegions) : undefined;
  return { memory, addresses, rows, longest, largestBias, isTame, bytes };
}

/** Rounds each vector, times its weight, to bytes with a scale of its own. */
function packBytes(
  { dimension, vectors, weights }: Pick<PackedFilms, 'dimension' | 'vectors' | 'weights'>,
  { bytes, scales }: { bytes: Int8Array; scales: Float32Array },
): ByteBlocks {
  const byteDimension = Math.ceil(dimension / 4) * 4;
  let [longest, longestScaled, residual] = [0, 0, 0];
  scales.fill(NaN);
  weights.forEach((weight, film) => {
    if (weight === 0) return;
    const from = film * dimension;
    let largest = 0;
    for (let i = 0; i < dimension; i++) largest = Math.max(largest, Math.abs(vectors[from + i]));
    const scale = Math.fround((largest * weight) / LARGEST_BYTE);
    scales[film] = scale;
    const to = blockStart(film, byteDimension) + (film % BLOCK);
    let [squares, lost] = [0, 0];
    for (let i = 0; i < dimension && scale > 0; i++) {
      const value = vectors[from + i] * weight;
      const byte = Math.min(Math.max(Math.round(value / scale), -LARGEST_BYTE), LARGEST_BYTE);
      bytes[to + (i >> 1) * 2 * BLOCK + (i & 1)] = byte;
      squares += byte * byte;
      lost += (value - byte * scale) ** 2;
    }
    longest = Math.max(longest, Math.sqrt(squares));
    longestScaled = Math.max(longestScaled, Math.sqrt(squares) * scale);
    residual = Math.max(residual, Math.sqrt(lost));
  });
  return { dimension: byteDimension, longest, longestScaled, residual };
}

/** Returns the index of a film's first number in the blocks. */
const blockStart = (film: number, dimension: number) => (film - (film % BLOCK)) * dimension + (film % BLOCK);

const nanForZero = (weights: Float64Array) => weights.map((weight) => (weight === 0 ? NaN : weight));

function sumOfSquares(vectors: Float32Array, start: number, dimension: number): number {
  let sum = 0;
  for (let i = start; i < start + dimension; i++) sum += vectors[i] * vectors[i];
  return sum;
}
