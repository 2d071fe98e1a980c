import { connectGraph } from './graph/connect-graph';
import type { GraphAddress } from './graph/open-driver';
import type { Graph } from './graph/graph';
import { HomeInUse, type HomeLock, lockHome } from './private-neo4j/lock-home';
import { sharedAddress } from './private-neo4j/shared-address';
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

/**
 * Opens the graph that the settings name; without one, starts a private Neo4j in the home.
 * @param shares whether to use the private Neo4j of another process, such as a service that runs, where one has the
 * home; it goes away with that process
 */
export async function openGraph(
  settings: Settings,
  progress: Progress,
  { shares = false }: { shares?: boolean } = {},
): Promise<OpenGraph> {
  const { neo4j, home } = settings;
  if (neo4j) return connect(neo4j, progress);
  const lock = takeHome(home, shares);
  if (!('release' in lock)) return connect(lock, progress);
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

async function connect(address: GraphAddress, progress: Progress): Promise<OpenGraph> {
  const graph = await progress(`Connecting to ${address.uri}`, () => connectGraph(address));
  return { graph, close: () => graph.close() };
}

/** The home's lock, or where the one who holds it has its graph. */
function takeHome(home: string, shares: boolean): HomeLock | GraphAddress {
  try {
    return lockHome(home);
  } catch (error) {
    const address = shares && error instanceof HomeInUse ? sharedAddress(home) : undefined;
    if (address) return address;
    throw error;
  }
}
