import { join } from 'node:path';
import { connectGraph } from '../../src/graph/connect-graph';
import type { Graph } from '../../src/graph/graph';
import { lockHome } from '../../src/private-neo4j/lock-home';
import { startPrivateNeo4j } from '../../src/private-neo4j/start-private-neo4j';
import { createProgress } from '../../src/progress';

/** Runs work on the empty graph of a private Neo4j in var/bench, and leaves it empty again. */
export async function withBenchGraph<Result>(work: (graph: Graph) => Promise<Result>): Promise<Result> {
  const home = join(__dirname, '..', '..', 'var', 'bench');
  const lock = lockHome(home);
  const neo4j = await startPrivateNeo4j({ home, progress: createProgress(process.stderr) });
  try {
    const graph = await connectGraph(neo4j);
    try {
      await empty(graph);
      const result = await work(graph);
      await empty(graph);
      return result;
    } finally {
      await graph.close();
    }
  } finally {
    await neo4j.stop();
    lock.release();
  }
}

const empty = (graph: Graph) =>
  graph.run('MATCH (node) CALL (node) { DETACH DELETE node } IN TRANSACTIONS OF 10000 ROWS');
