/** Named arrays as one stretch of bytes, as the graph can keep them. */
export interface PackedArrays {
  /** Names and lengths, in the order of the bytes; JSON. */
  index: string;
  /** 32-bit floats, little-endian, one array after the other. */
  bytes: Int8Array;
}

/** Packs arrays for a property of a node: the driver sends Int8Array as bytes. */
export function packArrays(arrays: Readonly<Record<string, Float32Array>>): PackedArrays {
  const entries = Object.entries(arrays);
  const total = entries.reduce((sum, [, array]) => sum + array.length, 0);
  const all = new Float32Array(total);
  let at = 0;
  for (const [, array] of entries) {
    all.set(array, at);
    at += array.length;
  }
  const index = JSON.stringify(entries.map(([name, array]) => [name, array.length]));
  return { index, bytes: new Int8Array(all.buffer) };
}

/**
 * Undoes packArrays.
 * @throws RangeError where bytes and index do not belong together
 */
export function unpackArrays({ index, bytes }: PackedArrays): Record<string, Float32Array> {
  const entries = JSON.parse(index) as [string, number][];
  const all = new Float32Array(new Int8Array(bytes).buffer);
  const total = entries.reduce((sum, [, length]) => sum + length, 0);
  if (total !== all.length)
    throw new RangeError(`${all.length} numbers are packed where the index names ${total}.`);
  let at = 0;
  return Object.fromEntries(entries.map(([name, length]) => [name, all.slice(at, (at += length))]));
}
