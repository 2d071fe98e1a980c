import type * as core from '@tensorflow/tfjs-core';
import type { KernelConfig, KernelFunc, TensorInfo } from '@tensorflow/tfjs-core';
import { createUnsortedSegmentSum } from './unsorted-segment-sum';
import type { WasmBackend } from './wasm-backend';

const WASM = 'wasm';
const mended = new WeakSet<KernelFunc>();

/**
 * Registers better kernels for the WebAssembly backend, once:
 * BatchMatMul and _FusedMatMul transpose their operands first, because the compiled kernels leave the fast path
 * for transposed operands (four times slower) and drop a fused bias there;
 * UnsortedSegmentSum, which the backend lacks, gives `gather` its gradient.
 */
export function patchWasmKernels(tf: typeof core): void {
  const transpose = kernel(tf, 'Transpose').kernelFunc;
  for (const name of ['BatchMatMul', '_FusedMatMul']) {
    const original = kernel(tf, name);
    if (!mended.has(original.kernelFunc)) replace(tf, transposingFirst(original, transpose));
  }
  if (!tf.getKernel('UnsortedSegmentSum', WASM)) tf.registerKernel(createUnsortedSegmentSum(tf));
}

function kernel(tf: typeof core, name: string): KernelConfig {
  const found = tf.getKernel(name, WASM);
  if (!found) throw new Error(`The WebAssembly backend has no kernel ${name}.`);
  return found;
}

function replace(tf: typeof core, config: KernelConfig): void {
  tf.unregisterKernel(config.kernelName, WASM);
  tf.registerKernel(config);
  mended.add(config.kernelFunc);
}

function transposingFirst(original: KernelConfig, transpose: KernelFunc): KernelConfig {
  const kernelFunc: KernelFunc = ({ inputs, backend, attrs }) => {
    const wasm = backend as WasmBackend;
    const own: TensorInfo[] = [];
    const swapped = (x: TensorInfo) => {
      const perm = x.shape.map((_, axis) => axis);
      perm.push(...perm.splice(-2).reverse());
      const result = transpose({ inputs: { x }, backend, attrs: { perm } }) as TensorInfo;
      own.push(result);
      return result;
    };
    const a = attrs?.transposeA ? swapped(inputs.a as TensorInfo) : inputs.a;
    const b = attrs?.transposeB ? swapped(inputs.b as TensorInfo) : inputs.b;
    const straight = { ...attrs, transposeA: false, transposeB: false };
    const product = original.kernelFunc({ inputs: { ...inputs, a, b }, backend, attrs: straight });
    for (const { dataId } of own) wasm.disposeData(dataId);
    return product;
  };
  return { ...original, kernelFunc };
}
