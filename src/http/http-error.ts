import type { ServerResponse } from 'node:http';
import { AppError, type ErrorCode } from '../app-error';
import type { LogFailure } from '../graphql/format-error';
import { currentRequest } from './request-scope';

interface HttpErrorOptions {
  headers?: Readonly<Record<string, string>>;
  /** Value of `extensions.code`. Default: BAD_REQUEST. */
  code?: string;
}

/** An error for a request that is refused with an HTTP status before it reaches GraphQL. */
export class HttpError extends Error {
  readonly headers: Readonly<Record<string, string>>;
  readonly code: string;

  constructor(
    readonly status: number,
    message: string,
    { headers = {}, code = 'BAD_REQUEST' }: HttpErrorOptions = {},
  ) {
    super(message);
    this.name = 'HttpError';
    this.headers = headers;
    this.code = code;
  }
}

/** The HTTP status of a response that contains only an error, by its code. */
const STATUS: Readonly<Partial<Record<string, number>>> = {
  BAD_USER_INPUT: 400,
  QUERY_TOO_COMPLEX: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  RATE_LIMITED: 429,
  OVERLOADED: 503,
  GRAPH_UNAVAILABLE: 503,
  DEADLINE_EXCEEDED: 504,
} satisfies Partial<Record<ErrorCode, number>>;

/** The HTTP status of temporary errors, if the response has no data. Otherwise GraphQL responses have status 200. */
const TEMPORARY = new Set(['RATE_LIMITED', 'OVERLOADED', 'GRAPH_UNAVAILABLE', 'DEADLINE_EXCEEDED']);

/** Returns the status of a GraphQL response without data whose first error has this code; undefined for other codes. */
export const temporaryStatus = (code: unknown): number | undefined =>
  typeof code === 'string' && TEMPORARY.has(code) ? STATUS[code] : undefined;

/** Sends an error as a GraphQL response. An error that is neither an AppError nor an HttpError is logged and masked. */
export function sendError(response: ServerResponse, error: unknown, logFailure: LogFailure): void {
  if (response.headersSent) {
    logFailure(error);
    response.destroy();
    return;
  }
  if (error instanceof HttpError) {
    for (const [name, value] of Object.entries(error.headers)) response.setHeader(name, value);
    return send(response, error.status, error.code, error.message);
  }
  if (error instanceof AppError) {
    const status = STATUS[error.code] ?? 500;
    if (status === 401) response.setHeader('www-authenticate', 'Bearer');
    return send(response, status, error.code, error.message, error.retryAfter);
  }
  logFailure(error);
  send(response, 500, 'INTERNAL_SERVER_ERROR', 'Internal server error. See the server log.');
}

function send(
  response: ServerResponse,
  status: number,
  code: string,
  message: string,
  retryAfter?: number,
): void {
  if (retryAfter !== undefined) response.setHeader('retry-after', String(retryAfter));
  const extensions = {
    code,
    requestId: currentRequest()?.id,
    ...(retryAfter !== undefined && { retryable: true, retryAfter }),
  };
  const body = JSON.stringify({ errors: [{ message, extensions }] });
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}
