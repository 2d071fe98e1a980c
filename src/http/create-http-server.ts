import { createServer } from 'node:http';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import cors from 'cors';
import express from 'express';
import type { GraphQLSchema } from 'graphql';
import type { Viewer } from '../graphql/access/viewer';
import type { Context } from '../graphql/context';
import { createFormatError } from '../graphql/format-error';
import { LIMITS } from '../graphql/limits/limits';
import type { Settings } from '../settings';
import { answerError, answerNothing } from './answer-error';
import { addTrailingSlash } from './add-trailing-slash';
import { createAuthenticate } from './authenticate';
import { dashboard, notFoundPage } from './dashboard';
import { graphqlEndpoint } from './graphql-endpoint';
import { health } from './health';
import { ide } from './ide';
import { identifyCaller, isUnknown, refuseBadToken } from './identify-caller';
import { landingPage } from './landing-page';
import { limitConcurrency, limitRate } from './limit-load';
import { listen } from './listen';
import { createLogFailure } from './log-failure';
import { logRequest, type RequestLog } from './log-request';
import { createMetrics, type MetricsSources } from './metrics';
import { ownNamesOnly } from './own-names-only';
import { currentRequest } from './request-scope';
import { scopeRequest } from './scope-request';
import { serveSubscriptions } from './serve-subscriptions';
import { takeAnyDocument, takeTrustedDocuments } from './trusted-documents';

/** What the HTTP server is made of. */
export interface HttpServerOptions {
  settings: Settings;
  schema: GraphQLSchema;
  createContext: (viewer: Viewer) => Context;
  /** Rejects if the service cannot answer requests. */
  isReady: () => Promise<void>;
  /** The sources of /metrics. */
  sources: MetricsSources;
  log: RequestLog;
}

/** A server that listens. */
export interface HttpServer {
  /** Where the API is, such as http://127.0.0.1:4000/graphql. */
  url: string;
  /** Lets running requests end, then stops listening. */
  close(): Promise<void>;
}

/** Streams of server-sent events at one time; each holds a connection for as long as its client follows. */
const MOST_STREAMS = 200;

/**
 * Serves the API at /graphql, its pages for browsers, the dashboard at /, /healthz, /readyz and /metrics.
 * @throws AppError CANNOT_START where the port is taken or may not be used, or the manifest cannot be read
 */
export async function createHttpServer(options: HttpServerOptions): Promise<HttpServer> {
  const { settings, schema, createContext, log } = options;
  const { auth, corsOrigins, introspection, trustedDocuments } = settings;
  const logFailure = createLogFailure(log);
  const formatError = createFormatError({ logFailure, requestId: () => currentRequest()?.id, introspection });
  const authenticate = createAuthenticate(auth);
  const identify = identifyCaller(authenticate);
  const metrics = createMetrics(options.sources);
  const takeDocument = trustedDocuments ? takeTrustedDocuments(trustedDocuments) : takeAnyDocument;
  const root = express().disable('x-powered-by').set('trust proxy', settings.trustedProxies);
  const app = express.Router();
  const server = createServer(root);
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
    ],
  });
  await apollo.start();
  const subscriptions = serveSubscriptions({
    ...{
      server,
      path: `${settings.basePath}/graphql`,
      schema,
      authenticate,
      takeDocument,
      createContext,
      formatError,
      logFailure,
      log,
    },
    // Where everyone is an admin, pages of this very origin are the only ones that may open a socket.
    ownNamesOnly: !auth,
    origins: corsOrigins,
  });

  app.use(scopeRequest);
  app.use(health(options.isReady, options.sources.graphStatus));
  if (!auth) app.use(ownNamesOnly);
  app.get('/metrics', identify, refuseBadToken, metrics.handler);
  if (introspection) app.use('/ide', ide(settings.basePath)).get('/graphql', landingPage);
  if (corsOrigins.length) app.use('/graphql', cors({ origin: corsOrigins, maxAge: 600 }));
  app.use(
    '/graphql',
    logRequest((answered) => {
      metrics.observe(answered);
      log.info(answered, 'Answered');
    }),
    identify,
    limitRate(settings.anonymousPerMinute, isUnknown),
    refuseBadToken,
    express.json({ limit: LIMITS.bodyBytes }),
    subscriptions.events(limitConcurrency(MOST_STREAMS)),
    limitConcurrency(),
    graphqlEndpoint({ apollo, schema, takeDocument, createContext }),
  );
  app.use(dashboard(), notFoundPage());
  // Without the trailing slash, the page's relative URLs would not resolve to the base path.
  if (settings.basePath) root.get(settings.basePath, addTrailingSlash);
  root.use(settings.basePath || '/', app);
  root.use(answerNothing);
  root.use(answerError(logFailure));

  const port = await listen(server, settings.host, settings.port);
  const host = settings.host.includes(':') ? `[${settings.host}]` : settings.host;
  return {
    url: `http://${host}:${port}${settings.basePath}/graphql`,
    close: () => subscriptions.close().then(() => apollo.stop()),
  };
}
