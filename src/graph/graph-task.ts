import { parentPort, workerData } from 'node:worker_threads';
import { AppError, type ErrorCode } from '../app-error';
import { runThread } from '../start-thread';
import { preferServing } from '../thread-priority';
import { createGraph, type Graph } from './graph';
import { type GraphAddress, openDriver } from './open-driver';

/** A graph that worker threads can open. */
export type AddressedGraph = Graph & { readonly address: GraphAddress };

/** Whether worker threads can open the graph. */
export const hasAddress = (graph: Graph): graph is AddressedGraph => graph.address !== undefined;

/** The input of a worker: the graph that it opens, the writes that it must see, and the task's own input. */
interface GraphTask<Input> {
  readonly address: GraphAddress;
  readonly bookmarks: readonly string[];
  readonly input: Input;
}

type GraphTaskResult<Result> =
  { readonly result: Result } | { readonly failure: { readonly message: string; readonly code?: ErrorCode } };

/**
 * Runs a task in a worker thread with a connection of its own to the same graph. Large results of statements are read
 * there, and do not block the event loop of this thread.
 * @param entry a module of `folder` that calls `answerGraphTask`
 * @param input plain data
 * @throws AppError with the code and the message of the task's error; Error if the task failed otherwise
 */
export async function runGraphTask<Input, Result>(
  graph: AddressedGraph,
  [folder, entry]: readonly [folder: string, entry: string],
  input: Input,
): Promise<Result> {
  const bookmarks = Array.from(await graph.session.bookmarkManager.getBookmarks());
  const task: GraphTask<Input> = { address: graph.address, bookmarks, input };
  const answer = await runThread<GraphTaskResult<Result>>(folder, entry, task);
  if ('result' in answer) return answer.result;
  const { code, message } = answer.failure;
  throw code ? new AppError(code, message) : new Error(message);
}

/** Does the task of the worker that this is called in, and posts its result. */
export async function answerGraphTask<Input, Result>(
  work: (graph: Graph, input: Input) => Promise<Result>,
): Promise<void> {
  preferServing();
  const { address, bookmarks, input } = workerData as GraphTask<Input>;
  const graph = createGraph(openDriver(address), address.database);
  const post = (answer: GraphTaskResult<Result>) => parentPort?.postMessage(answer);
  try {
    await graph.session.bookmarkManager.updateBookmarks([], bookmarks);
    post({ result: await work(graph, input) });
  } catch (error) {
    const { message } = error as Error;
    post({ failure: { message, code: error instanceof AppError ? error.code : undefined } });
  } finally {
    await graph.close();
  }
}
