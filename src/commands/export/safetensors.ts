/** A named array with its shape. */
export interface Tensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/**
 * Formats tensors as safetensors (huggingface.co/docs/safetensors): the length of the header in 8 bytes, the header as
 * JSON padded with spaces to a multiple of 8, then all values in little-endian order.
 */
export function toSafetensors(
  tensors: readonly Tensor[],
  metadata: Readonly<Record<string, string>>,
): Uint8Array {
  let end = 0;
  const entries = tensors.map(({ name, shape, values }) => {
    const start = end;
    end += values.byteLength;
    return [name, { dtype: 'F32', shape, data_offsets: [start, end] }];
  });
  const json = JSON.stringify({ __metadata__: metadata, ...Object.fromEntries(entries) });
  const header = new TextEncoder().encode(json.padEnd(json.length + padding(Buffer.byteLength(json))));
  const file = new Uint8Array(8 + header.length + end);
  const view = new DataView(file.buffer);
  view.setBigUint64(0, BigInt(header.length), true);
  file.set(header, 8);
  let offset = 8 + header.length;
  for (const { values } of tensors) {
    for (const value of values) {
      view.setFloat32(offset, value, true);
      offset += 4;
    }
  }
  return file;
}

/** The content of a safetensors file. */
export interface Safetensors {
  readonly tensors: ReadonlyMap<string, Tensor>;
  readonly metadata: Readonly<Record<string, string>>;
}

/**
 * Parses tensors of single precision.
 * @throws RangeError if the file is damaged or a tensor has another type
 */
export function fromSafetensors(file: Uint8Array): Safetensors {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const length = file.length >= 8 ? Number(view.getBigUint64(0, true)) : Infinity;
  if (8 + length > file.length) throw new RangeError('The file ends within its header.');
  const { __metadata__: metadata = {}, ...entries } = JSON.parse(
    new TextDecoder().decode(file.subarray(8, 8 + length)),
  ) as Record<string, never> & { __metadata__?: Record<string, string> };
  const tensors = new Map<string, Tensor>();
  for (const [name, entry] of Object.entries<TensorEntry>(entries)) {
    const { dtype, shape, data_offsets: offsets } = entry;
    if (dtype !== 'F32') throw new RangeError(`The tensor ${name} has type ${dtype}, expected F32.`);
    const [from, to] = offsets.map((offset) => 8 + length + offset);
    const size = shape.reduce((product, count) => product * count, 1);
    if (to > file.length || to - from !== 4 * size) {
      throw new RangeError(
        `The tensor ${name} needs ${4 * size} bytes; the file has ${Math.min(to, file.length) - from}.`,
      );
    }
    const values = Float32Array.from({ length: size }, (_, i) => view.getFloat32(from + 4 * i, true));
    tensors.set(name, { name, shape, values });
  }
  return { tensors, metadata };
}

/** The description of a tensor in the header. */
interface TensorEntry {
  readonly dtype: string;
  readonly shape: number[];
  readonly data_offsets: [number, number];
}

const padding = (length: number) => (8 - (length % 8)) % 8;
