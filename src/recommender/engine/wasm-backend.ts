import type { DataType, TensorInfo, TypedArray } from '@tensorflow/tfjs-core';

/** The part of the WebAssembly backend that kernels use. */
export interface WasmBackend {
  makeOutput(shape: number[], dtype: DataType): TensorInfo;
  /** A view of the tensor's memory; valid until the next allocation. */
  typedArrayFromHeap(tensor: TensorInfo): TypedArray;
  disposeData(dataId: object): boolean;
}
