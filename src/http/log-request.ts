import type { RequestHandler } from 'express';
import type { Viewer } from '../graphql/access/viewer';
import { currentRequest } from './request-scope';

/** The logger of the HTTP server. */
export interface RequestLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** What is known of a request once it is answered. */
export interface AnsweredRequest {
  requestId: string | undefined;
  /** The role of the caller; undefined where it was not found out. */
  role: string | undefined;
  /** The root fields that were asked for, by their names in the schema. */
  fields: readonly string[];
  status: number;
  milliseconds: number;
}

/** Tells of each request when it is answered. Neither who asked nor with what values is in it. */
export function logRequest(tell: (answered: AnsweredRequest) => void): RequestHandler {
  return (_request, response, next) => {
    const startedAt = performance.now();
    const requestId = currentRequest()?.id;
    response.once('close', () => {
      const { viewer, fields = [] } = response.locals as { viewer?: Viewer; fields?: string[] };
      const milliseconds = Math.round(performance.now() - startedAt);
      tell({ requestId, role: viewer?.role, fields, status: response.statusCode, milliseconds });
    });
    next();
  };
}
