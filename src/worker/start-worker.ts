import { AppError, type ErrorCode } from '../app-error';
import { startThread } from './start-thread';
import { REQUESTS, type WorkerInput, type WorkerMessage } from './worker-protocol';

/** How a worker ended. STOPPED: it was terminated on request. */
export type WorkerEnd<Result> =
  | { readonly status: 'DONE'; readonly result: Result }
  | { readonly status: 'STOPPED' }
  | { readonly status: 'FAILED'; readonly error: string; readonly code?: ErrorCode };

/** A thread that works on one task. */
export interface WorkerHandle<Result> {
  /** Asks the worker for something; it answers after the step that it is computing. */
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
      else end({ status: 'FAILED', error: message.error, code: message.code });
    });
    worker.on('error', ({ message }: Error) =>
      end({ status: 'FAILED', error: `The worker crashed: ${message}` }),
    );
    worker.on('exit', (code) =>
      end(
        isStopped
          ? { status: 'STOPPED' }
          : { status: 'FAILED', error: `The worker exited with code ${code}.` },
      ),
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

/**
 * Runs a worker to its end and returns its result.
 * @throws AppError with the code and the message of the worker's error; Error if it failed otherwise
 */
export async function runTask<Task, Result>(folder: string, entry: string, task: Task): Promise<Result> {
  const worker = startWorker<Task, never, Result>({ folder, entry, task, onProgress: () => {} });
  const end = await worker.ended;
  if (end.status === 'DONE') return end.result;
  if (end.status === 'STOPPED') throw new Error(`The worker ${entry} was stopped.`);
  throw end.code ? new AppError(end.code, end.error) : new Error(end.error);
}
