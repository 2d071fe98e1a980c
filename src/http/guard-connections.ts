import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { addressKey } from './admission/caller';
import type { RequestLog } from './log-request';

/** Max number of open connections. If it is exceeded, the oldest one without a request in progress is closed. */
const MAX_CONNECTIONS = 2_000;
/**
 * Max number of open connections of one address. If it is exceeded, its oldest one without a request in progress is
 * closed, otherwise its oldest one.
 */
const MAX_PER_ADDRESS = 500;
/** How long a client may take to send the head of a request, and the whole request, in milliseconds. */
const HEAD_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 30_000;
/**
 * How long a connection may be idle between two requests, in milliseconds. Longer than the usual idle timeout of
 * proxies.
 */
const KEEP_ALIVE_MS = 65_000;
/** How often request timeouts are checked, in milliseconds. */
const CHECK_INTERVAL_MS = 1_000;

/** Options for `createServer`. */
export const CONNECTION_OPTIONS = {
  headersTimeout: HEAD_TIMEOUT_MS,
  requestTimeout: REQUEST_TIMEOUT_MS,
  keepAliveTimeout: KEEP_ALIVE_MS,
  connectionsCheckingInterval: CHECK_INTERVAL_MS,
};

/** How long a client may stop reading a response, in milliseconds. */
const READ_TIMEOUT_MS = 15_000;
/** Max number of pipelined requests of one connection. A client that sends more is disconnected. */
const MAX_PIPELINED = 20;

/** The status of the response to an invalid request, by the error code of the parser. Default: 400. */
const STATUS: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

/**
 * Prevents errors of single connections from ending the process, and limits the number of connections. Call it before
 * any other listener is added.
 * @param isBehindProxy whether all connections come from a proxy
 */
export function guardConnections(
  server: Server,
  logger: Pick<RequestLog, 'debug'>,
  isBehindProxy = false,
): void {
  /** Connections without a request in progress, the oldest first. */
  const idle = new Set<Socket>();
  /** All connections by address, the oldest first. */
  const byAddress = new Map<string, Set<Socket>>();
  let open = 0;
  const boundAddress = (socket: Socket): void => {
    const address = addressKey(socket.remoteAddress ?? 'unknown');
    const own = byAddress.get(address) ?? new Set();
    byAddress.set(address, own.add(socket));
    socket.once('close', () => {
      own.delete(socket);
      if (own.size === 0) byAddress.delete(address);
    });
    if (own.size <= MAX_PER_ADDRESS) return;
    const [oldest] = own;
    ([...own].find((other) => other !== socket && idle.has(other)) ?? oldest).destroy();
  };
  server.on('connection', (socket) => {
    // Without a listener, an error of an upgraded socket would end the process.
    socket.on('error', (err) => logger.debug({ err }, 'A connection failed'));
    open++;
    idle.add(socket);
    socket.once('close', () => {
      open--;
      idle.delete(socket);
    });
    if (open > MAX_CONNECTIONS) idle.values().next().value?.destroy();
    else if (!isBehindProxy) boundAddress(socket);
  });
  server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    idle.delete(socket);
    response.once('close', () => {
      if (!socket.destroyed) idle.add(socket);
    });
  });
  server.on('upgrade', (_request, socket: Socket) => void idle.delete(socket));
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
    const status = STATUS[error.code ?? ''] ?? '400 Bad Request';
    socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`, () => socket.destroy());
  });
}

const responses = new WeakMap<Socket, { last: ServerResponse; pending: number }>();

/**
 * Waits until the previous requests of the same connection are answered and their responses are read. A client that
 * does not read therefore has at most one response in memory, however many requests it pipelines.
 * @returns false if the client was disconnected because it pipelined too many requests
 */
export async function waitForTurn({ socket }: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const before = responses.get(socket);
  const pending = (before?.pending ?? 0) + 1;
  responses.set(socket, { last: response, pending });
  response.once('close', () => {
    const now = responses.get(socket);
    if (now) now.pending--;
  });
  if (pending > MAX_PIPELINED) {
    socket.destroy();
    return false;
  }
  if (pending === 1 || !before || before.last.closed) return true;
  await new Promise((resolve) => before.last.once('close', resolve));
  socket.setTimeout(0);
  return !socket.destroyed;
}

/** Disconnects a client that stops reading its response. Call it when the response is ready. */
export function requireReading({ socket, writableFinished }: ServerResponse): void {
  // Node's timeout restarts whenever bytes leave the socket, and ends with the response.
  if (!writableFinished) socket?.setTimeout(READ_TIMEOUT_MS);
}
