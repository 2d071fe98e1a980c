import { compileKernel, instantiateKernel } from '../../wasm-kernel';
import { type ByteBlocks, MAX_CANDIDATES, MAX_QUERIES, type PackedFilms } from './pack-films';
import { KERNEL } from './search-kernel.generated';

/** Films that may be the nearest ones to a query. */
export interface Candidates {
  /** Film numbers, in no particular order. */
  readonly films: readonly number[];
  /** No other film that may be found scores higher than this; −∞ if there is no other film. */
  readonly bound: number;
}

/** A query. Its buffers are not copied, because typed arrays of a hundred numbers cost more than they hold. */
export interface KernelQuery {
  readonly vector: Float32Array /* [dimension] */;
  /** The factor of the vector that its nearness asks for. */
  readonly weight: number;
  /** 0 for each film that may not be found, [films]. */
  readonly allowed: Uint8Array | undefined;
}

/** Searches packed films with SIMD instructions. */
export interface SearchKernel {
  /** Writes ⟨query, v⟩ of each film, [films], as a plain loop in double precision sums it. */
  multiply(query: Float32Array): Float64Array;
  /**
   * Finds candidates for the `first` nearest films of each query by single precision, or by bytes.
   * @returns undefined for a query that the kernel can't bound the errors of
   */
  search(queries: readonly KernelQuery[], first: number, precision: Precision): (Candidates | undefined)[];
  /** Whether the kernel has 8-bit copies of the vectors. */
  readonly hasBytes: boolean;
}

export type Precision = 'single' | 'bytes';

/** Rows whose vectors stay in the second-level cache while several queries pass over them. */
const TILE = 1_024;
/** Half a unit in the last place of single precision. */
const EPSILON = 2 ** -24;
/** More than the error of products that are too small for single precision. */
const UNDERFLOW = 2 ** -100;
/** Sums of products of a query and bytes stay below this. */
const MAX_SUM = 2 ** 30;
const MAX_SHORT = 32_767;
const MAX_TAME = 2 ** 40;
/** Candidates beyond the films asked for, so that rounding seldom hides one. */
const SPARE_CANDIDATES = { single: 6, bytes: 40 };
const CANDIDATES_PER_FILM = { single: 1, bytes: 3 };

/** The exports of kernels/search.ts: addresses are in bytes, rows are numbers of rows. */
interface Exports {
  initialize(
    rows: number,
    weights: number,
    biases: number,
    dimension: number,
    bytes: number,
    byteWeights: number,
    byteDimension: number,
  ): void;
  search(
    mask: number,
    from: number,
    to: number,
    query: number,
    top: number,
    found: number,
    keep: number,
  ): void;
  searchTwo(
    masks: number,
    maskBytes: number,
    from: number,
    to: number,
    queries: number,
    top: number,
    found: number,
    keep: number,
  ): void;
  searchBytes(
    mask: number,
    from: number,
    to: number,
    query: number,
    unit: number,
    top: number,
    found: number,
    keep: number,
  ): void;
  multiply(from: number, to: number, query: number, products: number): void;
}

const compiled = compileKernel(KERNEL);

