import type { Server } from 'node:http';
import type { RequestHandler } from 'express';
import {
  type ExecutionResult,
  type FormattedExecutionResult,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import { createHandler } from 'graphql-sse/lib/use/express';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import type { Context } from '../graphql/context';
import type { LogFailure } from '../graphql/format-error';
import { prepareSubscription, type SubscriptionRequest } from '../graphql/prepare-subscription';

export interface SubscriptionOptions {
  server: Server;
  path: string;
  schema: GraphQLSchema;
  createContext: () => Context;
  formatError: (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;
  logFailure: LogFailure;
}

/** Subscriptions over both protocols. */
export interface Subscriptions {
  /** Answers requests that accept text/event-stream, and passes on all others. */
  events: RequestHandler;
  /** Tells the clients that the service ends, and closes their sockets. */
  close(): Promise<void>;
}

const EVENT_STREAM = 'text/event-stream';
/** What a message of a client may have, in bytes. */
const MOST_BYTES = 64 * 1024;

/** Serves subscriptions at one path: over WebSocket by graphql-ws, and as server-sent events by graphql-sse. */
export function serveSubscriptions(options: SubscriptionOptions): Subscriptions {
  const { server, path, schema, createContext, formatError, logFailure } = options;
  const prepare = (request: SubscriptionRequest) => prepareSubscription(schema, request, createContext);
  const format = (error: GraphQLError) => formatError(error.toJSON(), error);
  const formatResult = ({ errors, ...result }: ExecutionResult): FormattedExecutionResult =>
    errors ? { ...result, errors: errors.map(format) } : result;

  const upgrades = new WebSocketServer({ noServer: true, maxPayload: MOST_BYTES });
  server.on('upgrade', (request, socket, head) => {
    const isOurs = new URL(request.url ?? '', 'http://any').pathname === path;
    if (!isOurs) return void socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
    upgrades.handleUpgrade(request, socket, head, (opened) => upgrades.emit('connection', opened, request));
  });
  const sockets = useServer(
    {
      onSubscribe: (_context, _id, request) => prepare(request),
      onError: (_context, _id, _request, errors) => errors.map(format),
      onNext: (_context, _id, _request, _arguments, result) => formatResult(result),
      isProd: true,
    },
    upgrades,
  );

  const handle = createHandler<Record<string, unknown>>({
    onSubscribe: (_request, { query, ...request }) => {
      const prepared = prepare({ ...request, query: String(query) });
      return 'document' in prepared
        ? { ...prepared, contextValue: { ...prepared.contextValue } }
        : { errors: prepared };
    },
    onNext: (_context, _request, result) => formatResult(result as ExecutionResult) as ExecutionResult,
  });
  const events: RequestHandler = async (request, response, next) => {
    if (!request.headers.accept?.includes(EVENT_STREAM)) return next();
    request.headers.accept = EVENT_STREAM;
    try {
      await handle(request, response);
    } catch (error) {
      logFailure(error);
      response.end();
    }
  };
  return { events, close: async () => void (await sockets.dispose()) };
}
