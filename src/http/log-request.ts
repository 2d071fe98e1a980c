import type { ServerResponse } from 'node:http';
import type { RequestScope } from './request-scope';

/** The logger of the HTTP server. */
export interface RequestLog {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** The log entry of a request. It contains neither the caller nor values of the request. */
export interface AnsweredRequest {
  requestId: string;
  /** The role of the caller; undefined if it was not identified. */
  role: string | undefined;
  /** The root fields of the operation. */
  fields: readonly string[];
  status: number;
  milliseconds: number;
}

/** Calls `report` when a request is answered or its client has disconnected. */
export function logRequest(
  scope: RequestScope,
  response: ServerResponse,
  report: (answered: AnsweredRequest) => void,
): void {
  const startedAt = performance.now();
  response.once('close', () => {
    const milliseconds = Math.round(performance.now() - startedAt);
    const { id, role, fields } = scope;
    report({ requestId: id, role, fields, status: response.statusCode, milliseconds });
  });
}
