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
  /** What the bytes are; JSON: an array of [name, length], and of [name, length, precision] where that is not float32. */
  readonly index: string;
  /** One array after the other. */
  readonly bytes: Int8Array;
}

type IndexEntry = [name: string, length: number, precision?: Precision];

const SIZES: Record<Precision, number> = { float32: 4, bfloat16: 2 };

/** Packs for the graph: the driver sends Int8Array as bytes. Its memory is shared, so that threads pass it on uncopied. */
export function packLearner(
  { progress, arrays }: SavedLearner,
  precision: Precision = 'float32',
): PackedLearner {
  const size = SIZES[precision];
  const entries = Object.entries(arrays);
  const total = entries.reduce((sum, [, { length }]) => sum + length, 0);
  const memory = new SharedArrayBuffer(total * size);
  let at = 0;
  for (const [, array] of entries) {
    if (precision === 'float32') new Float32Array(memory, at).set(array);
    else toBfloat16(array, new Uint16Array(memory, at));
    at += size * array.length;
  }
  const index = entries.map(([name, { length }]): IndexEntry =>
    precision === 'float32' ? [name, length] : [name, length, precision],
  );
  return { progress: JSON.stringify(progress), index: JSON.stringify(index), bytes: new Int8Array(memory) };
}

/**
 * Undoes packLearner.
 * @throws RangeError where bytes and index do not belong together
 */
export function unpackLearner({ progress, index, bytes }: PackedLearner): SavedLearner {
  const entries = JSON.parse(index) as IndexEntry[];
  const total = entries.reduce(
    (sum, [, length, precision = 'float32']) => sum + length * SIZES[precision],
    0,
  );
  if (total !== bytes.length)
    throw new RangeError(`${bytes.length} bytes are packed where the index names ${total}.`);
  const memory = new Int8Array(bytes).buffer;
  const arrays: Record<string, Float32Array> = {};
  let at = 0;
  for (const [name, length, precision = 'float32'] of entries) {
    arrays[name] =
      precision === 'float32'
        ? new Float32Array(memory, at, length).slice()
        : fromBfloat16(new Uint16Array(memory, at, length));
    at += SIZES[precision] * length;
  }
  return { progress: JSON.parse(progress) as object, arrays };
}

/** Rounds to the nearest, to the even one of two that are as near; the numbers are finite. */
function toBfloat16(from: Float32Array, to: Uint16Array): void {
  const bits = new Uint32Array(from.buffer, from.byteOffset, from.length);
  for (let i = 0; i < bits.length; i++) to[i] = (bits[i] + 0x7fff + ((bits[i] >>> 16) & 1)) >>> 16;
}

function fromBfloat16(from: Uint16Array): Float32Array {
  return new Float32Array(Uint32Array.from(from, (upper) => upper << 16).buffer);
}
