import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import { AppError, type ErrorCode } from '../app-error';
import { currentRequest } from './request-scope';

/** What HTTP calls an error of ours that keeps a request from being looked at. */
const STATUS: Partial<Record<ErrorCode, number>> = {
  BAD_USER_INPUT: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  QUERY_TOO_COMPLEX: 400,
  DEADLINE_EXCEEDED: 504,
};

/** Errors of Express and its body parser, by their type. */
const REFUSALS: Readonly<Record<string, [status: number, message: string]>> = {
  'entity.parse.failed': [400, 'The body is not JSON. Send {"query": "…", "variables": {…}}.'],
  'encoding.unsupported': [
    415,
    'The body is compressed in a way that is not taken. Send it plain or by gzip.',
  ],
  'charset.unsupported': [415, 'The body is not UTF-8.'],
  'request.aborted': [400, 'The request was cut off.'],
  'request.size.invalid': [400, 'The body is not as long as Content-Length says.'],
};

/** Answers, in GraphQL's form, whatever kept a request from reaching the API; what nobody foresaw is logged and masked. */
export function answerError(logFailure: (error: unknown) => void): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) return next(error);
    if (error instanceof AppError) {
      const status = response.statusCode >= 400 ? response.statusCode : (STATUS[error.code] ?? 500);
      if (status === 401) response.setHeader('www-authenticate', 'Bearer');
      return sendError(response, status, error.code, error.message);
    }
    const { type, status, limit } = error as { type?: string; status?: number; limit?: number };
    if (type === 'entity.too.large') {
      return sendError(
        response,
        413,
        'QUERY_TOO_COMPLEX',
        `The body is longer than ${limit} bytes. Ask for less.`,
      );
    }
    const refusal =
      REFUSALS[type ?? ''] ?? (status === 400 ? [400, 'The request cannot be read.'] : undefined);
    if (refusal) return sendError(response, refusal[0], 'BAD_REQUEST', refusal[1]);
    logFailure(error);
    sendError(response, 500, 'INTERNAL_SERVER_ERROR', 'Internal server error. See the server log.');
  };
}

/** Answers where nothing else did. */
export const answerNothing: RequestHandler = (_request, response) =>
  sendError(response, 404, 'NOT_FOUND', 'There is nothing here. The API is at /graphql.');

/** An answer in GraphQL's form that holds one error. */
export function sendError(response: Response, status: number, code: string, message: string): void {
  const requestId = currentRequest()?.id;
  response
    .status(status)
    .set('cache-control', 'no-store')
    .json({ errors: [{ message, extensions: { code, requestId } }] });
}
