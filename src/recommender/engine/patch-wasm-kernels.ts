import type * as core from '@tensorflow/tfjs-core';
import type { KernelConfig, KernelFunc, TensorInfo } from '@tensorflow/tfjs-core';
import { createGatherRows } from './gather-rows';
import { createUnsortedSegmentSum } from './unsorted-segment-sum';
import type { WasmBackend } from './wasm-backend';

const WASM = 'wasm';
const patched = new WeakSet<KernelFunc>();

/**
 * Registers faster kernels for the WebAssembly backend, once:
 * - BatchMatMul and _FusedMatMul transpose their operands first. For transposed operands the compiled kernels leave
 *   their fast path (four times slower) and ignore a fused bias.
 * - GatherV2 copies whole rows.
 * - UnsortedSegmentSum, which the backend lacks, is the gradient of `gather`.
 */
export function patchWasmKernels(tf: typeof core): void {
  const transpose = kernel(tf, 'Transpose').kernelFunc;
  patch(tf, 'BatchMatMul', (original) => transposingFirst(original, transpose));
  patch(tf, '_FusedMatMul', (original) => transposingFirst(original, transpose));
  patch(tf, 'GatherV2', createGatherRows);
  if (!tf.getKernel('UnsortedSegmentSum', WASM)) tf.registerKernel(createUnsortedSegmentSum(tf));
}

function kernel(tf: typeof core, name: string): KernelConfig {
  const found = tf.getKernel(name, WASM);
  if (!found) throw new Error(`The WebAssembly backend has no kernel ${name}.`);
  return found;
}

function patch(tf: typeof core, name: string, toPatched: (original: KernelConfig) => KernelConfig): void {
  const original = kernel(tf, name);
  if (patched.has(original.kernelFunc)) return;
  const config = toPatched(original);
  tf.unregisterKernel(name, WASM);
  tf.registerKernel(config);
  patched.add(config.kernelFunc);
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
