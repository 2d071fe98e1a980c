import neo4j from 'neo4j-driver';
import type { Graph } from '../../graph/graph';

/** How much of what was served and recorded the graph keeps. */
export interface Retention {
  readonly days: number;
  /** Lists, and keys of recorded rentals, at the most; the oldest go first. */
  readonly most: number;
}

/** Thirty days: long enough to see what came of a list, and for a client to repeat a rental under its key. */
export const RETENTION: Retention = { days: 30, most: 1_000_000 };

/** The statements for one kind of node, dated by one of its properties. */
const statementsFor = (label: string, date: string) => ({
  count: `MATCH (node:${label}) RETURN count(node) AS count`,
  dropOld: `
    MATCH (node:${label}) WHERE node.${date} < datetime() - duration({days: $days})
    CALL (node) { DETACH DELETE node } IN TRANSACTIONS OF 1000 ROWS`,
  dropOldest: `
    MATCH (node:${label}) WHERE node.${date} IS NOT NULL
    WITH node ORDER BY node.${date} LIMIT $over
    CALL (node) { DETACH DELETE node } IN TRANSACTIONS OF 1000 ROWS`,
});

const KEPT = [statementsFor('RecommendationList', 'servedAt'), statementsFor('RentalKey', 'recordedAt')];

/** Drops served lists and keys of recorded rentals that are older than the retention's days or beyond its number. */
export async function dropOldLists(graph: Graph, { days, most }: Retention = RETENTION): Promise<void> {
  for (const { count, dropOld, dropOldest } of KEPT) {
    await graph.run(dropOld, { days: neo4j.int(days) });
    const [left] = await graph.read<{ count: number }>(count);
    if (left.count > most) await graph.run(dropOldest, { over: neo4j.int(left.count - most) });
  }
}
