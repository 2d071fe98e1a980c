import type { Graph } from '../../graph/graph';
import { outsideStatementScope } from '../../graph/statement-scope';
import type { Logger } from '../../logger';
import { pruneRentalKeys } from '../rentals/rental-repository';
import type { Impression } from './impression';
import { ANONYMOUS_RETENTION, pruneImpressions, writeImpressions } from './impression-repository';

/** Writes served lists to the graph in the background. */
export interface ImpressionLog {
  /** Queues an impression, which is written within about half a second. Never waits and never fails. */
  write(impression: Impression): void;
  /** Writes the queue immediately. Resolves when it is written or writing has failed. */
  flush(): Promise<void>;
  /** Writes the queue and accepts no more impressions. */
  close(): Promise<void>;
}

const INTERVAL_MS = 500;
/** After a failure the delay doubles, up to this. */
const MAX_INTERVAL_MS = 30_000;
const BATCH = 500;
/**
 * Max number of queued impressions while the graph does not accept writes. Further ones are dropped. Anonymous
 * impressions have a separate queue.
 */
const MAX_QUEUED = { customers: 20_000, anonymous: 2_000 };
const PRUNE_EVERY_MS = 3_600_000;
/** Number of anonymous lists that triggers pruning, because anyone can request many. */
const PRUNE_EVERY_ANONYMOUS = ANONYMOUS_RETENTION.max / 2;

/** Buffers impressions and writes them in batches, about twice a second. Prunes old ones every hour. */
export function createImpressionLog(graph: Graph, logger: Logger): ImpressionLog {
  const queues = { customers: [] as Impression[], anonymous: [] as Impression[] };
  const queued = () => queues.customers.length + queues.anonymous.length;
  let interval = INTERVAL_MS;
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> | undefined;
  let dropped = 0;
  let prunedAt = -Infinity;
  let anonymousSincePruning = 0;
  let isClosed = false;

  const writeQueue = async (queue: Impression[]): Promise<void> => {
    while (queue.length > 0) {
      const batch = queue.slice(0, BATCH);
      await writeImpressions(graph, batch);
      queue.splice(0, batch.length);
    }
  };

  const writeAll = async (): Promise<void> => {
    try {
      await writeQueue(queues.customers);
      await writeQueue(queues.anonymous);
      interval = INTERVAL_MS;
    } catch (err) {
      interval = Math.min(2 * interval, MAX_INTERVAL_MS);
      logger.warn({ err }, `Failed to write served lists (${queued()} queued, ${dropped} dropped)`);
      dropped = 0;
    }
  };

  const flush = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    writing ??= writeAll().finally(() => {
      writing = undefined;
      if (queued() > 0) scheduleFlush();
    });
    return writing;
  };

  const prune = async (): Promise<void> => {
    const isDue = performance.now() - prunedAt >= PRUNE_EVERY_MS;
    if (!isDue && anonymousSincePruning < PRUNE_EVERY_ANONYMOUS) return;
    prunedAt = performance.now();
    anonymousSincePruning = 0;
    try {
      await pruneImpressions(graph);
      await pruneRentalKeys(graph);
    } catch (err) {
      logger.warn({ err }, 'Failed to prune old impressions');
    }
  };

  const scheduleFlush = (): void => {
    if (timer || isClosed) return;
    // The request that is answered now may end, or its client leave, before the lists are written and old ones pruned.
    timer = outsideStatementScope(() => setTimeout(() => void flush().then(prune), interval).unref());
  };

  return {
    write: (impression) => {
      const kind = impression.customer === null ? 'anonymous' : 'customers';
      if (kind === 'anonymous') anonymousSincePruning++;
      if (queues[kind].length < MAX_QUEUED[kind] && !isClosed) queues[kind].push(impression);
      else dropped++;
      scheduleFlush();
    },
    flush: async () => {
      // A running write may have started before the newest impressions were queued.
      await writing;
      if (queued() > 0) await flush();
    },
    close: async () => {
      isClosed = true;
      await writing;
      await flush();
    },
  };
}
