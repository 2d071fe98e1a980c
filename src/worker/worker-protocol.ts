import type { ErrorCode } from '../app-error';

/** The input of a worker: its task, and flags that ask it for something while it computes. */
export interface WorkerInput<Task> {
  readonly task: Task;
  /** [requests], one flag of REQUESTS each; 1 asks. Shared memory, because a thread that computes reads no messages. */
  readonly requests: Int32Array;
}

/** Indexes of the flags in `requests`. */
export const REQUESTS = { cancel: 0, snapshot: 1 } as const;

/** A message of a worker. The last one is `done` or `failed`. */
export type WorkerMessage<Progress, Result> =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'done'; readonly result: Result }
  | { readonly kind: 'failed'; readonly error: string; readonly stack?: string; readonly code?: ErrorCode };
