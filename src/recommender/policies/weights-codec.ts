import { createHash } from 'node:crypto';
import { requireFinite } from './divergence';
import type { SavedLearner } from './learner';

/**
 * The formats of packed numbers, little-endian. bfloat16 is the upper half of a float32: it has the same range with 8
 * bits of precision, which is enough to resume training, and needs half the space.
 */
export type Precision = 'float32' | 'bfloat16';

/** A saved learner as the properties of a node. */
export interface PackedLearner {
  /** JSON of plain values. */
  readonly progress: string;
  /** JSON: an array of [name, length, precision], in the order of the bytes. Default precision: float32. */
  readonly index: string;
  /** All arrays, one after the other. */
  readonly bytes: Int8Array;
  /** SHA-256 of progress, index and bytes, in hexadecimal; null for weights of earlier versions of the service. */
  readonly sha256: string | null;
}

type IndexEntry = [name: string, length: number, precision?: Precision];

interface Format {
  /** Bytes of one number. */
  readonly size: number;
  write(numbers: Float32Array, memory: SharedArrayBuffer, offset: number): void;
  read(memory: ArrayBuffer, offset: number, length: number): Float32Array;
}

const FORMATS: Record<Precision, Format> = {
  float32: {
    size: 4,
    write: (numbers, memory, offset) => new Float32Array(memory, offset).set(numbers),
    read: (memory, offset, length) => new Float32Array(memory, offset, length).slice(),
  },
  bfloat16: { size: 2, write: writeBfloat16, read: readBfloat16 },
};

/**
 * Packs a saved learner for the graph; the driver sends an Int8Array as bytes. The memory is shared, so that it can be
 * passed between threads without copying.
 */
export function packLearner(
  { progress, arrays }: SavedLearner,
  precision: Precision = 'float32',
): PackedLearner {
  const { size, write } = FORMATS[precision];
  const entries = Object.entries(arrays).map(([name, { length }]): IndexEntry => [name, length, precision]);
  const memory = new SharedArrayBuffer(entries.reduce((sum, [, length]) => sum + size * length, 0));
  let offset = 0;
  for (const array of Object.values(arrays)) {
    write(array, memory, offset);
    offset += size * array.length;
  }
  const packed = {
    progress: JSON.stringify(progress),
    index: JSON.stringify(entries),
    bytes: new Int8Array(memory),
  };
  return { ...packed, sha256: hash(packed) };
}

/**
 * Unpacks a saved learner and checks it: its SHA-256 if there is one, its length, and that all numbers are finite.
 * @throws RangeError or SyntaxError if the properties are damaged
 */
export function unpackLearner({ progress, index, bytes, sha256 }: PackedLearner): SavedLearner {
  if (!(bytes instanceof Int8Array)) throw new RangeError('The bytes are missing.');
  if (sha256 && sha256 !== hash({ progress, index, bytes })) {
    throw new RangeError('The SHA-256 does not match.');
  }
  const entries = (JSON.parse(index) as IndexEntry[]).map(([name, length, precision = 'float32']) => ({
    name,
    length,
    ...FORMATS[precision],
  }));
  const total = entries.reduce((sum, { length, size }) => sum + size * length, 0);
  if (total !== bytes.length) {
    throw new RangeError(`Found ${bytes.length} bytes, but the index describes ${total}.`);
  }
  const memory = new Int8Array(bytes).buffer;
  const arrays: Record<string, Float32Array> = {};
  let offset = 0;
  for (const { name, length, size, read } of entries) {
    arrays[name] = read(memory, offset, length);
    offset += size * length;
  }
  requireFinite(arrays);
  return { progress: JSON.parse(progress) as object, arrays };
}

function hash({ progress, index, bytes }: Omit<PackedLearner, 'sha256'>): string {
  const hashed = createHash('sha256').update(`${progress.length} ${progress}${index.length} ${index}`);
  return hashed.update(new Uint8Array(bytes)).digest('hex');
}

/** Rounds to nearest, ties to even; the numbers must be finite. */
function writeBfloat16(numbers: Float32Array, memory: SharedArrayBuffer, offset: number): void {
  const bits = new Uint32Array(numbers.buffer, numbers.byteOffset, numbers.length);
  const upper = new Uint16Array(memory, offset);
  for (let i = 0; i < bits.length; i++) upper[i] = (bits[i] + 0x7fff + ((bits[i] >>> 16) & 1)) >>> 16;
}

function readBfloat16(memory: ArrayBuffer, offset: number, length: number): Float32Array {
  const upper = new Uint16Array(memory, offset, length);
  return new Float32Array(Uint32Array.from(upper, (bits) => bits << 16).buffer);
}
