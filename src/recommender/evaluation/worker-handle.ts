import { startThread } from '../../start-thread';
import type { EvaluatedPolicy } from './evaluate-policy';
import type { EvaluationMessage, EvaluationOrder, SkippedPolicy } from './worker';

/** How an evaluation ended. */
export interface EvaluationEnd {
  readonly status: 'SUCCEEDED' | 'FAILED' | 'STOPPED';
  readonly error?: string;
}

/** Called as policies finish. */
export interface EvaluationListener {
  onEvaluated(evaluated: EvaluatedPolicy): void;
  onSkipped(skipped: SkippedPolicy): void;
}

/** A running evaluation worker. */
export interface EvaluationWorker {
  listen(listener: EvaluationListener): void;
  readonly ended: Promise<EvaluationEnd>;
  /** Terminates the worker at once. */
  stop(): Promise<void>;
}

/** Starts a worker with its own engine that evaluates policies. */
export function startEvaluationWorker(order: EvaluationOrder): EvaluationWorker {
  const worker = startThread(__dirname, 'worker', order);
  const listeners: EvaluationListener[] = [];
  let stopped = false;
  const ended = new Promise<EvaluationEnd>((end) => {
    worker.on('message', (message: EvaluationMessage) => {
      if (message.kind === 'evaluated')
        listeners.forEach(({ onEvaluated }) => onEvaluated(message.evaluated));
      if (message.kind === 'skipped') listeners.forEach(({ onSkipped }) => onSkipped(message.skipped));
      if (message.kind === 'ended') end({ status: 'SUCCEEDED' });
      if (message.kind === 'failed') end({ status: 'FAILED', error: message.reason });
    });
    worker.on('error', ({ message }: Error) =>
      end({ status: 'FAILED', error: `The evaluation worker crashed: ${message}` }),
    );
    worker.on('exit', (code) =>
      end(
        stopped
          ? { status: 'STOPPED' }
          : { status: 'FAILED', error: `The evaluation worker exited with code ${code}.` },
      ),
    );
  });
  return {
    listen: (listener) => void listeners.push(listener),
    ended,
    stop: async () => {
      stopped = true;
      await worker.terminate();
    },
  };
}
