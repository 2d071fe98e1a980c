import type * as core from '@tensorflow/tfjs-core';

/** The engines that compute tensors, fastest first: TensorFlow's C library, WebAssembly, plain JavaScript. */
export const ENGINE_NAMES = ['tensorflow', 'wasm', 'cpu'] as const;
export type EngineName = (typeof ENGINE_NAMES)[number];

/** What the setting TFJS_ENGINE takes: an engine, or the fastest one that loads. */
export const ENGINE_CHOICES = ['auto', ...ENGINE_NAMES] as const;
export type EngineChoice = (typeof ENGINE_CHOICES)[number];

/** A loaded engine. There is one in a thread: loading another makes that one compute from then on. */
export interface Engine {
  readonly name: EngineName;
  /** The version of the package that computes. */
  readonly version: string;
  readonly tf: typeof core;
  /** Faster engines that did not load, and why: for the log. */
  readonly passedOver: readonly { readonly name: EngineName; readonly reason: string }[];
}
