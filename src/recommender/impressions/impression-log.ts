import neo4j from 'neo4j-driver';
import type { Graph } from '../../graph/graph';
import type { WarnOperator } from '../warn-operator';
import { dropOldLists } from './prune-impressions';
import type { Impression } from './impression';

/** Writes served lists to the graph, behind the answers. */
export interface ImpressionLog {
  /** Takes a list, to be written within about half a second. Never waits and never fails. */
  keep(list: Impression): void;
  /** Writes what waits now; resolves when it is in the graph, or when the graph would not take it. */
  flush(): Promise<void>;
  /** Writes what waits, and takes no more. */
  close(): Promise<void>;
}

const WRITE = `
  UNWIND $lists AS row
  MERGE (list:RecommendationList {listID: row.id})
  SET list += row.properties, list.servedAt = datetime({epochMillis: row.servedAt})
  WITH list, row
  MATCH (customer:Customer {customerID: row.customer})
  MERGE (customer)-[:SERVED]->(list)`;

const INTERVAL_MS = 500;
/** After a failure the next try waits twice as long, up to this. */
const LONGEST_INTERVAL_MS = 30_000;
const BATCH = 500;
/** Lists in memory at the most, while the graph takes none; further ones are lost, and the operator is told. */
const MAX_WAITING = 20_000;
const DROP_EVERY_MS = 3_600_000;

/** Keeps lists in a buffer and writes it in batches, about twice a second while there is something to write. */
export function createImpressionLog(graph: Graph, warn: WarnOperator): ImpressionLog {
  const waiting: Impression[] = [];
  let interval = INTERVAL_MS;
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> | undefined;
  let lost = 0;
  let droppedAt = -Infinity;
  let isClosed = false;

  const write = async (): Promise<void> => {
    try {
      while (waiting.length > 0) {
        const lists = waiting.slice(0, BATCH);
        await graph.write(WRITE, { lists: lists.map(toRow) });
        waiting.splice(0, lists.length);
      }
      interval = INTERVAL_MS;
    } catch (error) {
      interval = Math.min(2 * interval, LONGEST_INTERVAL_MS);
      warn(`${waiting.length} served lists are not in the graph yet, and ${lost} are lost`, error);
      lost = 0;
    }
  };

  const flush = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    writing ??= write().finally(() => {
      writing = undefined;
      if (waiting.length > 0) writeSoon();
    });
    return writing;
  };

  const dropOld = async (): Promise<void> => {
    if (performance.now() - droppedAt < DROP_EVERY_MS) return;
    droppedAt = performance.now();
    await dropOldLists(graph).catch((error: unknown) => warn('Old served lists are still there', error));
  };

  const writeSoon = (): void => {
    if (timer || isClosed) return;
    timer = setTimeout(() => void flush().then(dropOld), interval).unref();
  };

  return {
    keep: (list) => {
      if (waiting.length < MAX_WAITING && !isClosed) waiting.push(list);
      else lost++;
      writeSoon();
    },
    flush: async () => {
      // What was taken after the last batch of a write under way began is in none of its batches.
      await writing;
      if (waiting.length > 0) await flush();
    },
    close: async () => {
      isClosed = true;
      await writing;
      await flush();
    },
  };
}

/** Whole numbers reach the graph as integers, the rest of a row as it is. */
const toRow = ({ id, customer, servedAt, qualifying, ...properties }: Impression) => ({
  id,
  customer,
  servedAt: neo4j.int(servedAt),
  properties: { ...properties, qualifying: neo4j.int(qualifying) },
});
