import { connectGraph } from '../src/graph/connect-graph';
import type { GraphAddress } from '../src/graph/open-driver';
import type { Graph } from '../src/graph/graph';
import type { HomeLock } from '../src/private-neo4j/lock-home';
import type { PrivateNeo4j } from '../src/private-neo4j/start-private-neo4j';

/** A running test graph, from its start to its stop. */
export interface RunningTestGraph {
  neo4j: PrivateNeo4j;
  lock: HomeLock;
}

/** Returns the address of this worker's test graph. */
export function testGraphAddress(): GraphAddress {
  const addresses = JSON.parse(process.env.TEST_GRAPHS ?? '[]') as GraphAddress[];
  return addresses[Number(process.env.JEST_WORKER_ID) - 1];
}

/** Opens this worker's test graph and removes all nodes, constraints and indexes. */
export async function openTestGraph(): Promise<Graph> {
  const graph = await connectGraph(testGraphAddress());
  await graph.run('MATCH (node) CALL (node) { DETACH DELETE node } IN TRANSACTIONS OF 10000 ROWS');
  const constraints = await graph.run<{ name: string }>('SHOW CONSTRAINTS YIELD name');
  for (const { name } of constraints) await graph.run(`DROP CONSTRAINT \`${name}\``);
  const indexes = await graph.run<{ name: string }>(
    `SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name`,
  );
  for (const { name } of indexes) await graph.run(`DROP INDEX \`${name}\``);
  return graph;
}
