import { createServer } from 'node:http';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { expressMiddleware } from '@as-integrations/express5';
import express from 'express';
import type { GraphQLSchema } from 'graphql';
import type { Context } from '../graphql/context';
import { createFormatError, type LogFailure } from '../graphql/format-error';
import { dashboard } from './dashboard';
import { health } from './health';
import { ide } from './ide';
import { landingPage } from './landing-page';
import { listen } from './listen';
import { serveSubscriptions } from './serve-subscriptions';

/** What the HTTP server is made of. */
export interface HttpServerOptions {
  host: string;
  port: number;
  schema: GraphQLSchema;
  createContext: () => Context;
  /** Whether the graph answers; rejects where it does not. */
  isReady: () => Promise<void>;
  logFailure: LogFailure;
}

/** A server that listens. */
export interface HttpServer {
  /** Where the API is, such as http://127.0.0.1:4000/graphql. */
  url: string;
  /** Lets running requests end, then stops listening. */
  close(): Promise<void>;
}

/**
 * Serves the API at /graphql, its pages for browsers, the dashboard at /, /healthz and /readyz.
 * @throws AppError CANNOT_START where the port is taken or may not be used
 */
export async function createHttpServer(options: HttpServerOptions): Promise<HttpServer> {
  const app = express().disable('x-powered-by');
  const server = createServer(app);
  const formatError = createFormatError(options.logFailure);
  const subscriptions = serveSubscriptions({ ...options, server, path: '/graphql', formatError });
  const apollo = new ApolloServer<Context>({
    schema: options.schema,
    introspection: true,
    formatError,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    plugins: [
      ApolloServerPluginDrainHttpServer({ httpServer: server }),
      ApolloServerPluginLandingPageDisabled(),
    ],
  });
  await apollo.start();

  app.use(health(options.isReady));
  app.use('/ide', ide());
  app.get('/graphql', landingPage);
  app.use(
    '/graphql',
    express.json({ limit: '1mb' }),
    subscriptions.events,
    expressMiddleware(apollo, { context: async () => options.createContext() }),
  );
  app.use(dashboard());

  const port = await listen(server, options.host, options.port);
  const host = options.host.includes(':') ? `[${options.host}]` : options.host;
  return {
    url: `http://${host}:${port}/graphql`,
    close: () => subscriptions.close().then(() => apollo.stop()),
  };
}
