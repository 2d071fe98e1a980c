import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../app-error';
import { preferServing } from '../thread-priority';
import { REQUESTS, type WorkerInput, type WorkerMessage } from './worker-protocol';

/** The connection between the work of a worker and the main thread. */
export interface WorkerPort<Progress> {
  report(progress: Progress): void;
  /** Returns whether the main thread has made a request since the last call. */
  isRequested(request: keyof typeof REQUESTS): boolean;
}

/**
 * Runs the task of this worker with low priority, and sends its progress and its result or failure.
 * @param transfer returns the memory of a result that is moved to the main thread. Default: the result is copied.
 */
export function runWorker<Task, Progress, Result>(
  work: (task: Task, port: WorkerPort<Progress>) => Promise<Result>,
  transfer: (result: Result) => ArrayBuffer[] = () => [],
): void {
  const { task, requests } = workerData as WorkerInput<Task>;
  const send = (message: WorkerMessage<Progress, Result>, memory: ArrayBuffer[] = []) =>
    parentPort?.postMessage(message, memory);
  const port: WorkerPort<Progress> = {
    report: (progress) => send({ kind: 'progress', progress }),
    isRequested: (request) => Atomics.exchange(requests, REQUESTS[request], 0) === 1,
  };
  preferServing();
  work(task, port).then(
    (result) => send({ kind: 'done', result }, transfer(result)),
    (error: unknown) => {
      const { message, stack } = error instanceof Error ? error : new Error(String(error));
      send({
        kind: 'failed',
        error: message,
        stack,
        code: error instanceof AppError ? error.code : undefined,
      });
    },
  );
}
