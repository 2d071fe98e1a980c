import { AppError, type ErrorCode } from '../app-error';
import { startThread } from './start-thread';
import { REQUESTS, type WorkerInput, type WorkerMessage } from './worker-protocol';

/** The failure of a worker. */
export interface WorkerFailure {
  readonly status: 'FAILED';
  readonly error: string;
  /** The code, if it was an AppError. */
  readonly code?: ErrorCode;
  /** The error with the worker's stack, for the log. */
  readonly cause: Error;
}

/** How a worker ended. STOPPED: terminated on request. */
export type WorkerEnd<Result> =
  { readonly status: 'DONE'; readonly result: Result } | { readonly status: 'STOPPED' } | WorkerFailure;

/** A worker thread that runs one task. */
export interface WorkerHandle<Result> {
  /** Sends a request to the worker, which handles it after its current step. */
  request(request: keyof typeof REQUESTS): void;
  /** Terminates the worker at once. */
  stop(): Promise<void>;
  readonly ended: Promise<WorkerEnd<Result>>;
}

/** Options of `startWorker`. */
export interface WorkerOptions<Task, Progress> {
  /** Folder and name, without extension, of the module that calls `runWorker`. */
  readonly folder: string;
  readonly entry: string;
  readonly task: Task;
  readonly onProgress: (progress: Progress) => void;
  /** Max size of the thread's heap, in megabytes. Default: Node's limit. */
  readonly heapMegabytes?: number;
}

/** Starts a worker on a task. */
export function startWorker<Task, Progress, Result>({
  folder,
  entry,
  task,
  onProgress,
  heapMegabytes,
}: WorkerOptions<Task, Progress>): WorkerHandle<Result> {
  const flags = Object.keys(REQUESTS).length;
  const requests = new Int32Array(new SharedArrayBuffer(flags * Int32Array.BYTES_PER_ELEMENT));
  const input: WorkerInput<Task> = { task, requests };
  const worker = startThread(folder, entry, input, { maxOldGenerationSizeMb: heapMegabytes });
  let isStopped = false;

  const ended = new Promise<WorkerEnd<Result>>((end) => {
    worker.on('message', (message: WorkerMessage<Progress, Result>) => {
      if (message.kind === 'progress') onProgress(message.progress);
      else if (message.kind === 'done') end({ status: 'DONE', result: message.result });
      else end(failure(message.error, message));
    });
    worker.on('error', ({ message, stack }: Error) =>
      end(failure(`The worker crashed: ${message}`, { stack })),
    );
    worker.on('exit', (code) =>
      end(isStopped ? { status: 'STOPPED' } : failure(`The worker exited with code ${code}.`)),
    );
  });
  return {
    ended,
    request: (request) => void Atomics.store(requests, REQUESTS[request], 1),
    stop: async () => {
      isStopped = true;
      await worker.terminate();
    },
  };
}

function failure(error: string, { stack, code }: { stack?: string; code?: ErrorCode } = {}): WorkerFailure {
  const cause = new Error(error);
  if (stack !== undefined) cause.stack = stack;
  return { status: 'FAILED', error, code, cause };
}

/**
 * Runs a worker until it ends and returns its result.
 * @throws AppError with the code and the message of the worker's error; Error if it failed otherwise
 */
export async function runTask<Task, Result>(folder: string, entry: string, task: Task): Promise<Result> {
  const worker = startWorker<Task, never, Result>({ folder, entry, task, onProgress: () => {} });
  const end = await worker.ended;
  if (end.status === 'DONE') return end.result;
  if (end.status === 'STOPPED') throw new Error(`The worker ${entry} was stopped.`);
  throw end.code ? new AppError(end.code, end.error, { cause: end.cause }) : end.cause;
}
