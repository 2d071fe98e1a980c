import type { SavedLearner } from './learner';

/** Something learned, as the properties of a node. */
export interface PackedLearner {
  /** Plain values; JSON. */
  readonly progress: string;
  /** Names and lengths of the arrays, in the order of the bytes; JSON. */
  readonly index: string;
  /** 32-bit floats, little-endian, one array after the other. */
  readonly bytes: Int8Array;
}

/** Packs for the graph: the driver sends Int8Array as bytes. Its memory is shared, so that threads pass it on uncopied. */
export function packLearner({ progress, arrays }: SavedLearner): PackedLearner {
  const entries = Object.entries(arrays);
  const total = entries.reduce((sum, [, array]) => sum + array.length, 0);
  const all = new Float32Array(new SharedArrayBuffer(total * Float32Array.BYTES_PER_ELEMENT));
  let at = 0;
  for (const [, array] of entries) {
    all.set(array, at);
    at += array.length;
  }
  const index = JSON.stringify(entries.map(([name, array]) => [name, array.length]));
  return { progress: JSON.stringify(progress), index, bytes: new Int8Array(all.buffer) };
}

/**
 * Undoes packLearner.
 * @throws RangeError where bytes and index do not belong together
 */
export function unpackLearner({ progress, index, bytes }: PackedLearner): SavedLearner {
  const entries = JSON.parse(index) as [string, number][];
  const all = new Float32Array(new Int8Array(bytes).buffer);
  const total = entries.reduce((sum, [, length]) => sum + length, 0);
  if (total !== all.length)
    throw new RangeError(`${all.length} numbers are packed where the index names ${total}.`);
  let at = 0;
  const arrays = Object.fromEntries(entries.map(([name, length]) => [name, all.slice(at, (at += length))]));
  return { progress: JSON.parse(progress) as object, arrays };
}
