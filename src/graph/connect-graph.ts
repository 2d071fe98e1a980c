import { setTimeout as pause } from 'node:timers/promises';
import { AppError } from '../app-error';
import { openConnections } from './connections';
import { detectIdTypes } from './detect-id-types';
import { createGraph, type Graph } from './graph';
import { isFromServer } from './graph-error';
import { watchGraph } from './watch-graph';
import type { GraphMapping } from './graph-mapping';
import { createGraphModel } from './graph-model';
import type { GraphAddress } from './open-driver';
import { openProbe } from './probe-graph';

/** How to wait for a graph that does not respond yet. */
export interface GraphWait {
  /** @default 0: fail immediately */
  seconds?: number;
  /** Called before each further attempt. */
  onWait?: (waitedSeconds: number, error: AppError) => void;
  /** The names of the graph. @default the tutorial's names */
  mapping?: GraphMapping;
}

const RETRY_MS = 500;
const PROCEDURES = `
  SHOW PROCEDURES YIELD name WHERE name = 'apoc.util.validate'
  RETURN collect(name) AS names`;

/**
 * Opens a graph, checks that it responds and has APOC, and monitors it from then on. Retries if the graph cannot be
 * reached yet, but not if the password or database name is wrong.
 * @throws AppError CANNOT_START with what to do
 */
export async function connectGraph(
  address: GraphAddress,
  { seconds = 0, onWait, mapping }: GraphWait = {},
): Promise<Graph> {
  const startedAt = performance.now();
  for (;;) {
    const graph = openWatched(address);
    try {
      await requireApoc(graph);
      graph.health.start();
      return mapping ? { ...graph, model: createGraphModel(await detectIdTypes(graph, mapping)) } : graph;
    } catch (error) {
      await graph.close();
      if (error instanceof AppError && error.code === 'CANNOT_START') throw error;
      const waited = (performance.now() - startedAt) / 1_000;
      const message = explain(error, address, seconds > 0 ? waited : 0);
      const refusal = new AppError('CANNOT_START', message, { cause: error });
      if (!mayPass(error) || waited >= seconds) throw refusal;
      onWait?.(waited, refusal);
      await pause(RETRY_MS);
    }
  }
}

function openWatched(address: GraphAddress): Graph {
  const { uri, username, password, database } = address;
  const connections = openConnections(address);
  const { probe, close } = openProbe(address);
  const health = watchGraph({ probe, dropConnections: connections.renew });
  const graph = createGraph(connections, database, {
    address: { uri, username, password, database },
    health,
  });
  return {
    ...graph,
    close: async () => {
      await graph.close();
      await close();
    },
  };
}

async function requireApoc(graph: Graph): Promise<void> {
  const [{ names }] = await graph.read<{ names: string[] }>(PROCEDURES);
  if (names.length > 0) return;
  const message =
    'The graph database has no APOC. Install the APOC core plugin of the same version as Neo4j and start again.';
  throw new AppError('CANNOT_START', message);
}

/**
 * Whether the graph could not be reached or was not ready. Retrying does not help if it rejects the user, password or
 * database.
 */
function mayPass(error: unknown): boolean {
  if (!(error instanceof AppError)) return false;
  return !isFromServer(error.cause) || !error.cause.code.includes('.Security.');
}

function explain(error: unknown, { uri, username, database }: GraphAddress, waited: number): string {
  const cause = error instanceof AppError ? error.cause : error;
  const code = isFromServer(cause) ? cause.code : '';
  if (code.includes('AuthenticationRateLimit')) {
    return `The graph database at ${uri} rejects logins after too many wrong passwords. Wait a few seconds, then set NEO4J_PASSWORD to the right one.`;
  }
  if (code.includes('.Security.')) {
    return `The graph database at ${uri} rejects the password of user ${username}. Correct NEO4J_USERNAME and NEO4J_PASSWORD.`;
  }
  if (code.includes('DatabaseNotFound')) {
    return `The graph database at ${uri} has no database ${database ?? 'of that name'}. Correct NEO4J_DATABASE, or unset it to use the default database.`;
  }
  const long = waited >= 1 ? ` for ${Math.round(waited)} seconds` : '';
  return `The graph database at ${uri} did not respond${long}. Start it, or correct NEO4J_URI; unset NEO4J_URI to start a private Neo4j. GRAPH_WAIT_SECONDS sets how long to wait.`;
}
