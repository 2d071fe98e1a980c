import type { Graph } from '../../src/graph/graph';
import { buildSchemas } from '../../src/graphql/build-schema';
import { createContext } from '../../src/graphql/context';
import { createHttpServer, type HttpServer, type HttpServerOptions } from '../../src/http/create-http-server';
import { loadEngine } from '../../src/recommender/engine/load-engine';
import type { Schemas } from '../../src/graphql/schemas';
import { silentLogger } from '../../src/logger';
import { createRecommender, type Recommender } from '../../src/recommender/recommender';
import { requireReady, watchService } from '../../src/recommender/serving/service-state';
import { parseSettings } from '../../src/settings';
import { LEASE_MS } from '../recommender/training/lease-ms';

/** A line of the log. */
export interface LogLine {
  level: 'info' | 'warn' | 'error';
  fields: Record<string, unknown>;
  message: string;
}

/** A server on a graph, and its log. */
export interface TestServer extends HttpServer {
  recommender: Recommender;
  logged: LogLine[];
  /** Sends a body: a string unchanged, anything else as JSON. */
  post(body: unknown, headers?: Record<string, string>): Promise<Response>;
  /** Sends an operation and returns its response with the HTTP status. */
  ask(query: string, headers?: Record<string, string>, variables?: object): Promise<ServerAnswer>;
}

export interface ServerAnswer {
  status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests read answers of any shape
  data?: any;
  errors?: { message: string; extensions: { code: string; requestId?: string } }[];
}

const schemasOf = new WeakMap<Graph, Promise<Schemas>>();

/** Starts the HTTP server on a graph like the service, with settings from these variables. */
export async function startTestServer(
  graph: Graph,
  variables: Record<string, string> = {},
  options: Partial<HttpServerOptions> = {},
): Promise<TestServer> {
  const recommender = createRecommender({
    graph,
    engine: await loadEngine('auto'),
    seed: 1,
    logger: silentLogger,
    leaseMs: LEASE_MS,
  });
  if (!schemasOf.has(graph)) schemasOf.set(graph, buildSchemas(graph));
  const schemas = (await schemasOf.get(graph)) as Schemas;
  const logged: LogLine[] = [];
  const level = (name: LogLine['level']) => (fields: object, message: string) =>
    void logged.push({ level: name, fields: fields as Record<string, unknown>, message });
  const server = await createHttpServer({
    settings: parseSettings({ PORT: '0', ...variables }),
    schema: schemas.api,
    createContext: (viewer) => createContext(recommender, schemas, viewer),
    isReady: () => requireReady(recommender),
    isGraphRecovering: graph.health.isRecovering,
    sources: {
      statements: () => graph.statements(),
      graphStatus: () => graph.health.status(),
      state: watchService(recommender, 2_000),
    },
    log: { debug: () => undefined, info: level('info'), warn: level('warn'), error: level('error') },
    ...options,
  });
  const post = (body: unknown, headers: Record<string, string> = {}) =>
    fetch(server.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  return {
    ...server,
    recommender,
    logged,
    post,
    ask: async (query, headers, variables) => {
      const response = await post({ query, variables }, headers);
      return { status: response.status, ...((await response.json()) as object) };
    },
    close: async () => {
      // Progress streams end with their run; otherwise they would keep the server open.
      await Promise.all([recommender.runs.close(), server.close()]);
      await recommender.close();
    },
  };
}
