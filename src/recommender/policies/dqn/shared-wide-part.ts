import { runTask } from '../../../worker/start-worker';
import type { RentalLog } from '../../rentals/rental-log';
import type { DqnSettings } from './dqn-settings';
import { createWidePart, type WideMatrices, type WidePart } from './wide-part';
import type { WideTask } from './wide-worker';

const fitted = new WeakMap<RentalLog, { key: string; part: Promise<WidePart> }>();

/**
 * Returns the wide part of a log, fitted in a worker. The result is cached as long as the log is in use, and shared by
 * all versions that are fitted to this log.
 */
export function sharedWidePart(log: RentalLog, settings: DqnSettings): Promise<WidePart> {
  const { easeRegularization, easeDecay, ridgeRegularization, ridgeDecay } = settings;
  const key = [easeRegularization, easeDecay, ridgeRegularization, ridgeDecay].join();
  const known = fitted.get(log);
  if (known?.key === key) return known.part;
  const part = runTask<WideTask, WideMatrices>(__dirname, 'wide-worker', { log, settings }).then((matrices) =>
    createWidePart(matrices, settings),
  );
  fitted.set(log, { key, part });
  // Failures are not cached. The caller handles them.
  part.catch(() => fitted.delete(log));
  return part;
}
