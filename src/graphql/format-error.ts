import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { AppError } from '../app-error';

/** Logs a failure that is hidden from the client. */
export type LogFailure = (error: unknown) => void;

/** Max length of an error message that is sent to a client, in characters. Some messages quote the request. */
const MAX_MESSAGE_LENGTH = 1_000;

export interface FormatErrorOptions {
  logFailure: LogFailure;
  /** The id of the current request. */
  requestId: () => string | undefined;
  /** Whether messages may suggest names from the schema. */
  introspection: boolean;
}

/**
 * Creates the function that formats errors for clients. An AppError keeps its code and message, errors of GraphQL
 * itself keep their message, and every other error is logged and masked, so that no Cypher, stack or host name reaches
 * a client.
 */
export const createFormatError =
  ({ logFailure, requestId, introspection }: FormatErrorOptions) =>
  (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const cause = rootCause(error);
    const { locations, path } = formatted;
    const shown = (code: string, message: string, retryAfter?: number) => ({
      message: shorten(introspection ? message : withoutSuggestions(message)),
      locations,
      path,
      extensions: {
        code,
        requestId: requestId(),
        ...(retryAfter !== undefined && { retryable: true, retryAfter }),
      },
    });

    if (cause instanceof AppError) {
      if (cause.cause !== undefined) logFailure(cause.cause);
      return shown(cause.code, cause.message, cause.retryAfter);
    }
    if (cause instanceof GraphQLError && !cause.originalError && isRefusal(formatted)) {
      return shown(String(formatted.extensions?.code), formatted.message);
    }
    logFailure(cause);
    return shown('INTERNAL_SERVER_ERROR', 'Internal server error. See the server log.');
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

function withoutSuggestions(message: string): string {
  const from = message.indexOf('Did you mean ');
  return from < 0 ? message : message.slice(0, from).trimEnd();
}

const shorten = (message: string) =>
  message.length > MAX_MESSAGE_LENGTH ? `${message.slice(0, MAX_MESSAGE_LENGTH)}…` : message;

/** Returns the innermost error: delegation between schemas wraps errors more than once. */
function rootCause(error: unknown): unknown {
  const inner = unwrapResolverError(error);
  if (inner instanceof AppError) return inner;
  const next = (inner as { originalError?: unknown } | null)?.originalError;
  return next && next !== inner ? rootCause(next) : inner;
}
