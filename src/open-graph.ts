import { connectGraph } from './graph/connect-graph';
import type { Graph } from './graph/graph';
import { lockHome } from './private-neo4j/lock-home';
import { type PrivateNeo4j, startPrivateNeo4j } from './private-neo4j/start-private-neo4j';
import type { Progress } from './progress';
import type { Settings } from './settings';

/** A graph that is open, and the private server behind it where there is one. */
export interface OpenGraph {
  graph: Graph;
  privateNeo4j?: PrivateNeo4j;
  /** Closes the graph, stops the private server and gives the home back. */
  close(): Promise<void>;
}

/** Opens the graph that the settings name; without one, starts a private Neo4j in the home. */
export async function openGraph(settings: Settings, progress: Progress): Promise<OpenGraph> {
  const { neo4j, home } = settings;
  if (neo4j) {
    const graph = await progress(`Connecting to ${neo4j.uri}`, () => connectGraph(neo4j));
    return { graph, close: () => graph.close() };
  }
  const lock = lockHome(home);
  const privateNeo4j = await startPrivateNeo4j({ home, progress }).catch((error: unknown) => {
    lock.release();
    throw error;
  });
  const close = async () => {
    await privateNeo4j.stop();
    lock.release();
  };
  try {
    const graph = await connectGraph(privateNeo4j);
    return { graph, privateNeo4j, close: () => graph.close().then(close) };
  } catch (error) {
    await close();
    throw error;
  }
}
