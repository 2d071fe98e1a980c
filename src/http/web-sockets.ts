import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type ExecutionResult, GraphQLError, type GraphQLFormattedError } from 'graphql';
import { CloseCode } from 'graphql-ws';
import { type Extra, useServer } from 'graphql-ws/use/ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { AppError } from '../app-error';
import { subscriberRoles } from '../graphql/access/access-table';
import type { Viewer } from '../graphql/access/viewer';
import type { Context } from '../graphql/context';
import type { LogFailure } from '../graphql/format-error';
import { checkSubscription, type SubscriptionRules } from '../graphql/check-subscription';
import type { RequestLog } from './log-request';
import type { Caller } from './admission/caller';
import type { Admission, Gate } from './admission/gate';
import { endAt } from './end-at';
import { refuseUpgrade, type UpgradeRules } from './refuse-upgrade';
import { currentRequest, inRequest } from './request-scope';
import type { TakeDocument } from './trusted-documents';

export interface WebSocketOptions extends SubscriptionRules, UpgradeRules {
  server: Server;
  gate: Gate;
  takeDocument: TakeDocument;
  createContext: (viewer: Viewer) => Context;
  formatError: (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;
  logFailure: LogFailure;
  log: Pick<RequestLog, 'warn'>;
}

/** Max size of one message in bytes. */
const MAX_MESSAGE_BYTES = 64 * 1024;
/** Max number of active subscriptions of one socket. */
const MAX_SUBSCRIPTIONS = 20;
/** How long a client may take to authenticate, in milliseconds. */
const IDENTIFY_MS = 3_000;
/** Max number of messages of any kind on one socket per minute. A socket with more is closed. */
const MAX_MESSAGES_PER_MINUTE = 3_000;
/** WebSocket close codes: a policy is violated; the server is too busy. */
const POLICY_VIOLATION = 1008;
const TRY_AGAIN_LATER = 1013;

type State = Extra & Record<PropertyKey, unknown> & { caller?: Caller; streams?: Map<string, Admission> };

/**
 * Serves subscriptions over WebSocket (graphql-transport-ws). The role of the caller must be able to use at least one
 * subscription.
 * @returns a function that closes all sockets
 */
export function serveWebSockets(options: WebSocketOptions): () => Promise<void> {
  const { server, gate, takeDocument, createContext, formatError, logFailure } = options;
  const { schema, checkOperation, introspection } = options;
  const roles = subscriberRoles();
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES });

  const open = async (request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
    const refusal = refuseUpgrade(request, options);
    if (refusal) {
      const { host, origin } = request.headers;
      options.log.warn({ status: refusal.status, host, origin }, `Refused a WebSocket: ${refusal.reason}`);
      return refuse(socket, refusal.status);
    }
    sockets.handleUpgrade(request, socket, head, (opened) => {
      limitMessages(opened);
      sockets.emit('connection', opened, request);
    });
  };
  server.on('upgrade', (request, socket, head) => {
    // The parser accepts URLs and headers for which later code may throw.
    open(request, socket, head).catch((error: unknown) => {
      logFailure(error);
      socket.destroy();
    });
  });
  sockets.on('wsClientError', (_error, socket) => socket.destroy());

  /** A socket has no HTTP request, so each response with errors gets a new request id. */
  const format = (error: GraphQLError) => {
    const formatted = () => formatError(error.toJSON(), error);
    return currentRequest() ? formatted() : inRequest(undefined, formatted);
  };
  const release = (streams: State['streams'], id: string) => {
    streams?.get(id)?.release();
    streams?.delete(id);
  };

  const served = useServer<Record<string, unknown>, State>(
    {
      connectionInitWaitTimeout: IDENTIFY_MS,
      onConnect: async ({ connectionParams, extra }) => {
        const { socket, request } = extra;
        const given = connectionParams?.authorization ?? request.headers.authorization;
        try {
          // A value that is not a string is refused like any other invalid token.
          const authorization = typeof given === 'string' || given === undefined ? given : '';
          const caller = await gate.identify(authorization, gate.addressOf(request));
          if (!roles.has(caller.viewer.role)) {
            const code = caller.viewer.role === 'anonymous' ? CloseCode.Unauthorized : CloseCode.Forbidden;
            socket.close(code, 'No subscription is open to this caller');
            return false;
          }
          const admission = gate.admit(caller, 'socket');
          const streams = new Map<string, Admission>();
          Object.assign(extra, { caller, streams });
          const forget = endAt(caller.expiresAt, () => socket.close(CloseCode.Unauthorized, 'Token expired'));
          const end = () => {
            forget();
            admission.release();
            for (const stream of streams.values()) stream.release();
          };
          if (socket.readyState > socket.OPEN) end();
          else socket.once('close', end);
          return true;
        } catch (error) {
          const [code, reason] = closeReason(error, logFailure);
          socket.close(code, reason);
          return false;
        }
      },
      onSubscribe: ({ extra: { caller, streams }, subscriptions }, id, sent) => {
        if (!caller || !streams) throw new Error('A socket without a caller subscribed.');
        try {
          gate.count(caller);
          if (Object.keys(subscriptions).length > MAX_SUBSCRIPTIONS) {
            const message = `At most ${MAX_SUBSCRIPTIONS} subscriptions per socket. End one first.`;
            return [new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' } })];
          }
          const taken = takeDocument(sent);
          const checked = checkSubscription({ schema, checkOperation, introspection }, taken, () =>
            createContext(caller.viewer),
          );
          if ('document' in checked) streams.set(id, gate.admit(caller, 'stream'));
          return checked;
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
          return [new GraphQLError(error.message, { originalError: error })];
        }
      },
      onError: (_context, _id, _request, errors) => errors.map(format),
      onNext: (_context, _id, _request, _arguments, { errors, ...result }: ExecutionResult) =>
        errors ? { ...result, errors: errors.map(format) } : result,
      onComplete: ({ extra }, id) => release(extra.streams, id),
      isProd: true,
    },
    sockets,
  );
  return async () => void (await served.dispose());
}

function limitMessages(socket: WebSocket): void {
  let count = 0;
  let since = performance.now();
  socket.on('message', () => {
    const now = performance.now();
    if (now - since > 60_000) [count, since] = [0, now];
    if (++count > MAX_MESSAGES_PER_MINUTE) socket.close(POLICY_VIOLATION, 'Too many messages');
  });
  // Errors are broken connections and invalid frames; ws then closes the socket. Without a listener they would end the
  // process.
  socket.on('error', () => undefined);
}

/** Returns the close code and reason for a caller who is refused. A reason has at most 123 bytes. */
function closeReason(error: unknown, logFailure: LogFailure): [code: number, reason: string] {
  if (!(error instanceof AppError)) {
    logFailure(error);
    return [CloseCode.InternalServerError, 'Internal server error'];
  }
  if (error.code === 'UNAUTHENTICATED') return [CloseCode.Unauthorized, 'Unauthorized'];
  return [TRY_AGAIN_LATER, error.code];
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`, () => socket.destroy());
}
