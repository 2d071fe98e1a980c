import { isRetryableError, Neo4jError } from 'neo4j-driver';

/**
 * What an error of the driver says about the graph:
 * - `connection`: the error is the driver's own. It found no connection, or lost it, and the statement may never have
 *   arrived.
 * - `refusal`: the server answered that it cannot work now, or not for this user.
 * - `read-only`: the server answered that it takes no writes.
 * - `statement`: the statement itself is wrong, or the error comes from elsewhere.
 */
export type FailureKind = 'connection' | 'refusal' | 'read-only' | 'statement';

/** Tells what an error says about the graph, by whether it came from the server and whether the driver would retry. */
export function failureKind(error: unknown): FailureKind {
  if (!(error instanceof Neo4jError)) return 'statement';
  if (!isFromServer(error)) return 'connection';
  if (/ReadOnly|NotALeader/.test(error.code)) return 'read-only';
  const cannotWork = isRetryableError(error) || /^Neo\.DatabaseError\.Transaction\./.test(error.code);
  const refusesUser = /^Neo\.ClientError\.Security\.(?!Forbidden)/.test(error.code);
  return cannotWork || refusesUser ? 'refusal' : 'statement';
}

/** Whether the server sent this error; errors of the driver itself have no code of Neo4j. */
export const isFromServer = (error: unknown): error is Neo4jError =>
  error instanceof Neo4jError && error.code.startsWith('Neo.');
