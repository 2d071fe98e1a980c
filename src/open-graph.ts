import { connectGraph } from './graph/connect-graph';
import type { GraphAddress } from './graph/open-driver';
import type { Graph } from './graph/graph';
import type { GraphMapping } from './graph/graph-mapping';
import { type Logger, silentLogger } from './logger';
import { HomeInUse, type HomeLock, lockHome } from './private-neo4j/lock-home';
import { sharedAddress } from './private-neo4j/shared-address';
import { type PrivateNeo4j, startPrivateNeo4j } from './private-neo4j/start-private-neo4j';
import type { Progress } from './progress';
import type { Settings } from './settings';

/** An open graph, and the private server that was started for it, if any. */
export interface OpenGraph {
  graph: Graph;
  privateNeo4j?: PrivateNeo4j;
  /** Closes the graph, stops the private server and releases the home. */
  close(): Promise<void>;
}

export interface OpenGraphOptions {
  /**
   * Whether to use the private Neo4j of another process, such as a running server, if that process holds the home. That
   * Neo4j stops with its process. @default false
   */
  shares?: boolean;
  /** How long to wait for the graph at NEO4J_URI, in seconds. @default 0 */
  waitSeconds?: number;
  /** The logger for changes of the graph's state and restarts of the private server. @default none */
  logger?: Logger;
}

/**
 * Opens the graph at NEO4J_URI; without NEO4J_URI, starts a private Neo4j in the home.
 * @throws AppError CANNOT_START
 */
export async function openGraph(
  settings: Settings,
  progress: Progress,
  { shares = false, waitSeconds = 0, logger = silentLogger }: OpenGraphOptions = {},
): Promise<OpenGraph> {
  const opened = await open(settings, progress, { shares, waitSeconds, logger });
  opened.graph.health.onChange(({ state, reason }) => {
    if (state === 'up') logger.info({ state }, 'The graph database responds again');
    else logger.warn({ state, reason }, `The graph database is ${state}`);
  });
  return opened;
}

async function open(
  { neo4j, home, mapping }: Settings,
  progress: Progress,
  { shares, waitSeconds, logger }: Required<OpenGraphOptions>,
): Promise<OpenGraph> {
  const connectTo = (address: GraphAddress) => connect(address, progress, waitSeconds, mapping);
  if (neo4j) return connectTo(neo4j);
  const lock = takeHome(home, shares);
  if (!('release' in lock)) return connectTo(lock);
  const privateNeo4j = await startPrivateNeo4j({ home, progress, logger }).catch((error: unknown) => {
    lock.release();
    throw error;
  });
  const close = async () => {
    await privateNeo4j.stop();
    lock.release();
  };
  try {
    const graph = await connectGraph(privateNeo4j, { seconds: START_WAIT_SECONDS, mapping });
    restartIfRefusing(graph, privateNeo4j, logger);
    return { graph, privateNeo4j, close: () => graph.close().then(close) };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Restarts a private server that refuses requests. Neo4j stops a database after a failed write, for example because the
 * disk was full, and starts it again only when the server restarts.
 */
function restartIfRefusing({ health }: Graph, privateNeo4j: PrivateNeo4j, logger: Logger): void {
  let timer: NodeJS.Timeout | undefined;
  const restart = () => {
    logger.warn({}, 'Restarting the private Neo4j, which refuses requests');
    void privateNeo4j.restart();
  };
  health.onChange(({ state }) => {
    clearTimeout(timer);
    if (state === 'refusing') timer = setTimeout(restart, REFUSING_MS).unref();
  });
}

/** How long a private server may refuse requests before it is restarted, in milliseconds. */
const REFUSING_MS = 20_000;
/** How long a private server may take to respond after it starts listening, in milliseconds. */
const START_WAIT_SECONDS = 60;

async function connect(
  address: GraphAddress,
  progress: Progress,
  seconds: number,
  mapping: GraphMapping | undefined,
): Promise<OpenGraph> {
  const graph = await progress(`Connecting to ${address.uri}`, (report) =>
    connectGraph(address, {
      seconds,
      mapping,
      onWait: (waited) => report(Math.floor(waited), seconds, 'seconds waited for the graph database'),
    }),
  );
  return { graph, close: () => graph.close() };
}

/** Locks the home. Returns the lock, or the address of the graph of the process that already holds it. */
function takeHome(home: string, shares: boolean): HomeLock | GraphAddress {
  try {
    return lockHome(home);
  } catch (error) {
    const address = shares && error instanceof HomeInUse ? sharedAddress(home) : undefined;
    if (address) return address;
    throw error;
  }
}
