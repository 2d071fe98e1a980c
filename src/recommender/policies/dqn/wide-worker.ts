/** The entry point of the worker that fits the wide part, so that serving does not wait for it. */
import { parentPort, workerData } from 'node:worker_threads';
import { preferServing } from '../../../thread-priority';
import type { RentalLog } from '../../rentals/rental-log';
import type { DqnSettings } from './dqn-settings';
import { fitWideMatrices, type WideMatrices } from './wide-part';

/** The worker's input. */
export interface WideOrder {
  readonly log: RentalLog;
  readonly settings: DqnSettings;
}

/** The worker's output. */
export type WideMessage = { readonly matrices: WideMatrices } | { readonly reason: string };

async function run({ log, settings }: WideOrder): Promise<void> {
  preferServing();
  const matrices = await fitWideMatrices(log, settings);
  const { neighbors, ease, ridge } = matrices;
  const memory = [neighbors.weights, neighbors.films, ease?.weights, ridge?.weights].flatMap(
    (array) => (array?.buffer as ArrayBuffer | undefined) ?? [],
  );
  parentPort?.postMessage({ matrices } satisfies WideMessage, memory);
}

run(workerData as WideOrder).catch((error: Error) =>
  parentPort?.postMessage({ reason: error.message } satisfies WideMessage),
);
