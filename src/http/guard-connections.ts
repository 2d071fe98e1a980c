import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { addressKey } from './admission/caller';
import type { RequestLog } from './log-request';

/** Connections that are open at one time. Beyond, the oldest one without a request in progress is closed. */
const MAX_CONNECTIONS = 2_000;
/**
 * Connections of one address at one time. Beyond, its oldest one without a request in progress is closed, or else its
 * oldest one.
 */
const MAX_PER_ADDRESS = 500;
/** How long a client may take to send the head of a request, and all of it, in milliseconds. */
const HEAD_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 30_000;
/** How long a connection may be idle between two requests, in milliseconds: longer than proxies keep theirs. */
const KEEP_ALIVE_MS = 65_000;
/** How often the timeouts of requests are checked, in milliseconds. */
const CHECK_INTERVAL_MS = 1_000;

/** Options for `createServer`. */
export const CONNECTION_OPTIONS = {
  headersTimeout: HEAD_TIMEOUT_MS,
  requestTimeout: REQUEST_TIMEOUT_MS,
  keepAliveTimeout: KEEP_ALIVE_MS,
  connectionsCheckingInterval: CHECK_INTERVAL_MS,
};

/** How long the client of an answer may read nothing of it, in milliseconds. */
const READ_TIMEOUT_MS = 15_000;
/** Requests of one connection that wait for the answers before them. A client that sends more is disconnected. */
const MAX_PIPELINED = 20;

/** The status of an answer to bytes that are not a request, by the code of the parser's error. Default: 400. */
const STATUS: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

/**
 * Keeps errors of single connections from ending the process, and bounds the number of connections.
 * Call it before any other listener is added.
 * @param isBehindProxy whether a proxy opens the connections of all clients
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
    // Without a listener, an error of a socket that left the HTTP server by an upgrade would end the process.
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
 * Waits until the requests that came before on the same connection are answered and their answers are read. So a
 * client that reads nothing has one answer in memory, however many requests it sends ahead.
 * @returns false if the client is disconnected because it sent too many
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

/** Disconnects the client of an answer that is being sent if it stops reading. Call it once the answer is known. */
export function requireReading({ socket, writableFinished }: ServerResponse): void {
  // Node's timeout restarts as long as bytes leave the socket, and ends with the answer.
  if (!writableFinished) socket?.setTimeout(READ_TIMEOUT_MS);
}
