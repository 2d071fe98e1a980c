import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import cors from 'cors';
import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import type { GraphQLSchema } from 'graphql';
import { AppError } from '../app-error';
import { METRICS_ROLES } from '../graphql/access/access-table';
import type { Viewer } from '../graphql/access/viewer';
import type { Context } from '../graphql/context';
import { createFormatError } from '../graphql/format-error';
import { createOperationCheck } from '../graphql/limits/check-operation';
import type { Settings } from '../settings';
import { VERSION } from '../own-package';
import { addTrailingSlash } from './add-trailing-slash';
import { createGate } from './admission/gate';
import { createAuthenticate } from './authenticate';
import { dashboard, notFoundPage } from './dashboard';
import { eventStream } from './event-stream';
import { type Endpoint, graphqlEndpoint } from './graphql-endpoint';
import { CONNECTION_OPTIONS, guardConnections, requireReading, waitForTurn } from './guard-connections';
import { health, HEALTH_PATHS } from './health';
import { HttpError, sendError } from './http-error';
import { ide } from './ide';
import { landingPage } from './landing-page';
import { listen } from './listen';
import { llmsTxt } from './llms-txt';
import { createLogFailure } from './log-failure';
import { logRequest, type RequestLog } from './log-request';
import { mcpEndpoint } from './mcp/endpoint';
import { createMetrics, type MetricsSources } from './metrics';
import { asksForPage } from './negotiate';
import { requireOwnName } from './own-names';
import { addressOf, isInAddress } from './read-operation';
import { currentRequest, inRequest, type RequestScope } from './request-scope';
import { requireRoles } from './require-roles';
import { setTemporaryStatus } from './set-temporary-status';
import { takeAnyDocument, takeTrustedDocuments } from './trusted-documents';
import { createUnreadAnswers } from './unread-answers';
import { serveWebSockets } from './web-sockets';

/** The parts that the HTTP server needs. */
export interface HttpServerOptions {
  settings: Settings;
  schema: GraphQLSchema;
  createContext: (viewer: Viewer) => Context;
  /** Rejects if the service cannot answer requests. */
  isReady: () => Promise<string | undefined>;
  /** Whether the graph responded again recently and may still be slow. */
  isGraphRecovering: () => boolean;
  /** The sources of /metrics. */
  sources: MetricsSources;
  log: RequestLog;
}

/** A server that listens. */
export interface HttpServer {
  /** The URL of the API, such as http://127.0.0.1:4000/graphql. */
  url: string;
  /** Waits for running requests to end, then stops listening. */
  close(): Promise<void>;
}

/**
 * Serves the API at /graphql and, with Express, everything else: pages for browsers, /healthz, /readyz and /metrics.
 * @throws AppError CANNOT_START if the port is taken or not permitted, or the manifest of documents cannot be read
 */
