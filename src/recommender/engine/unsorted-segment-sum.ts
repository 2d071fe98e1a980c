import type * as core from '@tensorflow/tfjs-core';
import type { KernelConfig, TensorInfo } from '@tensorflow/tfjs-core';
import type { WasmBackend } from './wasm-backend';

/**
 * A kernel for WebAssembly: sums x [rows, …] into [numSegments, …] by segmentIds [rows]. Drops rows with a negative
 * segment, like other kernels of TensorFlow.
 */
export function createUnsortedSegmentSum(tf: typeof core): KernelConfig {
  return {
    kernelName: 'UnsortedSegmentSum',
    backendName: 'wasm',
    kernelFunc: ({ inputs, backend, attrs }) => {
      const wasm = backend as WasmBackend;
      const { x, segmentIds } = inputs as Record<string, TensorInfo>;
      const [rows, ...inner] = x.shape;
      const size = tf.util.sizeFromShape(inner);
      const sums = wasm.makeOutput([attrs?.numSegments as number, ...inner], x.dtype);
      const from = wasm.typedArrayFromHeap(x);
      const segments = wasm.typedArrayFromHeap(segmentIds);
      const to = wasm.typedArrayFromHeap(sums);
      to.fill(0);
      for (let row = 0; row < rows; row++) {
        if (segments[row] < 0) continue;
        const at = segments[row] * size;
        for (let i = 0; i < size; i++) to[at + i] += from[row * size + i];
      }
      return sums;
    },
  };
}
