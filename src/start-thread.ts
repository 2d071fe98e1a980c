import { extname, join } from 'node:path';
import { type ResourceLimits, Worker } from 'node:worker_threads';

const EXTENSION = extname(__filename);

/** In development and in tests the sources themselves run, and a thread must compile them too. */
const COMPILING = EXTENSION === '.ts' ? ['--require', require.resolve('tsx/cjs')] : [];

/** Starts a thread from a module of this project, given without its extension. */
export const startThread = (
  folder: string,
  entry: string,
  workerData: object,
  resourceLimits?: ResourceLimits,
): Worker =>
  new Worker(join(folder, `${entry}${EXTENSION}`), { workerData, execArgv: COMPILING, resourceLimits });

/**
 * Runs a worker that posts one message, and returns that message.
 * @throws Error if the worker fails, or ends without a message
 */
export function runThread<Result>(folder: string, entry: string, workerData: object): Promise<Result> {
  const worker = startThread(folder, entry, workerData);
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The worker ${entry} exited with code ${code}.`)));
  });
}
