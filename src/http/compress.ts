import type { IncomingMessage, ServerResponse } from 'node:http';
import compression from 'compression';

/** Shorter responses are not compressed, in characters. */
const MIN_LENGTH = 1_024;

const compressing = compression({ threshold: 0 }) as unknown as (
  request: IncomingMessage,
  response: ServerResponse,
  next: () => void,
) => void;

/** Compresses the body that a response sends next, if it is large and the client accepts compression. */
export function compress(request: IncomingMessage, response: ServerResponse, length: number): void {
  if (length >= MIN_LENGTH) compressing(request, response, () => undefined);
}
