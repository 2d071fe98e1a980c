/** The entry point of the worker that fits the wide part, so that serving is not blocked. */
import { runWorker } from '../../../worker/run-worker';
import type { RentalLog } from '../../rentals/rental-log';
import type { DqnSettings } from './dqn-settings';
import { fitWideMatrices, type WideMatrices } from './wide-part';

/** The task of the worker. */
export interface WideTask {
  readonly log: RentalLog;
  readonly settings: DqnSettings;
}

runWorker<WideTask, never, WideMatrices>(
  ({ log, settings }) => fitWideMatrices(log, settings),
  ({ neighbors, ease, ridge }) =>
    [neighbors.weights, neighbors.films, ease?.weights, ridge?.weights].flatMap(
      (array) => (array?.buffer as ArrayBuffer | undefined) ?? [],
    ),
);
