import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ApolloServer, HeaderMap, type HTTPGraphQLResponse } from '@apollo/server';
import type { Viewer } from '../graphql/access/viewer';
import type { Context } from '../graphql/context';
import type { CheckedOperation, CheckOperation, SentOperation } from '../graphql/limits/check-operation';
import { requireLimit } from '../graphql/limits/require-limit';
import { CLIENT_LEFT } from './client-left';
import type { Gate } from './admission/gate';
import { compress } from './compress';
import { mayBeCrossSite } from './cross-site';
import { HttpError } from './http-error';
import { inPlace } from './in-place';
import { EVENT_STREAM, negotiate, withoutUtf8 } from './negotiate';
import { requireReading } from './guard-connections';
import { isInAddress, METHODS, readOperation } from './read-operation';
import type { RequestScope } from './request-scope';
import type { TakeDocument } from './trusted-documents';
import type { UnreadAnswers } from './unread-answers';

export interface EndpointOptions {
  apollo: ApolloServer<Context>;
  gate: Gate;
  takeDocument: TakeDocument;
  checkOperation: CheckOperation;
  createContext: (viewer: Viewer) => Context;
  isGraphRecovering: () => boolean;
  /** Handles a subscription with server-sent events. */
  subscribe: (response: ServerResponse, subscription: EventSubscription) => Promise<void>;
  unread: UnreadAnswers;
  /** The origins whose pages may use the API. */
  origins: readonly string[];
}

/** A subscription that was admitted over HTTP. */
export interface EventSubscription {
  sent: SentOperation;
  viewer: Viewer;
  /** When the token expires, in milliseconds since 1970. */
  expiresAt?: number;
}

/** Handles one request. Rejects with the error to send. */
export type Endpoint = (
  request: IncomingMessage,
  response: ServerResponse,
  scope: RequestScope,
) => Promise<void>;

/** Creates the endpoint for GraphQL over HTTP, with responses as JSON or as server-sent events. */
export function graphqlEndpoint(options: EndpointOptions): Endpoint {
  const { apollo, gate, takeDocument, checkOperation, createContext, isGraphRecovering } = options;
  const { subscribe, unread, origins } = options;

  const execute = (request: IncomingMessage, sent: SentOperation, viewer: Viewer) =>
    apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: isInAddress(request) ? 'GET' : 'POST',
        headers: apolloHeaders(request, origins),
        search: isInAddress(request) ? searchOf(sent) : '',
        body: isInAddress(request) ? undefined : sent,
      },
      context: async () => createContext(viewer),
    });

  return async (request, response, scope) => {
    if (request.method === 'OPTIONS') return void response.writeHead(204, { allow: METHODS }).end();
    const caller = await gate.identify(request.headers.authorization, gate.addressOf(request));
    const { viewer, expiresAt } = caller;
    scope.role = viewer.role;
    const sent = takeDocument(await readOperation(request));
    const checked = checkOperation(sent);
    scope.fields = checked?.rootFields ?? [];
    const form = negotiate(request.headers.accept, checked?.operation.operation);
    if (isSubscription(checked)) {
      if (request.method === 'HEAD')
        throw new HttpError(405, 'Subscriptions have no HEAD.', { headers: { allow: METHODS } });
      const stream = gate.admit(caller, 'stream');
      response.once('close', stream.release);
      return subscribe(response, { sent, viewer, expiresAt });
    }
    const send = (answer: HTTPGraphQLResponse) => {
      // The client was refused while the operation continued.
      if (response.headersSent) return;
      if (answer.body.kind !== 'complete') throw new Error('Incremental delivery is not supported.');
      const { string: json } = answer.body;
      requireLimit('answerLength', json.length);
      unread.hold(caller, response, json.length);
      for (const [name, value] of answer.headers) {
        if (name !== 'content-length') response.setHeader(name, value);
      }
      response.appendHeader('vary', 'Accept');
      response.statusCode = answer.status ?? 200;
      if (form === 'events') sendEvent(response, json);
      else sendJson(request, response, json);
    };
    const work = async () => send(await execute(request, sent, viewer));
    try {
      await inPlace({ gate, caller, checked, response, isGraphRecovering, work });
    } catch (error) {
      if (error !== CLIENT_LEFT) throw error;
    }
  };
}

const isSubscription = (checked: CheckedOperation | undefined) =>
  checked?.operation.operation === 'subscription';

/** The headers that Apollo reads, to prevent cross-site requests and to choose a JSON type. */
const APOLLO_HEADERS = ['content-type', 'accept', 'x-apollo-operation-name', 'apollo-require-preflight'];

function apolloHeaders(request: IncomingMessage, origins: readonly string[]): HeaderMap {
  const { headers } = request;
  const map = new HeaderMap();
  for (const name of APOLLO_HEADERS) {
    const value = headers[name];
    if (typeof value === 'string') map.set(name, value);
  }
  if (map.has('accept')) map.set('accept', withoutUtf8(headers.accept as string));
  // Apollo refuses a GET without one of its own headers, which clients such as urql do not send.
  if (isInAddress(request) && !mayBeCrossSite(headers, origins)) map.set('apollo-require-preflight', 'true');
  // Apollo writes JSON. It is sent as an event if the client accepts only events.
  if (map.get('accept')?.includes(EVENT_STREAM))
    map.set('accept', `${map.get('accept')}, application/json;q=0.1`);
  // The body was read as JSON, regardless of the parameters of its content type.
  if (map.has('content-type')) map.set('content-type', 'application/json');
  return map;
}

function searchOf({ query, operationName, variables, extensions }: SentOperation): string {
  const search = new URLSearchParams();
  if (typeof query === 'string') search.set('query', query);
  if (typeof operationName === 'string') search.set('operationName', operationName);
  if (variables) search.set('variables', JSON.stringify(variables));
  if (extensions) search.set('extensions', JSON.stringify(extensions));
  return `?${search}`;
}

function sendJson(request: IncomingMessage, response: ServerResponse, json: string): void {
  compress(request, response, json.length);
  if (!response.hasHeader('content-encoding')) response.setHeader('content-length', Buffer.byteLength(json));
  response.end(json);
  requireReading(response);
}

function sendEvent(response: ServerResponse, json: string): void {
  response.setHeader('content-type', `${EVENT_STREAM}; charset=utf-8`);
  response.statusCode = 200;
  response.end(`event: next\ndata: ${json.trim()}\n\nevent: complete\ndata:\n\n`);
  requireReading(response);
}
