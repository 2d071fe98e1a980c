import { AsyncLocalStorage } from 'node:async_hooks';
import { setMaxListeners } from 'node:events';
import { AppError } from '../app-error';

/** The bounds of all statements of one piece of work, such as a request or one of its fields. */
export interface StatementScope {
  /** Ends reads in flight when it aborts and refuses new ones; they reject with its reason. */
  readonly signal: AbortSignal;
  /** The deadline of every statement, by `performance.now()`. */
  readonly deadline: number;
  /** Called with the duration of each statement in milliseconds. */
  readonly onStatement?: (milliseconds: number) => void;
}

const scopes = new AsyncLocalStorage<(StatementScope & { isOver: boolean }) | undefined>();

/**
 * Runs work with a deadline. When the deadline passes, or `ending` aborts because the result is no longer needed, reads
 * in flight are cancelled in the graph and new ones are refused. Writes are not cancelled; their transaction timeout
 * shrinks to the remaining time. Calls nest; the earlier deadline counts.
 *
 * Use `outsideStatementScope` for work that outlives its caller or is shared between callers.
 * @param milliseconds time for the work
 * @param ending aborted when the time is over; the caller may abort it earlier, for example when the client disconnects
 * @param onStatement called with the duration of each statement of the work, in milliseconds
 * @throws AppError DEADLINE_EXCEEDED when the time is over; the reason of `ending` when the caller aborts it
 */
export async function withDeadline<Result>(
  milliseconds: number,
  work: () => Promise<Result>,
  ending = new AbortController(),
  onStatement?: (milliseconds: number) => void,
): Promise<Result> {
  const outer = scopes.getStore();
  const signal = outer ? AbortSignal.any([ending.signal, outer.signal]) : ending.signal;
  // Each statement of the work adds a listener.
  setMaxListeners(0, signal);
  const deadline = Math.min(performance.now() + milliseconds, outer?.deadline ?? Infinity);
  const scope = { signal, deadline, isOver: false, onStatement: onStatement ?? outer?.onStatement };
  const timer = setTimeout(() => ending.abort(deadlineExceeded(milliseconds)), milliseconds);
  try {
    return await untilAborted(
      signal,
      scopes.run(scope, () => work()),
    );
  } finally {
    clearTimeout(timer);
    scope.isOver = true;
  }
}

/** Runs work without the deadline of its caller, such as a training run, or a read for a shared cache. */
export const outsideStatementScope = <Result>(work: () => Result): Result => scopes.run(undefined, work);

/** Returns the bounds for a statement that starts now; undefined outside of a scope and after its work has ended. */
export function currentStatementScope(): StatementScope | undefined {
  const scope = scopes.getStore();
  return scope?.isOver && !scope.signal.aborted ? undefined : scope;
}

/** Settles as `promise` does, or rejects with the signal's reason as soon as that aborts. */
export function untilAborted<Result>(signal: AbortSignal, promise: Promise<Result>): Promise<Result> {
  return new Promise<Result>((resolve, reject) => {
    const abort = () => reject(signal.reason as Error);
    signal.addEventListener('abort', abort, { once: true });
    if (signal.aborted) abort();
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

const deadlineExceeded = (milliseconds: number) =>
  new AppError(
    'DEADLINE_EXCEEDED',
    `The request took longer than ${milliseconds / 1_000} seconds. Try again, or request less data.`,
  );
