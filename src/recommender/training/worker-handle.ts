import type { LearnerStep } from '../policies/learner';
import { startThread } from '../../start-thread';
import { type Learned, REQUESTS, type ThreadMessage, type TrainingTask } from './worker-protocol';

/** How a thread's work ended. What was learned is there unless it failed or was stopped. */
export interface ThreadEnd {
  readonly status: 'SUCCEEDED' | 'CANCELLED' | 'FAILED';
  readonly learned?: Learned;
  readonly error?: string;
}

export interface ThreadEvents {
  /** The first step begins. */
  onStarted: () => void;
  onSteps: (steps: readonly LearnerStep[]) => void;
  onSnapshot: (learned: Learned) => void;
}

/** A thread that learns. */
export interface TrainingWorker {
  /** Asks for what was learned so far; the answer comes after the step under way. */
  requestSnapshot(): void;
  /** Ends the work after the step under way, or at once where none was made. */
  cancel(): void;
  /** Ends the thread at once, whatever it does. */
  stop(): Promise<void>;
  readonly ended: Promise<ThreadEnd>;
}

/** How long a thread may take to end after it was told to. A step takes half a second at the most. */
const CANCEL_PATIENCE_MS = 5_000;

/**
 * Starts a thread of its own, with its own engine, that learns.
 * @param heapMegabytes what the thread's own heap may hold at the most; Node's own limit where it is left out
 */
export function startTrainingWorker(
  task: Omit<TrainingTask, 'requests'>,
  { onStarted, onSteps, onSnapshot }: ThreadEvents,
  heapMegabytes?: number,
): TrainingWorker {
  const requests = new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
  const limits = { maxOldGenerationSizeMb: heapMegabytes };
  const worker = startThread(__dirname, 'worker', { ...task, requests }, limits);
  let started = false;
  let cancelled = false;

  const ended = new Promise<ThreadEnd>((end) => {
    worker.on('message', (message: ThreadMessage) => {
      switch (message.kind) {
        case 'started':
          started = true;
          return onStarted();
        case 'steps':
          return onSteps(message.steps);
        case 'snapshot':
          return onSnapshot(message.learned);
        case 'failed':
          return end({ status: 'FAILED', error: message.reason });
        case 'ended':
          return end({ status: message.status, learned: message.learned });
      }
    });
    worker.on('error', (error: Error) =>
      end({ status: 'FAILED', error: `The training thread died: ${error.message}` }),
    );
    worker.on('exit', (code) =>
      end(
        cancelled
          ? { status: 'CANCELLED' }
          : { status: 'FAILED', error: `The training thread died with exit code ${code}.` },
      ),
    );
  });

  const stop = async () => void (await worker.terminate());
  return {
    ended,
    stop,
    requestSnapshot: () => void Atomics.store(requests, REQUESTS.snapshot, 1),
    cancel: () => {
      if (cancelled) return;
      cancelled = true;
      Atomics.store(requests, REQUESTS.cancel, 1);
      if (!started) void stop();
      else setTimeout(() => void stop(), CANCEL_PATIENCE_MS).unref();
    },
  };
}
