import { ExponentialBackoff, handleWhen, retry } from 'cockatiel';
import { isRetryableError } from 'neo4j-driver';
import { AppError } from '../app-error';
import type { Ending } from './ending';
import { failureKind, isFromServer } from './graph-error';
import { type GraphHealth, unavailable } from './graph-health';
import { MAX_CONNECTIONS } from './open-driver';
import { currentStatementScope, type StatementScope } from './statement-scope';
import { createStatementSlots } from './statement-slots';

/** The bounds of one statement or one transaction. */
export interface StatementBounds {
  isWrite: boolean;
  /** The time limit in milliseconds; the scope may set a shorter one. Undefined: no limit. */
  timeout?: number;
  /** Whether to retry after a temporary failure, such as a lost connection or a deadlock. @default false */
  isRepeatable?: boolean;
}

/** How long to wait for the graph to report that it ended a transaction. */
const GRACE_MS = 1_000;

/** Retries failed work up to five times within about a second, first after about 50 ms. */
const REPETITION = retry(handleWhen(isRetryableError), {
  maxAttempts: 5,
  backoff: new ExponentialBackoff({ initialDelay: 50, maxDelay: 400 }),
});

/** Runs a statement within its bounds. `start` receives the timeout for its transaction. */
export type BoundStatement = <Result>(
  bounds: StatementBounds,
  start: (timeout: number | undefined, signal: AbortSignal) => Promise<Result>,
) => Promise<Result>;

/**
 * Returns a function that runs a statement within bounds. The statement ends if the graph is lost or its time is over.
 * A read also ends with the scope that it runs in. `start` must end the transaction when its signal aborts. Failures
 * caused by the state of the graph become AppErrors GRAPH_UNAVAILABLE, DEADLINE_EXCEEDED or OVERLOADED; errors of the
 * statement itself are passed on unchanged.
 */
export function boundStatements(health: GraphHealth): BoundStatement {
  const slots = createStatementSlots(MAX_CONNECTIONS, health);
  return async ({ isWrite, timeout, isRepeatable = false }, start) => {
    health.requireAnswer();
    const scope = scopeOf(isWrite);
    const startedAt = performance.now();
    const limit = limitOf(timeout, scope, startedAt);
    const ending = new AbortController();
    const { signal } = ending;
    const timer =
      limit === undefined
        ? undefined
        : setTimeout(() => ending.abort(tookTooLong(limit)), limit + GRACE_MS).unref();
    const unfollow = follow(ending, health.lost(), isWrite ? undefined : scope?.ending);
    const attempt = async () => {
      try {
        return await start(limit, signal);
      } catch (error) {
        if (!signal.aborted) health.noteFailure(error);
        throw error;
      }
    };
    let isAnswered = false;
    let giveBack: ((isAnswered: boolean) => void) | undefined;
    try {
      giveBack = await slots.take(signal);
      const result = await untilAborted(
        signal,
        isRepeatable ? REPETITION.execute(attempt, signal) : attempt(),
      );
      health.noteSuccess(isWrite);
      isAnswered = true;
      return result;
    } catch (error) {
      if (error instanceof AppError || signal.aborted) throw error;
      isAnswered = failureKind(error) === 'statement';
      const isLate = limit !== undefined && performance.now() - startedAt >= limit;
      throw translate(error, isLate ? limit : undefined);
    } finally {
      giveBack?.(isAnswered);
      clearTimeout(timer);
      unfollow();
      scope?.onStatement?.(performance.now() - startedAt);
    }
  };
}

/**
 * Aborts a controller when a signal aborts or the work of its scope is ended. `AbortSignal.any` would leak some memory of
 * a long-lived signal with every call in Node 20.
 * @returns a function that removes the listeners
 */
function follow(controller: AbortController, signal: AbortSignal, ending: Ending | undefined): () => void {
  const abort = () => controller.abort(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  const unfollow = ending?.onEnd((reason) => controller.abort(reason));
  return () => {
    signal.removeEventListener('abort', abort);
    unfollow?.();
  };
}

/** Settles as `promise` does, or rejects with the signal's reason as soon as that aborts. */
function untilAborted<Result>(signal: AbortSignal, promise: Promise<Result>): Promise<Result> {
  return new Promise<Result>((resolve, reject) => {
    const abort = () => reject(signal.reason as Error);
    signal.addEventListener('abort', abort, { once: true });
    if (signal.aborted) abort();
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

/** Returns the time for a statement in whole milliseconds; undefined if it has no limit. */
function limitOf(
  timeout: number | undefined,
  scope: StatementScope | undefined,
  now: number,
): number | undefined {
  const limit = Math.min(timeout ?? Infinity, scope ? Math.max(1, scope.deadline - now) : Infinity);
  return limit === Infinity ? undefined : Math.ceil(limit);
}

/** A write that starts after its scope was ended, such as that of a background task, is not bounded by the scope. */
function scopeOf(isWrite: boolean): StatementScope | undefined {
  const scope = currentStatementScope();
  if (!scope?.ending.reason) return scope;
  if (isWrite) return undefined;
  throw scope.ending.reason;
}

/** @param exceeded the time limit, if the statement failed after it */
function translate(error: unknown, exceeded: number | undefined): unknown {
  if (exceeded !== undefined && isFromServer(error)) return tookTooLong(exceeded, error);
  switch (failureKind(error)) {
    case 'connection':
      return unavailable('cannot be reached', error);
    case 'refusal':
      return unavailable('cannot do this now', error);
    case 'read-only':
      return unavailable('refuses writes', error);
    case 'statement':
      return error;
  }
}

const tookTooLong = (milliseconds: number, cause?: unknown) =>
  new AppError(
    'DEADLINE_EXCEEDED',
    `The graph database took longer than ${milliseconds / 1_000} seconds. Try again, or request less data.`,
    { cause },
  );
