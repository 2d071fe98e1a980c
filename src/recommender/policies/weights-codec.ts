import type { SavedLearner } from './learner';

/**
 * How numbers are packed, little-endian. bfloat16 is the upper half of a float32: the same range with 8 bits of
 * precision, which is enough to go on learning from, and half as much to write.
 */
export type Precision = 'float32' | 'bfloat16';

/** Something learned, as the properties of a node. */
export interface PackedLearner {
  /** Plain values; JSON. */
  readonly progress: string;
  /** What the bytes are; JSON: an array of [name, length, precision]; without precision, as float32 was kept once. */
  readonly index: string;
  /** One array after the other. */
  readonly bytes: Int8Array;
}

type IndexEntry = [name: string, length: number, precision?: Precision];

interface Format {
  /** Bytes a number. */
  readonly size: number;
  write(numbers: Float32Array, memory: SharedArrayBuffer, at: number): void;
  read(memory: ArrayBuffer, at: number, length: number): Float32Array;
}

const FORMATS: Record<Precision, Format> = {
  float32: {
    size: 4,
    write: (numbers, memory, at) => new Float32Array(memory, at).set(numbers),
    read: (memory, at, length) => new Float32Array(memory, at, length).slice(),
  },
  bfloat16: { size: 2, write: writeBfloat16, read: readBfloat16 },
};

/** Packs for the graph: the driver sends Int8Array as bytes. Its memory is shared, so that threads pass it on uncopied. */
export function packLearner(
  { progress, arrays }: SavedLearner,
  precision: Precision = 'float32',
): PackedLearner {
  const { size, write } = FORMATS[precision];
  const index = Object.entries(arrays).map(([name, { length }]): IndexEntry => [name, length, precision]);
  const memory = new SharedArrayBuffer(index.reduce((sum, [, length]) => sum + size * length, 0));
  let at = 0;
  for (const array of Object.values(arrays)) {
    write(array, memory, at);
    at += size * array.length;
  }
  return { progress: JSON.stringify(progress), index: JSON.stringify(index), bytes: new Int8Array(memory) };
}

/**
 * Undoes packLearner.
 * @throws RangeError where bytes and index do not belong together
 */
export function unpackLearner({ progress, index, bytes }: PackedLearner): SavedLearner {
  const entries = (JSON.parse(index) as IndexEntry[]).map(([name, length, precision = 'float32']) => ({
    name,
    length,
    ...FORMATS[precision],
  }));
  const total = entries.reduce((sum, { length, size }) => sum + size * length, 0);
  if (total !== bytes.length)
    throw new RangeError(`${bytes.length} bytes are packed where the index names ${total}.`);
  const memory = new Int8Array(bytes).buffer;
  const arrays: Record<string, Float32Array> = {};
  let at = 0;
  for (const { name, length, size, read } of entries) {
    arrays[name] = read(memory, at, length);
    at += size * length;
  }
  return { progress: JSON.parse(progress) as object, arrays };
}

/** Rounds to the nearest, to the even one of two that are as near; the numbers are finite. */
function writeBfloat16(numbers: Float32Array, memory: SharedArrayBuffer, at: number): void {
  const bits = new Uint32Array(numbers.buffer, numbers.byteOffset, numbers.length);
  const upper = new Uint16Array(memory, at);
  for (let i = 0; i < bits.length; i++) upper[i] = (bits[i] + 0x7fff + ((bits[i] >>> 16) & 1)) >>> 16;
}

function readBfloat16(memory: ArrayBuffer, at: number, length: number): Float32Array {
  const upper = new Uint16Array(memory, at, length);
  return new Float32Array(Uint32Array.from(upper, (bits) => bits << 16).buffer);
}
