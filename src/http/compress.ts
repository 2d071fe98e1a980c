import type { IncomingMessage, ServerResponse } from 'node:http';
import compression from 'compression';

/** Answers shorter than this are sent as they are, in characters. */
const MIN_LENGTH = 1_024;

const compressing = compression({ threshold: 0 }) as unknown as (
  request: IncomingMessage,
  response: ServerResponse,
  next: () => void,
) => void;

/** Lets a response compress the answer that is sent next, if the answer is large and the client accepts it. */
export function compress(request: IncomingMessage, response: ServerResponse, length: number): void {
  if (length >= MIN_LENGTH) compressing(request, response, () => undefined);
}
