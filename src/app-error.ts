/** The values of the API's `extensions.code`. CANNOT_START and COMMAND_FAILED never reach a client: they end the process. */
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

/** Seconds to wait before a request that failed with one of these codes is sent again. Other codes are final. */
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
  /** Seconds to wait before the request is sent again. Default: by the code. */
  retryAfter?: number;
}

/** A failure that its reader can fix: the message says what is wrong, what was expected and what to do next. */
export class AppError extends Error {
  /** Seconds to wait before the request is sent again; undefined if sending it again does not help. */
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
