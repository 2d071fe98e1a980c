import { setTimeout as wait } from 'node:timers/promises';
import type { CurvePoint } from './curve';
import { renewLease } from './lease-renewal';
import type { RunEnd, RunPublisher } from './run-publisher';
import { RunState } from './run-state';
import type { Learned } from './worker-protocol';
import type { TrainingLease } from './training-lease';
import type { TrainingRun } from './run-repository';
import type { ThreadEnd, ThreadEvents, TrainingWorker } from './worker-handle';

/** A run that goes on in this process. */
export interface SupervisedRun {
  /** The run as it stands now. */
  show(): TrainingRun;
  curve(): CurvePoint[];
  /** Ends it as CANCELLED after the step under way. */
  cancel(): void;
  /** Publishes what was learned and leaves the run to be resumed. */
  leave(): Promise<void>;
  /** Resolves at the next change, or rejects where it is aborted. */
  changed(signal: AbortSignal): Promise<unknown>;
  /** Resolves when the run has ended and the lease is given back or lost. */
  readonly ended: Promise<void>;
}

export interface SupervisedRunParts {
  /** The run as it was created. */
  run: TrainingRun;
  lease: TrainingLease;
  publisher: RunPublisher;
  /** Starts the thread that learns, once it has what it learns from. */
  startThread: (events: ThreadEvents) => Promise<TrainingWorker>;
}

/** When the first publication is asked for, and how long after one the next. */
const FIRST_PUBLICATION_MS = 1_000;
const PUBLICATION_MS = 3_000;
/** Publications take at the most this share of the time, however much there is to write. */
const PUBLICATION_SHARE = 0.1;
const RETRY_MS = 500;

/**
 * Conducts a run: the thread computes, this process writes to the graph for as long as it holds the lease.
 * What was published stays, whatever happens to either.
 */
export function superviseRun({ run, lease, publisher, startThread }: SupervisedRunParts): SupervisedRun {
  const now = new RunState(run);
  const stopping = new AbortController();
  const isLost = new Promise<undefined>((resolve) =>
    stopping.signal.addEventListener('abort', () => resolve(undefined)),
  );
  let version = run.version;
  let thread: TrainingWorker | undefined;
  let [cancelled, leaving] = [false, false];

  /** One publication after the other. */
  let publishing = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const publish = async (learned?: Learned, end?: RunEnd): Promise<void> => {
    const published = await publisher.publish({ progress: now.progress, curve: now.curve(), learned, end });
    if (!published) return stopping.abort();
    version = published.version ?? version;
  };
  const scheduleSnapshot = (ms: number) => {
    timer = setTimeout(() => thread?.requestSnapshot(), ms);
  };
  const publishSnapshot = (learned: Learned) => {
    const startedAt = performance.now();
    const next = () =>
      scheduleSnapshot(Math.max(PUBLICATION_MS, (performance.now() - startedAt) / PUBLICATION_SHARE));
    // A graph that is away misses one publication: the next one has all that was in it.
    publishing = publish(learned).then(next, next);
  };

  /** Insists for as long as the lease is held: with it goes the right to write. */
  const publishEnd = async ({ learned, status, error }: ThreadEnd): Promise<void> => {
    const end = leaving && status === 'CANCELLED' ? undefined : { status, error: error ?? null };
    while (!stopping.signal.aborted) {
      try {
        await publish(learned, end);
        if (!end) await lease.release();
        return;
      } catch {
        await wait(RETRY_MS);
      }
    }
  };

  const learn = async (): Promise<ThreadEnd> => {
    thread = await startThread({
      onStarted: () => {
        now.begin();
        scheduleSnapshot(FIRST_PUBLICATION_MS);
      },
      onSteps: (steps) => now.add(steps),
      onSnapshot: publishSnapshot,
    });
    if (cancelled) thread.cancel();
    if (stopping.signal.aborted) await thread.stop();
    return thread.ended;
  };

  const conduct = async () => {
    const stopRenewing = renewLease(lease, {
      report: () => ({ run: run.id, progress: now.progress }),
      onCancelRequested: cancel,
      onLost: () => stopping.abort(),
    });
    const failed = (error: Error): ThreadEnd => ({ status: 'FAILED', error: error.message });
    const end = await Promise.race([learn().catch(failed), isLost]);
    clearTimeout(timer);
    // A graph that never answers cannot keep the run from ending: the lease runs out.
    if (end) await Promise.race([publishing.then(() => publishEnd(end)), isLost]);
    await stopRenewing();
    await thread?.stop();
  };

  function cancel(): void {
    cancelled = true;
    thread?.cancel();
  }

  const ended = conduct();
  return {
    show: () => ({ ...run, ...now.progress, version }),
    curve: () => now.curve(),
    cancel,
    leave: () => {
      leaving = true;
      cancel();
      return ended;
    },
    changed: (signal) => now.changed(signal),
    ended,
  };
}