export async function createHttpServer(options: HttpServerOptions): Promise<HttpServer> {
  const { settings, schema, createContext, isGraphRecovering, log } = options;
  const { auth, basePath, corsOrigins, introspection, trustedDocuments } = settings;
  const logFailure = createLogFailure(log);
  const formatError = createFormatError({ logFailure, requestId: () => currentRequest()?.id, introspection });
  const metrics = createMetrics(options.sources);
  const gate = createGate({ authenticate: createAuthenticate(auth, logFailure), ...settings });
  const takeDocument = trustedDocuments ? takeTrustedDocuments(trustedDocuments) : takeAnyDocument;
  const checkOperation = createOperationCheck(schema);
  const path = `${basePath}/graphql`;

  const server = createServer(CONNECTION_OPTIONS);
  guardConnections(server, log, settings.trustedProxies > 0);
  const apollo = new ApolloServer<Context>({
    schema,
    introspection,
    hideSchemaDetailsFromClientErrors: !introspection,
    persistedQueries: false,
    formatError,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    plugins: [
      ApolloServerPluginDrainHttpServer({ httpServer: server }),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      setTemporaryStatus,
    ],
  });
  await apollo.start();
  const rules = { schema, checkOperation, introspection };
  const endpoint = graphqlEndpoint({
    ...{ apollo, gate, takeDocument, checkOperation, createContext, isGraphRecovering },
    subscribe: eventStream({ ...rules, createContext, formatError, logFailure }),
    unread: createUnreadAnswers(),
    origins: corsOrigins,
  });
  const closeSockets = serveWebSockets({
    ...rules,
    ...{ server, path, gate, takeDocument, createContext, formatError, logFailure, log },
    // Without tokens every caller is an admin, so only pages of this machine may open a socket.
    ownNamesOnly: !auth,
    origins: corsOrigins,
  });

  const allowOrigins = corsOrigins.length ? cors({ origin: corsOrigins, maxAge: 600 }) : undefined;
  const mcp = settings.mcp
    ? await mcpEndpoint({
        ...{ apollo, schema, gate, checkOperation, createContext, isGraphRecovering },
        version: VERSION,
      })
    : undefined;
  const answerApi = async (
    answer: Endpoint,
    request: IncomingMessage,
    response: ServerResponse,
    scope: RequestScope,
  ) => {
    logRequest(scope, response, (answered) => {
      metrics.observe(answered);
      log.info(answered, 'Request completed');
    });
    if (!auth) requireOwnName(request.headers.host);
    if (allowOrigins && (await answersPreflight(allowOrigins, request, response))) return;
    await answer(request, response, scope);
  };

  const pages = express.Router();
  pages.use(health(options.isReady, options.sources.graphStatus));
  if (!auth) pages.use(ownNamesOnly);
  pages.get('/metrics', requireRoles(gate, METRICS_ROLES), metrics.handler);
  if (introspection || mcp) pages.get('/llms.txt', llmsTxt({ hasMcp: mcp !== undefined }));
  if (introspection) pages.use('/ide', ide(basePath)).get('/graphql', ...landingPage());
  pages.use(dashboard(), notFoundPage());
  const app = express().disable('x-powered-by');
  // Without the trailing slash, the page's relative URLs would not resolve to the base path.
  if (basePath) app.get(basePath, addTrailingSlash);
  app.use(basePath || '/', pages);
  app.use(notFound);
  const answerFailure: ErrorRequestHandler = (error, _request, response, _next) =>
    sendError(response, asHttpError(error), logFailure);
  app.use(answerFailure);

  const healthPaths = new Set(HEALTH_PATHS.map((name) => basePath + name));
  server.on('request', (request, response) => {
    void inRequest(request.headers['x-request-id'], async (scope) => {
      response.setHeader('x-request-id', scope.id);
      try {
        if (!(await waitForTurn(request, response))) return;
        if (isForApi(request, path, introspection)) await answerApi(endpoint, request, response, scope);
        else if (mcp && isAt(request, `${basePath}/mcp`)) await answerApi(mcp, request, response, scope);
        else {
          if (!healthPaths.has(addressOf(request).path)) await gate.admitPage(request, response);
          if (response.closed) return;
          requireReading(response);
          app(request, response);
        }
      } catch (error) {
        sendError(response, error, logFailure);
      }
    });
  });

  const port = await listen(server, settings.host, settings.port);
  const host = settings.host.includes(':') ? `[${settings.host}]` : settings.host;
  return {
    url: `http://${host}:${port}${path}`,
    close: () => closeSockets().then(() => apollo.stop()),
  };
}

/** Whether a request is for a path, with or without a trailing slash. */
function isAt(request: IncomingMessage, wanted: string): boolean {
  const { path } = addressOf(request);
  return path === wanted || path === `${wanted}/`;
}

/** Whether the API answers a request, rather than Express with a page. */
function isForApi(request: IncomingMessage, apiPath: string, hasLandingPage: boolean): boolean {
  if (!isAt(request, apiPath)) return false;
  const { search } = addressOf(request);
  if (!hasLandingPage || !isInAddress(request)) return true;
  return new URLSearchParams(search).has('query') || !asksForPage(request.headers.accept);
}

/** Adds the CORS headers of an answer. Resolves with true if the request was a preflight, which is answered then. */
const answersPreflight = (
  allowOrigins: ReturnType<typeof cors>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> =>
  new Promise((resolve, reject) => {
    if (request.method === 'OPTIONS') response.once('close', () => resolve(true));
    allowOrigins(request as never, response as never, (error?: unknown) =>
      error ? reject(error as Error) : resolve(false),
    );
  });

const ownNamesOnly: RequestHandler = (request, _response, next) => {
  requireOwnName(request.headers.host);
  next();
};

const notFound: RequestHandler = () => {
  throw new AppError('NOT_FOUND', 'Not found. The API is at /graphql.');
};

/** Express refuses addresses that it cannot decode with an error that has a status. */
function asHttpError(error: unknown): unknown {
  const { status } = error as { status?: unknown };
  return status === 400 ? new HttpError(400, 'The request is malformed.') : error;
}
