import type { Worker } from 'node:worker_threads';
import { type BookmarkManager, Neo4jError } from 'neo4j-driver';
import { startThread } from '../worker/start-thread';
import type { GraphAddress } from './open-driver';
import type { RunCypher } from './run-cypher';

/** A statement for the thread, and the bookmarks of the writes that it must see. */
export interface StatementRequest {
  readonly id: number;
  readonly cypher: string;
  readonly parameters: Record<string, unknown>;
  readonly bookmarks: readonly string[];
}

/** The result of a statement. */
export type StatementAnswer =
  | { readonly id: number; readonly rows: unknown[]; readonly bookmarks: readonly string[] }
  | { readonly id: number; readonly failure: StatementFailure };

/** The parts of an error that are sent between threads. */
export interface StatementFailure {
  readonly message: string;
  /** The code of a Neo4jError. */
  readonly code?: string;
}

/** Sends statements from a worker thread. */
export interface StatementThread {
  run: RunCypher;
  /** Terminates the thread and its connections. Pending statements reject, and the next one starts a new thread. */
  restart(): void;
  close(): Promise<void>;
}

/**
 * Sends statements from a worker thread, which starts with the first statement. The driver serializes parameters of
 * several megabytes in one go, which would block the event loop of this thread. Bookmarks are passed to the thread and
 * back.
 */
export function createStatementThread(address: GraphAddress, bookmarks: BookmarkManager): StatementThread {
  const waiting = new Map<number, (answer: StatementAnswer) => void>();
  let worker: Worker | undefined;
  let asked = 0;

  const open = (): Worker => {
    const opened = startThread(__dirname, 'send-statements', address);
    const lose = (message: string) => {
      if (worker !== opened) return;
      worker = undefined;
      for (const [id, answer] of waiting) answer({ id, failure: { message } });
    };
    opened.unref();
    opened.on('message', (answer: StatementAnswer) => waiting.get(answer.id)?.(answer));
    opened.on('error', ({ message }: Error) => lose(`The statement thread failed: ${message}`));
    opened.on('exit', () => lose('The statement thread ended.'));
    return opened;
  };

  return {
    run: async <Row>(cypher: string, parameters: Record<string, unknown> = {}) => {
      const before = Array.from(await bookmarks.getBookmarks());
      const id = ++asked;
      const answer = await new Promise<StatementAnswer>((resolve) => {
        waiting.set(id, resolve);
        worker ??= open();
        worker.postMessage({ id, cypher, parameters, bookmarks: before } satisfies StatementRequest);
      });
      waiting.delete(id);
      if ('failure' in answer) throw toError(answer.failure);
      await bookmarks.updateBookmarks(before, answer.bookmarks);
      return answer.rows as Row[];
    },
    restart: () => void worker?.terminate(),
    close: async () => void (await worker?.terminate()),
  };
}

function toError({ message, code }: StatementFailure): Error {
  return code
    ? new Neo4jError(message, code, '', '', {} as Neo4jError['diagnosticRecord'])
    : new Error(message);
}
