import { runWorker } from '../worker/run-worker';
import { runTask } from '../worker/start-worker';
import { createGraph, type Graph } from './graph';
import type { GraphMapping } from './graph-mapping';
import { createGraphModel } from './graph-model';
import { type GraphAddress, openDriver } from './open-driver';

/** A graph that worker threads can open. */
export type AddressedGraph = Graph & { readonly address: GraphAddress };

/** Returns whether worker threads can open the graph. */
export const hasAddress = (graph: Graph): graph is AddressedGraph => graph.address !== undefined;

/** The input of a worker: the graph to open, bookmarks of the writes that it must see, and the input of the task. */
interface GraphTask<Input> {
  readonly address: GraphAddress;
  readonly mapping: GraphMapping;
  readonly bookmarks: readonly string[];
  readonly input: Input;
}

/**
 * Runs a task in a worker thread with a separate connection to the same graph. Large results are read there, so they do
 * not block the event loop of this thread.
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
  const task: GraphTask<Input> = { address: graph.address, mapping: graph.model.mapping, bookmarks, input };
  return runTask<GraphTask<Input>, Result>(folder, entry, task);
}

/** Runs the task of this worker with a connection to the graph, and sends its result. */
export function answerGraphTask<Input, Result>(work: (graph: Graph, input: Input) => Promise<Result>): void {
  runWorker<GraphTask<Input>, never, Result>(async ({ address, mapping, bookmarks, input }) => {
    const graph = createGraph(openDriver(address), address.database, { model: createGraphModel(mapping) });
    try {
      await graph.session.bookmarkManager.updateBookmarks([], bookmarks);
      return await work(graph, input);
    } finally {
      await graph.close();
    }
  });
}
