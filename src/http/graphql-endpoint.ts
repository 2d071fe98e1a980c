import { type ApolloServer, HeaderMap, type HTTPGraphQLResponse } from '@apollo/server';
import type { Request, RequestHandler, Response } from 'express';
import { type GraphQLSchema, Kind, type OperationDefinitionNode, type OperationTypeNode } from 'graphql';
import type { Viewer } from '../graphql/access/viewer';
import type { Context } from '../graphql/context';
import { withDeadline } from '../graph/statement-scope';
import { checkOperation, type SentOperation } from '../graphql/limits/check-operation';
import { sendError } from './answer-error';
import type { TakeDocument } from './trusted-documents';

/** What the endpoint is made of. */
export interface EndpointOptions {
  apollo: ApolloServer<Context>;
  schema: GraphQLSchema;
  takeDocument: TakeDocument;
  createContext: (viewer: Viewer) => Context;
  /** How long a request may take, in milliseconds. */
  deadlines?: Deadlines;
}

/** By the kind of operation, in milliseconds. */
type Deadlines = Readonly<Record<`${OperationTypeNode}`, number>>;

/** Training and writing embeddings are mutations, and wait for their end. */
const DEADLINES: Deadlines = { query: 20_000, mutation: 600_000, subscription: 20_000 };

/**
 * Answers GraphQL over HTTP: takes the document, holds it against the limits, has Apollo execute it for the viewer
 * of `response.locals`, and lets nobody wait past the deadline.
 */
export function graphqlEndpoint({
  apollo,
  schema,
  takeDocument,
  createContext,
  deadlines = DEADLINES,
}: EndpointOptions): RequestHandler {
  return async (request, response) => {
    const isPost = request.method === 'POST';
    if (isPost && !request.is('application/json')) {
      const message = 'The body takes JSON: send Content-Type: application/json.';
      return sendError(response, 415, 'BAD_REQUEST', message);
    }
    const sent: unknown = isPost ? request.body : readSearch(request);
    // What is no operation at all is refused by Apollo, in its own words.
    const taken = isOperation(sent) ? takeDocument(sent) : undefined;
    const operation = taken && checkOperation(schema, taken);
    response.locals.fields = operation ? rootFields(schema, operation) : [];
    const execute = () =>
      apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: {
          method: request.method,
          headers: headersOf(request),
          search: isPost ? '' : searchWith(taken?.query, request),
          body: isPost ? (taken ?? sent) : undefined,
        },
        context: async () => createContext(response.locals.viewer as Viewer),
      });
    const deadline = deadlines[operation?.operation ?? 'query'];
    const leaving = whenClientLeaves(response);
    try {
      send(response, await withDeadline(deadline, execute, leaving));
    } catch (error) {
      if (!leaving.aborted) throw error;
    }
  };
}

const CLIENT_LEFT = new Error('The client closed the connection.');

/** Returns a signal that aborts if the connection closes before the response is complete. */
function whenClientLeaves(response: Response): AbortSignal {
  const leaving = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) leaving.abort(CLIENT_LEFT);
  });
  return leaving.signal;
}

/** The root fields of the schema that an operation selects, by name and without fragments: enough for a log. */
function rootFields(schema: GraphQLSchema, { operation, selectionSet }: OperationDefinitionNode): string[] {
  const known = schema.getRootType(operation)?.getFields() ?? {};
  return selectionSet.selections.flatMap((node) =>
    node.kind === Kind.FIELD && Object.hasOwn(known, node.name.value) ? [node.name.value] : [],
  );
}

const isOperation = (sent: unknown): sent is SentOperation =>
  typeof sent === 'object' && sent !== null && !Array.isArray(sent);

const searchOf = (request: Request) => new URL(request.originalUrl, 'http://localhost').searchParams;

/** The operation in an address; what is given twice or is no JSON is left to Apollo. */
function readSearch(request: Request): SentOperation {
  const search = searchOf(request);
  return {
    query: search.get('query') ?? undefined,
    operationName: search.get('operationName') ?? undefined,
    variables: fromJson(search.get('variables')),
    extensions: fromJson(search.get('extensions')),
  };
}

function fromJson(text: string | null): unknown {
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // Apollo says what is wrong with it.
    return undefined;
  }
}

/** The address's parameters, where the document was sent by its id with the document. */
function searchWith(query: unknown, request: Request): string {
  const search = searchOf(request);
  if (typeof query === 'string' && !search.has('query')) {
    search.set('query', query);
    search.delete('extensions');
  }
  return `?${search}`;
}

function headersOf(request: Request): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}

function send(response: Response, { status, headers, body }: HTTPGraphQLResponse): void {
  for (const [name, value] of headers) response.setHeader(name, value);
  response.status(status ?? 200);
  if (body.kind === 'complete') response.send(body.string);
  else throw new Error('An answer came in parts, which nothing here asks for.');
}
