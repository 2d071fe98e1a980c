import { extname, join } from 'node:path';
import { type ResourceLimits, Worker } from 'node:worker_threads';

const EXTENSION = extname(__filename);

/** In development and in tests the TypeScript sources run, and a thread must compile them too. */
const COMPILING = EXTENSION === '.ts' ? ['--require', require.resolve('tsx/cjs')] : [];

/** Starts a thread from a module of this project, given without its extension. */
export const startThread = (
  folder: string,
  entry: string,
  workerData: object,
  resourceLimits?: ResourceLimits,
): Worker =>
  new Worker(join(folder, `${entry}${EXTENSION}`), { workerData, execArgv: COMPILING, resourceLimits });
