/** What went wrong, in the words of the API's `extensions.code`; CANNOT_START ends the process instead. */
export type ErrorCode =
  | 'BAD_USER_INPUT'
  | 'NOT_FOUND'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'TRAINING_BUSY'
  | 'EMBEDDINGS_MISSING'
  | 'POLICY_UNTRAINED'
  | 'QUERY_TOO_COMPLEX'
  | 'GRAPH_UNAVAILABLE'
  | 'CANNOT_START';

/** A failure that its reader can mend: the message says what is wrong and what to do next. */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
    this.name = 'AppError';
  }
}
