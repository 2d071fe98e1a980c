import type { ServerResponse } from 'node:http';
import { createEnding } from '../graph/ending';
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
  readonly work: () => Promise<Result>;
}

/**
 * Takes slots for an operation, waits for the caller's turn, executes the operation until its deadline, and releases
 * the slots. Every transport uses it.
 * @throws AppError OVERLOADED, RATE_LIMITED, DEADLINE_EXCEEDED; CLIENT_LEFT if the client disconnected
 */
export async function inPlace<Result>(operation: OperationWork<Result>): Promise<Result> {
  const { gate, caller, checked, response, work } = operation;
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
    return await withDeadline(checked?.deadlineMs ?? DEADLINE_MS, workInTurn, ending, admission.addGraphTime);
  } finally {
    response.off('close', leave);
    admission.release();
  }
}