/** @returns undefined without SIMD */
export function createSearchKernel({
  films,
  dimension,
  blocks,
  biases,
}: PackedFilms): SearchKernel | undefined {
  if (!compiled || !blocks) return undefined;
  const { memory, addresses, rows, bytes } = blocks;
  const kernel = instantiateKernel<Exports>(compiled, memory);
  const { rows: x, weights, bytes: byteRows, byteWeights } = addresses;
  const biasesAt = biases ? addresses.biases : 0;
  kernel.initialize(x, weights, biasesAt, dimension, byteRows, byteWeights, bytes?.dimension ?? 0);

  const masks = new Uint8Array(memory.buffer, addresses.masks, MAX_QUERIES * rows);
  const top = new Float32Array(memory.buffer, addresses.top, MAX_QUERIES * MAX_CANDIDATES);
  const found = new Int32Array(memory.buffer, addresses.found, MAX_QUERIES * MAX_CANDIDATES);
  const products = new Float64Array(memory.buffer, addresses.products, films);
  const queriesAs = <Queries>(View: new (buffer: ArrayBuffer, address: number, length: number) => Queries) =>
    new View(memory.buffer, addresses.queries, MAX_QUERIES * 4 * Math.ceil(dimension / 4));
  const singles = queriesAs(Float32Array);
  const doubles = queriesAs(Float64Array);
  const shorts = queriesAs(Int16Array);

  /** Where a query's own part of a region begins. */
  const slotOf = (slot: number, keep: number) => ({
    mask: addresses.masks + slot * rows,
    top: addresses.top + 4 * slot * keep,
    found: addresses.found + 4 * slot * keep,
  });

  /** Calls for parts of the rows, so that several queries find them in the cache. */
  const scan = (queries: number, part: (from: number, to: number) => void) => {
    const step = queries > 2 ? TILE : rows;
    for (let from = 0; from < rows; from += step) part(from, Math.min(rows, from + step));
  };

  /** Searches by single precision. @returns the errors of the scores */
  const searchSingles = (queries: readonly KernelQuery[], keep: number): number[] => {
    for (let slot = 0; slot < queries.length; slot++) {
      const { vector, weight } = queries[slot];
      for (let i = 0; i < dimension; i++) singles[slot * dimension + i] = vector[i] * weight;
    }
    const queryAt = (slot: number) => addresses.queries + 4 * slot * dimension;
    scan(queries.length, (from, to) => {
      for (let slot = 0; slot < queries.length; slot += 2) {
        const at = slotOf(slot, keep);
        const isPair = slot + 1 < queries.length;
        if (isPair) kernel.searchTwo(at.mask, rows, from, to, queryAt(slot), at.top, at.found, keep);
        else kernel.search(at.mask, from, to, queryAt(slot), at.top, at.found, keep);
      }
    });
    const { longest, largestBias } = blocks;
    return queries.map(
      (query) =>
        (dimension + 8) * EPSILON * (lengthOf(query) * longest + largestBias) + dimension * UNDERFLOW,
    );
  };

  /**
   * Searches by bytes. By the inequality of Cauchy and Schwarz, the rounding error of a vector changes a score by at
   * most its length times the length of the query, and the rounding error of the query likewise.
   * @returns the errors of the scores
   */
  const searchByBytes = (queries: readonly KernelQuery[], keep: number, rounded: ByteBlocks): number[] => {
    const scaled = queries.map((query, slot) => {
      const { vector, weight } = query;
      const from = slot * rounded.dimension;
      const length = lengthOf(query);
      let largest = 0;
      for (let i = 0; i < dimension; i++) largest = Math.max(largest, Math.abs(vector[i] * weight));
      const scale = Math.min(MAX_SHORT / largest, MAX_SUM / (rounded.longest * length), MAX_TAME);
      let lost = 0;
      for (let i = dimension; i < rounded.dimension; i++) shorts[from + i] = 0;
      for (let i = 0; i < dimension; i++) {
        const value = vector[i] * weight;
        const short = Math.round(value * scale);
        shorts[from + i] = short;
        lost += (value - short / scale) ** 2;
      }
      return { unit: 1 / scale, length, lost: Math.sqrt(lost) };
    });
    scan(queries.length, (from, to) => {
      scaled.forEach(({ unit }, slot) => {
        const at = slotOf(slot, keep);
        const query = addresses.queries + 2 * slot * rounded.dimension;
        kernel.searchBytes(at.mask, from, to, query, unit, at.top, at.found, keep);
      });
    });
    return scaled.map(({ length, lost }) => {
      const largestScore = (length + lost) * rounded.longestScaled + blocks.largestBias;
      return (
        length * rounded.residual + lost * rounded.longestScaled + 8 * EPSILON * largestScore + UNDERFLOW
      );
    });
  };

  /** Reads the candidates that the kernel found for a query. */
  const read = (slot: number, keep: number, error: number): Candidates => {
    const from = slot * keep;
    let count = keep;
    while (count > 0 && top[from + count - 1] === -Infinity) count--;
    const some: number[] = [];
    for (let i = from; i < from + count; i++) some.push(found[i]);
    return { films: some, bound: count === keep ? top[from + keep - 1] + error : -Infinity };
  };

  return {
    hasBytes: bytes !== undefined,
    multiply: (query) => {
      doubles.set(query);
      kernel.multiply(0, rows, addresses.queries, addresses.products);
      return products;
    },
    search: (queries, first, precision) => {
      if (precision === 'bytes' && !bytes) throw new TypeError('These films have no vectors of 8 bits.');
      const keep = CANDIDATES_PER_FILM[precision] * first + SPARE_CANDIDATES[precision];
      const isBounded = (query: KernelQuery) =>
        blocks.isTame && keep <= MAX_CANDIDATES && lengthOf(query) < MAX_TAME;
      const bounded = queries.filter(isBounded);
      const answers: Candidates[] = [];
      for (let start = 0; start < bounded.length; start += MAX_QUERIES) {
        const pass = bounded.slice(start, start + MAX_QUERIES);
        for (let slot = 0; slot < pass.length; slot++) {
          const { allowed } = pass[slot];
          if (allowed) masks.set(allowed, slot * rows);
          else masks.fill(1, slot * rows, slot * rows + films);
        }
        top.fill(-Infinity, 0, pass.length * keep);
        const errors =
          precision === 'bytes' && bytes ? searchByBytes(pass, keep, bytes) : searchSingles(pass, keep);
        for (let slot = 0; slot < pass.length; slot++) answers.push(read(slot, keep, errors[slot]));
      }
      let next = 0;
      return queries.map((query) => (isBounded(query) ? answers[next++] : undefined));
    },
  };
}

/** The length of a weighted query. */
const lengthOf = ({ vector, weight }: KernelQuery) => {
  let squares = 0;
  for (let i = 0; i < vector.length; i++) squares += (vector[i] * weight) ** 2;
  return Math.sqrt(squares);
};
