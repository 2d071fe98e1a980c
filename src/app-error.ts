/**
 * The values of `extensions.code` in API errors. CANNOT_START and COMMAND_FAILED end the process and never reach a
 * client.
 */
export type ErrorCode =
  | 'BAD_USER_INPUT'
  | 'NOT_FOUND'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'TRAINING_BUSY'
  | 'EVALUATION_BUSY'
  | 'EMBEDDING_BUSY'
  | 'EMBEDDINGS_MISSING'
  | 'GDS_MISSING'
  | 'POLICY_UNTRAINED'
  | 'QUERY_TOO_COMPLEX'
  | 'RATE_LIMITED'
  | 'OVERLOADED'
  | 'DEADLINE_EXCEEDED'
  | 'GRAPH_UNAVAILABLE'
  | 'CANNOT_START'
  | 'COMMAND_FAILED';

/**
 * Seconds to wait before retrying a request that failed with one of these codes. Retrying does not help with other
 * codes.
 */
const RETRY_AFTER_SECONDS: Partial<Record<ErrorCode, number>> = {
  TRAINING_BUSY: 10,
  EVALUATION_BUSY: 10,
  EMBEDDING_BUSY: 10,
  RATE_LIMITED: 60,
  OVERLOADED: 1,
  DEADLINE_EXCEEDED: 5,
  GRAPH_UNAVAILABLE: 5,
};

interface AppErrorOptions {
  cause?: unknown;
  /** Seconds to wait before retrying the request. Default: depends on the code. */
  retryAfter?: number;
}

/** An error that the user can fix. The message describes the problem, the expected value and the next step. */
export class AppError extends Error {
  /** Seconds to wait before retrying the request; undefined if retrying does not help. */
  readonly retryAfter: number | undefined;

  constructor(
    readonly code: ErrorCode,
    message: string,
    { cause, retryAfter }: AppErrorOptions = {},
  ) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'AppError';
    this.retryAfter = retryAfter ?? RETRY_AFTER_SECONDS[code];
  }
}
