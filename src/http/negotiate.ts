import Negotiator from 'negotiator';
import { OperationTypeNode } from 'graphql';
import { HttpError } from './http-error';

/** The format of a response: one JSON document, or server-sent events. */
export type AnswerForm = 'json' | 'events';

export const EVENT_STREAM = 'text/event-stream';
/** The media types of a JSON answer, the preferred one first. */
const JSON_TYPES = ['application/json', 'application/graphql-response+json'];

/**
 * Chooses the format of a response by the Accept header (RFC 9110). The response to a query or mutation is JSON if the
 * client accepts that, otherwise events; the response to a subscription is events.
 * @throws HttpError 406 if the client accepts neither, 405 for a subscription if it does not accept events
 */
export function negotiate(header: string | undefined, operation: OperationTypeNode | undefined): AnswerForm {
  // An empty header says as little as none.
  const accept = header?.trim() || undefined;
  if (operation !== OperationTypeNode.SUBSCRIPTION) {
    if (accept === undefined || accept === '*/*' || accept === 'application/json') return 'json';
    if (accepts(accept, JSON_TYPES)) return 'json';
    if (accepts(accept, [EVENT_STREAM])) return 'events';
    throw new HttpError(
      406,
      `Not acceptable: the API answers with ${JSON_TYPES.join(', ')} or ${EVENT_STREAM}.`,
    );
  }
  if (accepts(accept, [EVENT_STREAM])) return 'events';
  throw new HttpError(
    405,
    `Subscriptions are sent as server-sent events (Accept: ${EVENT_STREAM}) or over WebSocket (graphql-transport-ws), at the same path.`,
    { headers: { allow: 'GET, POST' } },
  );
}

/** Whether a GET request is for a page rather than for a response of the API. */
export const asksForPage = (accept: string | undefined): boolean =>
  accept !== undefined &&
  new Negotiator({ headers: { accept } }).mediaType(['application/json', 'text/html']) === 'text/html';

const accepts = (accept: string | undefined, types: string[]) =>
  new Negotiator({ headers: { accept: accept && withoutUtf8(accept) } }).mediaType(types) !== undefined;

/** Removes the charset, which clients may add to each media type, from an Accept header. */
export const withoutUtf8 = (accept: string): string =>
  accept.replace(/\s*;\s*charset\s*=\s*"?utf-?8"?/gi, '');
