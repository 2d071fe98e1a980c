import type { ErrorCode } from '../app-error';

/** The input of a worker: its task, and flags for requests while it computes. */
export interface WorkerInput<Task> {
  readonly task: Task;
  /**
   * [requests], one flag for each of REQUESTS; 1 means requested. In shared memory, because a thread cannot read
   * messages while it computes.
   */
  readonly requests: Int32Array;
}

/** Indexes of the flags in `requests`. */
export const REQUESTS = { cancel: 0, snapshot: 1 } as const;

/** A message of a worker. The last one is `done` or `failed`. */
export type WorkerMessage<Progress, Result> =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'done'; readonly result: Result }
  | { readonly kind: 'failed'; readonly error: string; readonly stack?: string; readonly code?: ErrorCode };
