import type { IncomingMessage, Server } from 'node:http';
import type { RequestHandler, Response } from 'express';
import {
  type ExecutionResult,
  type FormattedExecutionResult,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import { createHandler } from 'graphql-sse/lib/use/express';
import { CloseCode } from 'graphql-ws';
import { type Extra, useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import type { Viewer } from '../graphql/access/viewer';
import type { Context } from '../graphql/context';
import type { LogFailure } from '../graphql/format-error';
import { prepareSubscription } from '../graphql/prepare-subscription';
import type { Authenticate } from './authenticate';
import type { RequestLog } from './log-request';
import { isOwnName } from './own-names-only';
import { currentRequest, inRequest } from './request-scope';
import type { TakeDocument } from './trusted-documents';

export interface SubscriptionOptions {
  server: Server;
  path: string;
  schema: GraphQLSchema;
  authenticate: Authenticate;
  takeDocument: TakeDocument;
  createContext: (viewer: Viewer) => Context;
  formatError: (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;
  logFailure: LogFailure;
  log: Pick<RequestLog, 'warn'>;
  /** Whether sockets are opened for this machine's own names only. */
  ownNamesOnly: boolean;
  /** Origins whose pages may open sockets beside the service's own; browsers ask nobody before they do. */
  origins: readonly string[];
}

/** Subscriptions over both protocols. */
export interface Subscriptions {
  /** Answers requests that accept text/event-stream, where `admit` lets them in, and passes on all others. */
  events(admit: RequestHandler): RequestHandler;
  /** Tells the clients that the service ends, and closes their sockets. */
  close(): Promise<void>;
}

const EVENT_STREAM = 'text/event-stream';
/** What a message of a client may have, in bytes. */
const MOST_BYTES = 64 * 1024;
const MOST_SOCKETS = 200;
/** Subscriptions of one socket at one time. */
const MOST_SUBSCRIPTIONS = 20;

/** What is kept beside a socket. */
type Known = Extra & Record<PropertyKey, unknown> & { viewer?: Viewer };

/** Serves subscriptions at one path: over WebSocket by graphql-ws, and as server-sent events by graphql-sse. */
export function serveSubscriptions(options: SubscriptionOptions): Subscriptions {
  const { server, schema, authenticate, takeDocument, createContext, formatError, logFailure } = options;
  const prepare = (request: object, viewer: Viewer) =>
    prepareSubscription(
      schema,
      () => takeDocument(request),
      () => createContext(viewer),
    );
  /** Over a socket there is no HTTP request: each answer with an error is one of its own to client and log. */
  const format = (error: GraphQLError) => {
    const tell = () => formatError(error.toJSON(), error);
    return currentRequest() ? tell() : inRequest(undefined, tell);
  };
  const formatResult = ({ errors, ...result }: ExecutionResult): FormattedExecutionResult =>
    errors ? { ...result, errors: errors.map(format) } : result;

  const upgrades = new WebSocketServer({ noServer: true, maxPayload: MOST_BYTES });
  server.on('upgrade', (request, socket, head) => {
    const refusal =
      refuseUpgrade(request, options) ??
      (upgrades.clients.size >= MOST_SOCKETS ? TOO_MANY_SOCKETS : undefined);
    if (refusal) {
      const { host, origin } = request.headers;
      options.log.warn({ status: refusal.status, host, origin }, refusal.message);
      return void socket.end(`HTTP/1.1 ${refusal.status}\r\nConnection: close\r\n\r\n`);
    }
    upgrades.handleUpgrade(request, socket, head, (opened) => upgrades.emit('connection', opened, request));
  });
  const sockets = useServer<Record<string, unknown>, Known>(
    {
      onConnect: async ({ connectionParams, extra }) => {
        const given = connectionParams?.authorization ?? extra.request.headers.authorization;
        try {
          const caller = await authenticate(given === undefined ? undefined : String(given));
          extra.viewer = caller.viewer;
          const end = endAt(caller.expiresAt, () =>
            extra.socket.close(CloseCode.Unauthorized, 'Token expired'),
          );
          extra.socket.once('close', end);
          return true;
        } catch {
          extra.socket.close(CloseCode.Unauthorized, 'Unauthorized');
          return false;
        }
      },
      onSubscribe: ({ extra, subscriptions }, _id, request) => {
        if (Object.keys(subscriptions).length > MOST_SUBSCRIPTIONS) {
          const message = `${MOST_SUBSCRIPTIONS} subscriptions are open on this socket. End one first.`;
          return [new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' } })];
        }
        return prepare(request, extra.viewer as Viewer);
      },
      onError: (_context, _id, _request, errors) => errors.map(format),
      onNext: (_context, _id, _request, _arguments, result) => formatResult(result),
      isProd: true,
    },
    upgrades,
  );

  const handle = createHandler<Record<string, unknown>>({
    onSubscribe: ({ context }, request) => {
      const prepared = prepare(request, (context.res as Response).locals.viewer as Viewer);
      return 'document' in prepared
        ? { ...prepared, contextValue: { ...prepared.contextValue } }
        : { data: null, errors: prepared };
    },
    onNext: (_context, _request, result) => formatResult(result as ExecutionResult) as ExecutionResult,
  });
  const stream: RequestHandler = async (request, response) => {
    request.headers.accept = EVENT_STREAM;
    response.once(
      'close',
      endAt(response.locals.expiresAt, () => response.destroy()),
    );
    try {
      await handle(request, response);
    } catch (error) {
      logFailure(error);
      response.end();
    }
  };
  return {
    events: (admit) => (request, response, next) => {
      if (!request.headers.accept?.includes(EVENT_STREAM)) return next();
      admit(request, response, (refusal?: unknown) =>
        refusal ? next(refusal) : void stream(request, response, next),
      );
    },
    close: async () => void (await sockets.dispose()),
  };
}

/** Timers wait for no longer than this, about 24 days. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * Ends what outlives a token when that expires.
 * @returns forgets about it
 */
function endAt(expiresAt: number | undefined, end: () => void): () => void {
  if (expiresAt === undefined) return () => undefined;
  const timer = setTimeout(end, Math.min(Math.max(0, expiresAt - Date.now()), LONGEST_TIMER_MS));
  return () => clearTimeout(timer);
}

/** Why a WebSocket was refused, and what the operator can do about it. */
interface Refusal {
  status: string;
  message: string;
}

const TOO_MANY_SOCKETS: Refusal = {
  status: '503 Service Unavailable',
  message: `Refused a WebSocket: ${MOST_SOCKETS} are open already`,
};

/** Returns why a request for a WebSocket is refused; undefined if it is accepted. */
function refuseUpgrade(
  { url, headers }: IncomingMessage,
  { path, ownNamesOnly, origins }: SubscriptionOptions,
): Refusal | undefined {
  if (new URL(url ?? '', 'http://any').pathname !== path) {
    return {
      status: '404 Not Found',
      message: `Refused a WebSocket: subscriptions are served at ${path} only`,
    };
  }
  if (ownNamesOnly && !isOwnName(headers.host)) {
    const message =
      'Refused a WebSocket: without authentication the server accepts the hosts localhost and 127.0.0.1 only. Set AUTH_SECRET or AUTH_JWKS_URL to serve other hosts';
    return { status: '403 Forbidden', message };
  }
  const { origin, host } = headers;
  if (origin === undefined || origins.includes(origin)) return undefined;
  if (URL.canParse(origin) && new URL(origin).host === host) return undefined;
  const message =
    'Refused a WebSocket: its Origin does not match its Host. Behind a proxy, forward the original Host header (nginx: proxy_set_header Host $http_host) or add the origin to CORS_ORIGINS';
  return { status: '403 Forbidden', message };
}
