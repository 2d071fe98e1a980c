import type { Graph } from '../graph/graph';
import type { Report } from '../progress';

const BATCH = 2_000;

/** Runs one statement for all rows, with one transaction per batch. The rows of a batch are passed as $rows. */
export async function writeInBatches(
  graph: Graph,
  cypher: string,
  rows: readonly object[],
  report: Report,
): Promise<void> {
  for (let from = 0; from < rows.length; from += BATCH) {
    await graph.write(cypher, { rows: rows.slice(from, from + BATCH) });
    report(Math.min(from + BATCH, rows.length), rows.length, 'rows');
  }
}
