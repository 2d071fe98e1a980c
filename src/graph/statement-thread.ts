import type { Worker } from 'node:worker_threads';
import type { BookmarkManager } from 'neo4j-driver';
import { startThread } from '../start-thread';
import type { RunCypher } from './graph';
import type { GraphAddress } from './open-driver';

/** A statement for the thread, and what must be visible to it. */
export interface StatementRequest {
  readonly id: number;
  readonly cypher: string;
  readonly parameters: Record<string, unknown>;
  readonly bookmarks: readonly string[];
}

/** What came of it. */
export type StatementAnswer =
  | { readonly id: number; readonly rows: unknown[]; readonly bookmarks: readonly string[] }
  | { readonly id: number; readonly failure: { readonly message: string; readonly code?: string } };

/** Sends statements from a thread of its own. */
export interface StatementThread {
  run: RunCypher;
  close(): Promise<void>;
}

/**
 * Sends statements from a thread of its own, which starts with the first one: the driver writes megabytes in one go,
 * and here everything else would wait for it. Bookmarks go along and come back, as if this thread had sent them.
 */
export function createStatementThread(address: GraphAddress, bookmarks: BookmarkManager): StatementThread {
  const waiting = new Map<number, (answer: StatementAnswer) => void>();
  let worker: Worker | undefined;
  let asked = 0;

  const open = (): Worker => {
    const opened = startThread(__dirname, 'send-statements', address);
    const lose = (message: string) => {
      if (worker === opened) worker = undefined;
      for (const [id, answer] of waiting) answer({ id, failure: { message } });
    };
    opened.unref();
    opened.on('message', (answer: StatementAnswer) => waiting.get(answer.id)?.(answer));
    opened.on('error', ({ message }: Error) => lose(`The thread that writes to the graph died: ${message}`));
    opened.on('exit', () => lose('The thread that writes to the graph has ended.'));
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
      if ('failure' in answer) throw Object.assign(new Error(answer.failure.message), answer.failure);
      await bookmarks.updateBookmarks(before, answer.bookmarks);
      return answer.rows as Row[];
    },
    close: async () => void (await worker?.terminate()),
  };
}
