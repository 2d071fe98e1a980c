import { isRetryableError, Neo4jError } from 'neo4j-driver';

/**
 * The cause of a driver error:
 * - `connection`: the driver could not connect or lost the connection, and the statement may never have arrived.
 * - `refusal`: the server cannot work now, or not for this user.
 * - `read-only`: the server does not accept writes.
 * - `statement`: the statement is invalid, or the error has another source.
 */
export type FailureKind = 'connection' | 'refusal' | 'read-only' | 'statement';

/** Classifies an error by whether the server sent it and whether the driver would retry. */
export function failureKind(error: unknown): FailureKind {
  if (!(error instanceof Neo4jError)) return 'statement';
  if (!isFromServer(error)) return 'connection';
  if (/ReadOnly|NotALeader/.test(error.code)) return 'read-only';
  const cannotWork = isRetryableError(error) || /^Neo\.DatabaseError\.Transaction\./.test(error.code);
  const refusesUser = /^Neo\.ClientError\.Security\.(?!Forbidden)/.test(error.code);
  return cannotWork || refusesUser ? 'refusal' : 'statement';
}

/** Whether the server sent this error. Errors of the driver itself do not have a Neo4j code. */
export const isFromServer = (error: unknown): error is Neo4jError =>
  error instanceof Neo4jError && error.code.startsWith('Neo.');
