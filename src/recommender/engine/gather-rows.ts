import type { KernelConfig, KernelFunc, TensorInfo } from '@tensorflow/tfjs-core';
import type { WasmBackend } from './wasm-backend';

/**
 * Returns a GatherV2 kernel for WebAssembly that copies whole rows when it gathers along the first axis. The backend's
 * own kernel computes the position of every number from its strides; it is used for all other axes.
 * @param original the backend's own kernel
 */
export function createGatherRows(original: KernelConfig): KernelConfig {
  const kernelFunc: KernelFunc = (call) => {
    const { x, indices } = call.inputs as Record<string, TensorInfo>;
    if (call.attrs?.axis !== 0 || call.attrs.batchDims) return original.kernelFunc(call);
    const wasm = call.backend as WasmBackend;
    const [rows, ...inner] = x.shape;
    const size = inner.reduce((product, length) => product * length, 1);
    const gathered = wasm.makeOutput([...indices.shape, ...inner], x.dtype);
    const numbers = wasm.typedArrayFromHeap(indices);
    const from = wasm.typedArrayFromHeap(x);
    const to = wasm.typedArrayFromHeap(gathered);
    numbers.forEach((row: number, i: number) => {
      if (!(row >= 0 && row < rows)) {
        throw new RangeError(`Cannot gather row ${row} of ${rows}: expected a number from 0 to ${rows - 1}.`);
      }
      if (size === 1) to[i] = from[row];
      else to.set(from.subarray(row * size, (row + 1) * size), i * size);
    });
    return gathered;
  };
  return { ...original, kernelFunc };
}
