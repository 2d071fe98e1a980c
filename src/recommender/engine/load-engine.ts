import { createRequire } from 'node:module';
import { dirname, sep } from 'node:path';
import util from 'node:util';
import { AppError } from '../../app-error';
import { assetPath } from '../../assets';
import { patchWasmKernels } from './patch-wasm-kernels';
import * as tf from './tfjs-core';

/** The tensor engines, fastest first: TensorFlow's C library, WebAssembly, plain JavaScript. */
export const ENGINE_NAMES = ['tensorflow', 'wasm', 'cpu'] as const;
export type EngineName = (typeof ENGINE_NAMES)[number];

/** The values of TFJS_ENGINE: an engine, or `auto` for the fastest one that loads. */
export const ENGINE_CHOICES = ['auto', ...ENGINE_NAMES] as const;
export type EngineChoice = (typeof ENGINE_CHOICES)[number];

/** A loaded engine. A thread has one engine: loading another replaces it. */
export interface Engine {
  readonly name: EngineName;
  /** The version of the engine's package. */
  readonly version: string;
  readonly tf: typeof tf;
  /** The faster engines that failed to load, with the reasons, for the log. */
  readonly passedOver: readonly { readonly name: EngineName; readonly reason: string }[];
}

/** Loads a module when it is needed. In threads that compile TypeScript, `import()` does not find the source. */
const load = createRequire(__filename);

/** An optional peer dependency. The name is in a variable so that the compiler does not require the package. */
const TFJS_NODE: string = '@tensorflow/tfjs-node';

const LOADERS: Record<EngineName, () => Promise<string>> = {
  tensorflow: loadTensorFlow,
  wasm: loadWasm,
  cpu: loadCpu,
};

const ADVICE: Record<EngineName, string> = {
  tensorflow: 'Run npx reelgraph install-engine to install it.',
  wasm: 'Run npm ci.',
  cpu: 'Run npm ci.',
};

/**
 * Loads an engine. `auto` loads the fastest one available and reports the engines that failed to load.
 * @throws AppError CANNOT_START if the engine does not load
 */
export async function loadEngine(choice: EngineChoice): Promise<Engine> {
  const passedOver: { name: EngineName; reason: string }[] = [];
  const names = ENGINE_NAMES.filter((name) => choice === 'auto' || choice === name);
  let failure: AppError | undefined;
  for (const name of names) {
    try {
      const version = await LOADERS[name]();
      if (!(await tf.setBackend(name))) throw new Error(`The backend ${name} did not start.`);
      return { name, version, tf, passedOver };
    } catch (error) {
      const reason = (error instanceof Error ? error.message : String(error))
        .split('\n')[0]
        .replace(/ imported from .*/, '')
        .trim()
        .replace(/\.?$/, '.');
      passedOver.push({ name, reason: `${reason} ${ADVICE[name]}` });
      const message = `Failed to load the TensorFlow.js engine ${name}: ${reason} ${ADVICE[name]} Or set TFJS_ENGINE to auto.`;
      failure = new AppError('CANNOT_START', message, { cause: error });
    }
  }
  throw (
    failure ??
    new AppError('CANNOT_START', `Unknown engine "${choice}": expected auto, ${ENGINE_NAMES.join(', ')}.`)
  );
}

async function loadTensorFlow(): Promise<string> {
  // tfjs-node 4.22 calls these functions, which Node 23 removed.
  const legacy = util as unknown as Record<string, (value: unknown) => boolean>;
  legacy.isNullOrUndefined ??= (value) => value === null || value === undefined;
  legacy.isArray ??= Array.isArray;
  // Otherwise it warns that it brings a core of its own. Both use one engine, which they keep in a global variable.
  tf.enableProdMode();
  const { version } = (await import(TFJS_NODE)) as { version: Record<string, string> };
  return version['tfjs-node'];
}

async function loadWasm(): Promise<string> {
  const { setWasmPaths, version_wasm } = load('./tfjs-wasm') as typeof import('./tfjs-wasm.js');
  setWasmPaths(dirname(assetPath('tfjs-backend-wasm-simd.wasm')) + sep);
  patchWasmKernels(tf);
  return version_wasm;
}

async function loadCpu(): Promise<string> {
  // Otherwise the backend prints a recommendation to use another one.
  tf.enableProdMode();
  const { version_cpu } = load('./tfjs-cpu') as typeof import('./tfjs-cpu.js');
  return version_cpu;
}
