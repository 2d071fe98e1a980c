import type { ErrorCode } from '../../app-error';
import type { Logger } from '../../logger';
import type { WorkerEnd, WorkerHandle } from '../../worker/start-worker';
import type { CurvePoint } from './curve';
import type { Publication, RunEnd, TrainingRun } from './run-repository';
import { RunState } from './run-state';
import { sleep, type TrainingLease } from './training-lease';
import type { Learned, TrainingResult, TrainingUpdate } from './training-task';

/** A run of this process. */
export interface SupervisedRun {
  /** The state of the run while it trains. */
  show(): TrainingRun;
  /** Whether training has ended. The end is being stored, so the graph knows more about the run than this process. */
  readonly isEnding: boolean;
  curve(): CurvePoint[];
  /**
   * Ends the run as CANCELLED after the current step. If the step takes longer than a second, it is aborted, and the
   * run keeps its last published version.
   */
  cancel(): void;
  /** Publishes the weights and interrupts the run, so that it can be resumed. */
  leave(): Promise<void>;
  /** Resolves at the next change; rejects if the signal aborts. */
  changed(signal: AbortSignal): Promise<unknown>;
  /**
   * Resolves when the run has ended and the lease is released or lost. @returns the error code of an expected failure
   */
  readonly ended: Promise<ErrorCode | undefined>;
}

export interface SupervisorOptions {
  /** The run that was created. */
  readonly run: TrainingRun;
  readonly lease: TrainingLease;
  readonly logger: Logger;
  /** Writes to the graph. @returns undefined if the lease is lost */
  readonly publish: (publication: Publication) => Promise<{ version?: string } | undefined>;
  /** Reads the data and starts the worker. */
  readonly startWorker: (
    onProgress: (update: TrainingUpdate) => void,
  ) => Promise<WorkerHandle<TrainingResult>>;
  readonly timing?: PublicationTiming;
}

/** The publication intervals of a run, in milliseconds. */
export interface PublicationTiming {
  /** From the first step to the first publication. */
  readonly first: number;
  /** From one publication to the next. */
  readonly interval: number;
  /** From a failed last publication to the next attempt. */
  readonly retry: number;
}

const TIMING: PublicationTiming = { first: 1_000, interval: 3_000, retry: 500 };
/** Publications take at most this share of the time, regardless of their size. */
const PUBLICATION_SHARE = 0.1;
/** A run fails after this number of consecutive failed publications. */
export const MAX_FAILED_PUBLICATIONS = 5;
/** How long a cancelled worker may take to end its step, and then to pack the result. */
const CANCEL_MS = 900;
const PACK_MS = 10_000;

/** The outcome of the worker. */
type Outcome = { status: RunEnd['status']; learned?: Learned; error?: string; code?: ErrorCode };

/**
 * Supervises a run: the worker computes, and this process publishes the weights for as long as it holds the lease. A
 * failed publication is logged, shown as the run's error and retried; after too many consecutive failures the run
 * fails.
 */
