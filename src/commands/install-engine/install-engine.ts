import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { AppError } from '../../app-error';
import { PEER_DEPENDENCIES } from '../../own-package';
import type { Progress } from '../../progress';
import { findDependency, modulesFolder } from './package-folders';
import { restorePackage, tfjsNodeFolder } from './restore-package';
import { runProgram, WITHOUT_ENGINE } from './run-program';
import { downloadWheel, extractWheel } from './tensorflow-wheel';

export interface InstallEngineOptions {
  /** The home folder; downloads are stored in its subfolder `engine`. */
  readonly home: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly progress: Progress;
}

/** Loads the engine in a separate process and runs one multiplication. Node 23 removed util.isNullOrUndefined. */
const TRY = `
const util = require('node:util');
util.isNullOrUndefined ??= (value) => value === null || value === undefined;
const tf = require(process.argv[1]);
const product = tf.matMul([[1, 2]], [[3], [4]]).dataSync()[0];
if (tf.getBackend() !== 'tensorflow' || product !== 11) throw new Error('Expected the product 11, got ' + product);
console.log(tf.version['tfjs-node']);
`;

/**
 * Installs @tensorflow/tfjs-node if its own download is unreachable: the package from npm, the libraries and headers of
 * TensorFlow from its Python wheel on PyPI, and the binding compiled on this machine. Does not change package-lock.json
 * or other packages.
 * @returns the version of the engine
 * @throws AppError CANNOT_START with the step that failed
 */
export async function installEngine({ home, environment, progress }: InstallEngineOptions): Promise<string> {
  const installed = await loadedVersion(environment);
  if (installed) return installed;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new AppError(
      'CANNOT_START',
      `reelgraph install-engine supports Linux on x64, not ${process.platform} on ${process.arch}. ` +
        `Run npm install @tensorflow/tfjs-node@${PEER_DEPENDENCIES['@tensorflow/tfjs-node']}, or use TFJS_ENGINE=wasm.`,
    );
  }
  const downloads = resolve(home, 'engine');
  await mkdir(downloads, { recursive: true });
  await progress('Installing @tensorflow/tfjs-node', () => restorePackage(downloads, environment));
  const wheel = await progress('Downloading TensorFlow from PyPI', () =>
    downloadWheel(downloads, environment),
  );
  await progress('Extracting libraries and headers', () =>
    extractWheel(wheel, join(tfjsNodeFolder(), 'deps'), environment),
  );
  await progress('Compiling the binding', () => compile(environment));
  return tryEngine(environment);
}

const tryEngine = (environment: NodeJS.ProcessEnv): Promise<string> =>
  runProgram({
    title: 'Loading the engine',
    command: process.execPath,
    args: ['-e', TRY, tfjsNodeFolder()],
    cwd: modulesFolder(),
    environment: { ...environment, TF_CPP_MIN_LOG_LEVEL: '2' },
  });

/**
 * Returns the version of the engine if it loads. The reason for a failure does not matter, because the engine is then
 * reinstalled.
 */
async function loadedVersion(environment: NodeJS.ProcessEnv): Promise<string | undefined> {
  try {
    return await tryEngine(environment);
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}

async function compile(environment: NodeJS.ProcessEnv): Promise<void> {
  const folder = tfjsNodeFolder();
  const tool = findDependency(folder, join('@mapbox', 'node-pre-gyp', 'bin', 'node-pre-gyp'));
  if (!tool) {
    throw new AppError(
      'CANNOT_START',
      `node-pre-gyp is missing. Remove ${folder} and run the command again.`,
    );
  }
  // Use the headers that are installed with this Node, if there are any; node-gyp would download them.
  const installation = resolve(dirname(process.execPath), '..');
  const hasHeaders = existsSync(join(installation, 'include', 'node', 'node_api.h'));
  await runProgram({
    title: 'Compiling the binding',
    command: process.execPath,
    args: [tool, 'install', '--build-from-source'],
    cwd: folder,
    remedy: `Install make and a C++ compiler, such as Debian's package build-essential, and run the command again. ${WITHOUT_ENGINE}`,
    environment: {
      ...environment,
      ...(hasHeaders && { npm_config_nodedir: environment.npm_config_nodedir ?? installation }),
    },
  });
}
