import type { ServerResponse } from 'node:http';
import { createEnding } from '../graph/ending';
import { comingBack } from '../graph/graph-health';
import { withDeadline } from '../graph/statement-scope';
import type { CheckedOperation } from '../graphql/limits/check-operation';
import { DEADLINE_MS } from '../graphql/limits/field-rules';
import type { Caller } from './admission/caller';
import type { Gate } from './admission/gate';
import { CLIENT_LEFT } from './client-left';

/** One operation to execute. */
export interface OperationWork<Result> {
  readonly gate: Gate;
  readonly caller: Caller;
  /** Undefined if the operation is invalid. */
  readonly checked: CheckedOperation | undefined;
  /** The response to the waiting client. */
  readonly response: ServerResponse;
  /** Whether the graph responded again recently and may still be slow. */
  readonly isGraphRecovering: () => boolean;
  readonly work: () => Promise<Result>;
}

/**
 * How long a client waits while the graph is recovering, in milliseconds. Does not apply to an operation that it must not
 * send twice.
 */
const RECOVERING_MS = 1_500;

/**
 * Takes slots for an operation, waits for the caller's turn, executes the operation until its deadline, and releases
 * the slots. Every transport uses it.
 * @throws AppError OVERLOADED, RATE_LIMITED, DEADLINE_EXCEEDED, GRAPH_UNAVAILABLE; CLIENT_LEFT if the client disconnected
 */
export async function inPlace<Result>(operation: OperationWork<Result>): Promise<Result> {
  const { gate, caller, checked, response, isGraphRecovering, work } = operation;
  const admission = gate.admit(caller, 'request', checked?.cost);
  const ending = createEnding();
  const leave = () => ending.end(CLIENT_LEFT);
  response.once('close', leave);
  const workInTurn = async () => {
    await gate.takeTurn(caller);
    if (ending.reason) throw ending.reason;
    return await work();
  };
  try {
    const working = withDeadline(
      checked?.deadlineMs ?? DEADLINE_MS,
      workInTurn,
      ending,
      admission.addGraphTime,
    );
    return await (checked?.isRepeatable && isGraphRecovering()
      ? refuseAfter(RECOVERING_MS, working)
      : working);
  } finally {
    response.off('close', leave);
    admission.release();
  }
}

/**
 * Rejects with GRAPH_UNAVAILABLE if work takes too long. The work continues: if its statements were cancelled, the next
 * request would have to wait for the same plans.
 */
const refuseAfter = <Result>(milliseconds: number, work: Promise<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(comingBack()), milliseconds).unref();
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
