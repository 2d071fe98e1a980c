import { AppError } from '../app-error';
import { createAsyncVariable } from '../async-variable';
import { createEnding, type Ending } from './ending';

/** The bounds of all statements of one piece of work, such as a request or one of its fields. */
export interface StatementScope {
  /** Ends reads in flight and refuses new ones; they reject with its reason. */
  readonly ending: Ending;
  /** The deadline of every statement, by `performance.now()`. */
  readonly deadline: number;
  /** Called with the duration of each statement in milliseconds. */
  readonly onStatement?: (milliseconds: number) => void;
}

const scopes = createAsyncVariable<(StatementScope & { isOver: boolean }) | undefined>('statements');

/**
 * Runs work with a deadline. When the deadline passes, or the caller ends the work because its result is no longer needed,
 * reads in flight are cancelled in the graph and new ones are refused. Writes are not cancelled; their transaction timeout
 * shrinks to the remaining time. Calls nest; the earlier deadline counts.
 *
 * Use `outsideStatementScope` for work that outlives its caller or is shared between callers.
 * @param milliseconds time for the work
 * @param ending ends when the time is over; the caller may end it earlier, for example when the client disconnects
 * @param onStatement called with the duration of each statement of the work, in milliseconds
 * @throws AppError DEADLINE_EXCEEDED when the time is over; the reason of `ending` when the caller ends it
 */
export async function withDeadline<Result>(
  milliseconds: number,
  work: () => Promise<Result>,
  ending = createEnding(),
  onStatement?: (milliseconds: number) => void,
): Promise<Result> {
  const outer = scopes.get();
  const unfollow = outer?.ending.onEnd(ending.end);
  const deadline = Math.min(performance.now() + milliseconds, outer?.deadline ?? Infinity);
  const scope = { ending, deadline, isOver: false, onStatement: onStatement ?? outer?.onStatement };
  const timer = setTimeout(() => ending.end(deadlineExceeded(milliseconds)), milliseconds);
  try {
    return await untilEnded(ending, scopes.run(scope, work));
  } finally {
    clearTimeout(timer);
    unfollow?.();
    scope.isOver = true;
  }
}

/** Runs work without the deadline of its caller, such as a training run, or a read for a shared cache. */
export const outsideStatementScope = <Result>(work: () => Result): Result => scopes.run(undefined, work);

/** Returns the bounds for a statement that starts now; undefined outside of a scope and after its work has ended. */
export function currentStatementScope(): StatementScope | undefined {
  const scope = scopes.get();
  return scope?.isOver && !scope.ending.reason ? undefined : scope;
}

/** Settles as `promise` does, or rejects with the reason as soon as the work is ended. */
const untilEnded = <Result>(ending: Ending, promise: Promise<Result>): Promise<Result> =>
  new Promise<Result>((resolve, reject) => {
    ending.onEnd(reject);
    promise.then(resolve, reject);
  });

const deadlineExceeded = (milliseconds: number) =>
  new AppError(
    'DEADLINE_EXCEEDED',
    `The request took longer than ${milliseconds / 1_000} seconds. Try again, or request less data.`,
  );
