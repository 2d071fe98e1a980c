/** The entry of the worker thread that sends statements with large parameters. */
import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../app-error';
import { preferServing } from '../thread-priority';
import { createGraph } from './graph';
import { type GraphAddress, openDriver } from './open-driver';
import type { StatementAnswer, StatementFailure, StatementRequest } from './statement-thread';

preferServing();
const address = workerData as GraphAddress;
const graph = createGraph(openDriver(address), address.database);
const { bookmarkManager } = graph.session;

const answer = (message: StatementAnswer) => parentPort?.postMessage(message);

async function send({ id, cypher, parameters, bookmarks }: StatementRequest): Promise<void> {
  try {
    await bookmarkManager.updateBookmarks(await bookmarkManager.getBookmarks(), bookmarks);
    const rows = await graph.run(cypher, parameters);
    answer({ id, rows, bookmarks: Array.from(await bookmarkManager.getBookmarks()) });
  } catch (error) {
    answer({ id, failure: toFailure(error) });
  }
}

/** The parent thread classifies errors of the driver, because it monitors the graph. */
function toFailure(error: unknown): StatementFailure {
  const original = error instanceof AppError ? (error.cause ?? error) : error;
  const { message, code } = original as Error & { code?: string };
  return { message, code };
}

parentPort?.on('message', (request: StatementRequest) => void send(request));
