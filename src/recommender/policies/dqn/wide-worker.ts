/** The entry point of the worker that fits the wide part, so that serving does not wait for it. Posts WideMatrices. */
import { parentPort, workerData } from 'node:worker_threads';
import { preferServing } from '../../../thread-priority';
import type { RentalLog } from '../../rentals/rental-log';
import type { DqnSettings } from './dqn-settings';
import { fitWideMatrices } from './wide-part';

/** The worker's input. */
export interface WideOrder {
  readonly log: RentalLog;
  readonly settings: DqnSettings;
}

async function run({ log, settings }: WideOrder): Promise<void> {
  preferServing();
  const matrices = await fitWideMatrices(log, settings);
  const { neighbors, ease, ridge } = matrices;
  const memory = [neighbors.weights, neighbors.films, ease?.weights, ridge?.weights].flatMap(
    (array) => (array?.buffer as ArrayBuffer | undefined) ?? [],
  );
  parentPort?.postMessage(matrices, memory);
}

void run(workerData as WideOrder);
