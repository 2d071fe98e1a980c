import { AppError } from '../app-error';
import { failureKind, isFromServer } from './graph-error';
import { type GraphHealth, unavailable } from './graph-health';
import { ACQUISITION_TIMEOUT_MS } from './open-driver';
import { currentStatementScope, type StatementScope, untilAborted } from './statement-scope';

/** How one statement, or one transaction, is bounded. */
export interface StatementBounds {
  isWrite: boolean;
  /** How long it may take in milliseconds, unless the scope it runs in leaves less; no limit if undefined. */
  timeout?: number;
}

/** Time that the graph gets to report a transaction that it has ended itself. */
const GRACE_MS = 1_000;

/**
 * Runs a statement so that it ends: when the graph is lost, when its time is over, or, if it is a read, when the
 * scope that it runs in ends. Failures that say something about the graph become AppErrors.
 * @param start starts the statement, with the timeout for its transaction; it must end the transaction when the
 * signal aborts
 * @throws AppError GRAPH_UNAVAILABLE, DEADLINE_EXCEEDED or OVERLOADED; errors of the statement itself as they are
 */
export async function boundStatement<Result>(
  health: GraphHealth,
  { isWrite, timeout }: StatementBounds,
  start: (timeout: number | undefined, signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  health.requireAnswer();
  const scope = scopeOf(isWrite);
  const startedAt = performance.now();
  const limit = scope ? Math.min(timeout ?? Infinity, Math.max(1, scope.deadline - startedAt)) : timeout;
  const finite = limit === undefined || limit === Infinity ? undefined : Math.ceil(limit);

  const timing = new AbortController();
  const timer =
    finite === undefined
      ? undefined
      : setTimeout(() => timing.abort(tookTooLong(finite)), finite + GRACE_MS).unref();
  const signals = [health.lost(), timing.signal, ...(scope && !isWrite ? [scope.signal] : [])];
  const signal = AbortSignal.any(signals);
  try {
    const result = await untilAborted(signal, start(finite, signal));
    health.noteSuccess(isWrite);
    return result;
  } catch (error) {
    if (error instanceof AppError || signal.aborted) throw error;
    health.noteFailure(error);
    throw translate(error, performance.now() - startedAt, finite, health);
  } finally {
    clearTimeout(timer);
    scope?.onStatement?.(performance.now() - startedAt);
  }
}

/** A write that starts after its scope was aborted, such as one of a background task, is not bounded by it. */
function scopeOf(isWrite: boolean): StatementScope | undefined {
  const scope = currentStatementScope();
  if (!scope?.signal.aborted) return scope;
  if (isWrite) return undefined;
  throw scope.signal.reason;
}

function translate(
  error: unknown,
  elapsed: number,
  timeout: number | undefined,
  health: GraphHealth,
): unknown {
  if (isFromServer(error) && timeout !== undefined && elapsed >= timeout) return tookTooLong(timeout, error);
  const kind = failureKind(error);
  if (kind === 'read-only') return unavailable('refuses writes', error);
  if (kind === 'connection') return unavailable('cannot be reached', error);
  if (kind === 'refusal') return unavailable('cannot do this now', error);
  if (isFromServer(error)) return error;
  if (health.status().state !== 'up') return unavailable(health.status().reason, error);
  if (elapsed >= ACQUISITION_TIMEOUT_MS) {
    const message = 'All connections to the graph database are in use. Try again in a second.';
    return new AppError('OVERLOADED', message, { cause: error });
  }
  return error;
}

const tookTooLong = (milliseconds: number, cause?: unknown) =>
  new AppError(
    'DEADLINE_EXCEEDED',
    `The graph database took longer than ${milliseconds / 1_000} seconds. Try again, or ask for less.`,
    { cause },
  );