export function superviseRun(options: SupervisorOptions): SupervisedRun {
  const { run, lease, logger, startWorker, timing = TIMING } = options;
  const state = new RunState(run);
  const isLost = new Promise<undefined>((resolve) => {
    lease.lost.addEventListener('abort', () => resolve(undefined));
  });
  let version = run.version;
  let worker: WorkerHandle<TrainingResult> | undefined;
  let [isStarted, isCancelled, isLeaving, isFenced, isEnding] = [false, false, false, false, false];
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;
  let cancelTimer: NodeJS.Timeout | undefined;
  /** Publications are sequential. */
  let publishing: Promise<unknown> = Promise.resolve();

  const isWritable = () => !isFenced && !lease.lost.aborted;

  /** @returns whether the graph accepted the publication */
  const publish = async (learned?: Learned, end?: RunEnd): Promise<boolean> => {
    const progress = end ? state.progress : { ...state.progress, error: null };
    try {
      const published = await options.publish({ progress, curve: state.curve(), learned, end });
      isFenced = published === undefined;
      if (!published) return false;
      version = published.version ?? version;
      failures = 0;
      state.setError(end?.error ?? null);
      return true;
    } catch (err) {
      failures++;
      const attempts = `${failures} of ${MAX_FAILED_PUBLICATIONS}`;
      logger.warn({ err, run: run.id, failures }, `Publishing a training run failed (${attempts})`);
      state.setError(`Publishing failed (${attempts}): ${describe(err)}. See the server log.`);
      return false;
    }
  };

  const scheduleSnapshot = (milliseconds: number) => {
    timer = setTimeout(() => worker?.request('snapshot'), milliseconds);
  };

  const publishSnapshot = async (learned: Learned): Promise<void> => {
    const startedAt = performance.now();
    await publish(learned);
    if (failures >= MAX_FAILED_PUBLICATIONS) return void worker?.request('cancel');
    scheduleSnapshot(Math.max(timing.interval, (performance.now() - startedAt) / PUBLICATION_SHARE));
  };

  const onProgress = (update: TrainingUpdate): void => {
    switch (update.kind) {
      case 'started':
        isStarted = true;
        state.begin();
        return scheduleSnapshot(timing.first);
      case 'steps':
        return state.add(update.steps);
      case 'snapshot':
        publishing = publishSnapshot(update.learned);
        return;
      case 'cancelled':
        return stopWorkerAfter(PACK_MS);
    }
  };

  const train = async (): Promise<Outcome> => {
    worker = await startWorker(onProgress);
    if (isCancelled) cancelWorker(worker);
    if (lease.lost.aborted) await worker.stop();
    const end = await worker.ended;
    if (end.status === 'FAILED') logger.warn({ err: end.cause, run: run.id }, 'Training run failed');
    return toOutcome(end);
  };

  /** Writes the end of the run, without the weights if the graph keeps refusing them. */
  const publishEnd = async ({ learned, status, error }: Outcome): Promise<void> => {
    const end = isLeaving && status === 'CANCELLED' ? undefined : { status, error: error ?? null };
    while (isWritable() && failures < MAX_FAILED_PUBLICATIONS) {
      if (await publish(learned, end)) return;
      await sleep(timing.retry, lease.lost);
    }
    const failed: RunEnd = { status: 'FAILED', error: state.progress.error };
    for (let attempt = 1; isWritable() && attempt <= MAX_FAILED_PUBLICATIONS; attempt++) {
      if (await publish(undefined, failed)) return;
      await sleep(timing.retry, lease.lost);
    }
    logger.error(
      { run: run.id },
      'The end of a training run could not be stored; it will show as INTERRUPTED',
    );
  };

  const supervise = async (): Promise<ErrorCode | undefined> => {
    lease.attach({ report: () => ({ run: run.id, progress: state.progress }), onCancelRequested: cancel });
    const onError = (error: Error): Outcome => {
      logger.warn({ err: error, run: run.id }, 'Training run failed');
      return { status: 'FAILED', error: error.message };
    };
    const outcome = await Promise.race([train().catch(onError), isLost]);
    clearTimeout(timer);
    clearTimeout(cancelTimer);
    isEnding = true;
    // If the graph does not respond, the lease expires, so the run ends in any case.
    if (outcome) await Promise.race([publishing.then(() => publishEnd(outcome)), isLost]);
    await lease.release();
    await worker?.stop();
    return outcome?.code;
  };

  const stopWorkerAfter = (milliseconds: number): void => {
    clearTimeout(cancelTimer);
    cancelTimer = setTimeout(() => void worker?.stop(), milliseconds);
  };

  const cancelWorker = (cancelled: WorkerHandle<TrainingResult>): void => {
    cancelled.request('cancel');
    if (!isStarted) void cancelled.stop();
    else stopWorkerAfter(CANCEL_MS);
  };

  function cancel(): void {
    if (!isCancelled && worker) cancelWorker(worker);
    isCancelled = true;
  }

  const ended = supervise();
  return {
    show: () => ({ ...run, ...state.progress, version }),
    get isEnding() {
      return isEnding;
    },
    curve: () => state.curve(),
    cancel,
    leave: async () => {
      isLeaving = true;
      cancel();
      await ended;
    },
    changed: (signal) => state.changed(signal),
    ended,
  };
}

function toOutcome(end: WorkerEnd<TrainingResult>): Outcome {
  if (end.status === 'DONE') return end.result;
  if (end.status === 'STOPPED') return { status: 'CANCELLED' };
  return { status: 'FAILED', error: end.error, code: end.code };
}

/** Describes an error of the graph without its message, which may contain Cypher. */
function describe(error: unknown): string {
  const { code, name } = error as { code?: unknown; name?: unknown };
  return String(code ?? name ?? 'unknown error');
}
