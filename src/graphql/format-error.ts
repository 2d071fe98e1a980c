import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { Neo4jError } from 'neo4j-driver';
import { AppError } from '../app-error';

/** Tells the operator of a failure that the client is not shown. */
export type LogFailure = (error: unknown) => void;

/**
 * The whole error policy. What the client can mend is told in our own words; what GraphQL itself refuses keeps
 * its message; everything else is logged and masked, so that no Cypher, stack or host leaves the process.
 */
export const createFormatError =
  (logFailure: LogFailure, requestId: () => string | undefined) =>
  (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const cause = rootCause(error);
    const { locations, path } = formatted;
    const shown = (code: string, message: string) => ({
      message,
      locations,
      path,
      extensions: { code, requestId: requestId() },
    });

    if (cause instanceof AppError) return shown(cause.code, cause.message);
    if (isTimeout(cause)) {
      return shown('QUERY_TOO_COMPLEX', 'The graph took too long for this. Ask for less.');
    }
    if (isUnavailable(cause)) {
      logFailure(cause);
      return shown('GRAPH_UNAVAILABLE', 'The graph does not answer. Try again in a moment.');
    }
    if (cause instanceof GraphQLError && !cause.originalError && isRefusal(formatted)) {
      return shown(String(formatted.extensions?.code), formatted.message);
    }
    logFailure(cause);
    return shown('INTERNAL_SERVER_ERROR', 'The service failed. The reason is in its log.');
  };

/** Codes with which Apollo and graphql-js refuse a request before any resolver runs. */
const REFUSALS = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

const isRefusal = ({ extensions }: GraphQLFormattedError) => REFUSALS.has(String(extensions?.code));

/** Delegation wraps errors more than once; what counts is the innermost. */
function rootCause(error: unknown): unknown {
  const inner = unwrapResolverError(error);
  if (inner instanceof AppError) return inner;
  const next = (inner as { originalError?: unknown } | null)?.originalError;
  return next && next !== inner ? rootCause(next) : inner;
}

const UNAVAILABLE = new Set(['ServiceUnavailable', 'SessionExpired']);

const isUnavailable = (error: unknown) =>
  error instanceof Neo4jError && (UNAVAILABLE.has(error.code) || error.code.includes('DatabaseUnavailable'));

const isTimeout = (error: unknown) =>
  error instanceof Neo4jError && error.code.includes('TransactionTimedOut');
