import neo4j from 'neo4j-driver';
import type { Graph } from './graph';

/** The retention of a kind of nodes. */
export interface Retention {
  readonly days: number;
  /** Max number of nodes. The oldest are deleted first. */
  readonly max: number;
}

/**
 * Deletes the nodes that are older than the retention's days, and the oldest of those beyond its number.
 * @param labels a label expression, such as `RentalKey` or `RecommendationList&!AnonymousList`
 * @param date the property with the date of a node; nodes without it are kept
 */
export async function pruneNodes(
  graph: Graph,
  labels: string,
  date: string,
  { days, max }: Retention,
): Promise<void> {
  await graph.run(
    `MATCH (node:${labels}) WHERE node.${date} < datetime() - duration({days: $days})
     CALL (node) { DETACH DELETE node } IN TRANSACTIONS OF 1000 ROWS`,
    { days: neo4j.int(days) },
  );
  const [{ count }] = await graph.read<{ count: number }>(
    `MATCH (node:${labels}) RETURN count(node) AS count`,
  );
  if (count <= max) return;
  await graph.run(
    `MATCH (node:${labels}) WHERE node.${date} IS NOT NULL
     WITH node ORDER BY node.${date} LIMIT $surplus
     CALL (node) { DETACH DELETE node } IN TRANSACTIONS OF 1000 ROWS`,
    { surplus: neo4j.int(count - max) },
  );
}
