import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '../../app-error';
import type { Graph } from '../../graph/graph';
import type { Logger } from '../../logger';
import { acquireLease, extendLease, releaseLease, type RunReport } from './lease-repository';

/** How long the lease lasts without renewal, by default. */
export const LEASE_MS = 6_000;
/**
 * Renewals are more frequent than the lease requires, because they also transfer progress and cancellation requests.
 */
const RENEWAL_MS = 500;

/** The right to train on a graph, which only one process at a time can hold. It is renewed automatically. */
export interface TrainingLease {
  /** Increases with every new holder. The graph refuses writes with an older token. */
  readonly token: number;
  /** Aborts when the lease is lost: another process may train now. */
  readonly lost: AbortSignal;
  /** Sets the state of a run to write with each renewal, and the listener for cancellation requests. */
  attach(run: LeasedRun): void;
  /** Stops renewing and releases the lease. */
  release(): Promise<void>;
}

/** The run for which a lease is held. */
export interface LeasedRun {
  readonly report: () => RunReport;
  readonly onCancelRequested: () => void;
}

/**
 * Takes the lease and renews it until it is released or lost. If the graph does not respond, renewal is retried until
 * the lease expires. A process that was suspended for longer has lost the lease.
 * @param leaseMs how long the lease lasts without renewal
 * @throws AppError TRAINING_BUSY if another process holds it
 */
export async function takeTrainingLease(
  graph: Graph,
  logger: Logger,
  leaseMs = LEASE_MS,
): Promise<TrainingLease> {
  const takenAt = performance.now();
  const token = await acquireLease(graph, randomUUID(), leaseMs);
  if (token === undefined) throw trainingBusy();
  const [lost, stopping] = [new AbortController(), new AbortController()];
  let run: LeasedRun | undefined;
  let renewedAt = takenAt;

  /** @returns whether the lease is still held */
  const renew = async (): Promise<boolean> => {
    const startedAt = performance.now();
    const left = leaseMs - (startedAt - renewedAt);
    if (left <= 0) return false;
    const outcome = await Promise.race([
      extendLease(graph, token, leaseMs, run?.report()).catch((err: unknown) => {
        logger.warn({ err }, 'Renewing the training lease failed, retrying');
        return 'failed' as const;
      }),
      wait(left, 'failed' as const, { ref: false }),
    ]);
    if (outcome === 'failed') return true;
    if (outcome?.cancelRequested) run?.onCancelRequested();
    renewedAt = startedAt;
    return outcome !== undefined;
  };

  const renewing = (async () => {
    while (!stopping.signal.aborted) {
      await sleep(RENEWAL_MS, stopping.signal);
      if (stopping.signal.aborted) return;
      const isHeld = await renew();
      if (isHeld || stopping.signal.aborted) continue;
      logger.warn({}, 'The training lease is lost: another process may train now');
      return lost.abort();
    }
  })();

  return {
    token,
    lost: lost.signal,
    attach: (attached) => {
      run = attached;
    },
    release: async () => {
      stopping.abort();
      await renewing;
      await releaseLease(graph, token).catch((err: unknown) =>
        logger.warn(
          { err },
          `Releasing the training lease failed; it expires within ${leaseMs / 1_000} seconds`,
        ),
      );
    },
  };
}

/** Waits; resolves early if the signal aborts. */
export const sleep = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  wait(milliseconds, undefined, { signal }).catch(() => {
    // It only rejects if the signal aborts, which the caller checks.
  });

/** Creates the error for a training that is already running, in this process or another one. */
export const trainingBusy = () =>
  new AppError(
    'TRAINING_BUSY',
    'A training is already running. Wait until it ends, or cancel it: trainingRuns { id status } lists it.',
  );

/** Creates the error for a caller that waits for a run which lost its lease, or whose process stops. */
export const runInterrupted = ({ id, step }: { readonly id: string; readonly step: number }) =>
  new AppError(
    'TRAINING_BUSY',
    `The training run ${id} was interrupted at step ${step}, and its last published version is kept. The server stops, or it lost the training lease because the graph did not respond in time. Try again.`,
  );

/** Creates the error for a lease that was lost before the training could be stored. */
export const leaseLost = () =>
  new AppError(
    'TRAINING_BUSY',
    `The training lease was lost because the graph did not respond in time, or this process was suspended. Try again.`,
  );
