import { startThread } from '../../start-thread';
import type { EvaluationMessage, EvaluationOrder } from './worker';
import type { EvaluatedPolicy } from './evaluate-policy';

/** How an evaluation ended. */
export interface EvaluationEnd {
  readonly status: 'SUCCEEDED' | 'FAILED' | 'STOPPED';
  readonly error?: string;
}

/** A thread that evaluates. */
export interface EvaluationWorker {
  onEvaluated(listener: (evaluated: EvaluatedPolicy) => void): void;
  readonly ended: Promise<EvaluationEnd>;
  /** Ends it at once. */
  stop(): Promise<void>;
}

/** Starts a thread of its own, with its own engine, that evaluates policies. */
export function startEvaluationWorker(order: EvaluationOrder): EvaluationWorker {
  const worker = startThread(__dirname, 'worker', order);
  const listeners: ((evaluated: EvaluatedPolicy) => void)[] = [];
  let stopped = false;
  const ended = new Promise<EvaluationEnd>((end) => {
    worker.on('message', (message: EvaluationMessage) => {
      if (message.kind === 'evaluated') for (const listener of listeners) listener(message.evaluated);
      if (message.kind === 'ended') end({ status: 'SUCCEEDED' });
      if (message.kind === 'failed') end({ status: 'FAILED', error: message.reason });
    });
    worker.on('error', ({ message }: Error) =>
      end({ status: 'FAILED', error: `The evaluation's thread died: ${message}` }),
    );
    worker.on('exit', (code) =>
      end(
        stopped
          ? { status: 'STOPPED' }
          : { status: 'FAILED', error: `The evaluation's thread died with exit code ${code}.` },
      ),
    );
  });
  return {
    onEvaluated: (listener) => void listeners.push(listener),
    ended,
    stop: async () => {
      stopped = true;
      await worker.terminate();
    },
  };
}
