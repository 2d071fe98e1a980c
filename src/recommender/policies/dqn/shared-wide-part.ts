import { startThread } from '../../../start-thread';
import type { RentalLog } from '../../rentals/rental-log';
import type { DqnSettings } from './dqn-settings';
import { createWidePart, type WidePart } from './wide-part';
import type { WideMessage, WideOrder } from './wide-worker';

const fitted = new WeakMap<RentalLog, { key: string; part: Promise<WidePart> }>();

/**
 * Returns the wide part of a log, fitted once in a worker for as long as the log is in use: versions of the policy that
 * were trained on the same log share it.
 */
export function sharedWidePart(log: RentalLog, settings: DqnSettings): Promise<WidePart> {
  const { easeRegularization, easeDecay, ridgeRegularization, ridgeDecay } = settings;
  const key = [easeRegularization, easeDecay, ridgeRegularization, ridgeDecay].join();
  const known = fitted.get(log);
  if (known?.key === key) return known.part;
  const part = fitInWorker({ log, settings });
  fitted.set(log, { key, part });
  part.catch(() => fitted.delete(log));
  return part;
}

/** @throws Error if the worker fails */
function fitInWorker(order: WideOrder): Promise<WidePart> {
  return new Promise((resolve, reject) => {
    const worker = startThread(__dirname, 'wide-worker', order);
    worker.on('message', (message: WideMessage) => {
      if ('matrices' in message) resolve(createWidePart(message.matrices, order.settings));
      else reject(new Error(`Fitting the wide part of DQN failed: ${message.reason}`));
    });
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`The worker of the wide part exited with code ${code}.`)));
  });
}
