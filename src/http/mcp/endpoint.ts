import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ApolloServer } from '@apollo/server';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import type { GraphQLSchema } from 'graphql';
import { AppError } from '../../app-error';
import { type Role, ROLES, type Viewer } from '../../graphql/access/viewer';
import type { Context } from '../../graphql/context';
import type { CheckOperation } from '../../graphql/limits/check-operation';
import type { Caller } from '../admission/caller';
import type { Gate } from '../admission/gate';
import { CLIENT_LEFT } from '../client-left';
import { requireReading } from '../guard-connections';
import { HttpError } from '../http-error';
import { inPlace } from '../in-place';
import { readOperations } from '../operations';
import { readBody } from '../read-operation';
import type { RequestScope } from '../request-scope';
import { type OperationTool, toolsOf } from './tools';

export interface McpOptions {
  readonly apollo: ApolloServer<Context>;
  readonly schema: GraphQLSchema;
  readonly gate: Gate;
  readonly checkOperation: CheckOperation;
  readonly createContext: (viewer: Viewer) => Context;
  readonly isGraphRecovering: () => boolean;
  readonly version: string;
}

/** Max length of a tool's result, in characters. An assistant reads all of it. */
const MAX_ANSWER_LENGTH = 200_000;

const INSTRUCTIONS =
  'Tools of a film recommendation service. Find ids with search, customers or actors; then get recommendations. ' +
  'Scores can only be compared within one list.';

/**
 * Creates the endpoint of the Model Context Protocol (streamable HTTP, without sessions). Its tools are the example
 * operations that the caller's role may use. They are subject to the same gate, limits and access rules as other
 * operations.
 */
export async function mcpEndpoint({
  apollo,
  schema,
  gate,
  checkOperation,
  createContext,
  isGraphRecovering,
  version,
}: McpOptions) {
  // Loaded on demand: most servers have no MCP endpoint.
  const [{ Server }, { StreamableHTTPServerTransport }, { CallToolRequestSchema, ListToolsRequestSchema }] =
    await Promise.all([
      import('@modelcontextprotocol/sdk/server/index.js'),
      import('@modelcontextprotocol/sdk/server/streamableHttp.js'),
      import('@modelcontextprotocol/sdk/types.js'),
    ]);
  const operations = readOperations();
  const tools = new Map<Role, Map<string, OperationTool>>(
    ROLES.map((role) => [role, toolsOf(role, schema, operations)]),
  );

  const call = async (
    caller: Caller,
    { query }: OperationTool,
    variables: Record<string, unknown>,
    response: ServerResponse,
    scope: RequestScope,
  ): Promise<CallToolResult> => {
    const checked = checkOperation({ query, variables });
    scope.fields = checked?.rootFields ?? [];
    const contextValue = createContext(caller.viewer);
    const work = () => apollo.executeOperation({ query, variables }, { contextValue });
    const { body } = await inPlace({ gate, caller, checked, response, isGraphRecovering, work });
    if (body.kind !== 'single') throw new Error('Incremental delivery is not supported.');
    const { data, errors } = body.singleResult;
    const text = JSON.stringify(errors ? { data, errors } : data);
    if (text.length > MAX_ANSWER_LENGTH) {
      throw new AppError(
        'QUERY_TOO_COMPLEX',
        `The result has ${text.length} characters; the maximum is ${MAX_ANSWER_LENGTH}. Request less data.`,
      );
    }
    return { content: [{ type: 'text', text }], isError: errors !== undefined };
  };

  const serverFor = (caller: Caller, response: ServerResponse, scope: RequestScope) => {
    const allowed = tools.get(caller.viewer.role) as Map<string, OperationTool>;
    const server = new Server(
      { name: 'reelgraph', version },
      { capabilities: { tools: {} }, instructions: INSTRUCTIONS },
    );
    server.setRequestHandler(ListToolsRequestSchema, () => ({
      tools: [...allowed.values()].map(({ tool }) => tool),
    }));
    server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
      const tool = allowed.get(params.name);
      if (!tool) {
        return refusal(
          new AppError(
            'NOT_FOUND',
            `The role ${caller.viewer.role} has no tool ${JSON.stringify(params.name.slice(0, 100))}. List the tools.`,
          ),
        );
      }
      try {
        return await call(caller, tool, params.arguments ?? {}, response, scope);
      } catch (error) {
        if (error instanceof AppError) return refusal(error);
        throw error;
      }
    });
    return server;
  };

  return async (request: IncomingMessage, response: ServerResponse, scope: RequestScope): Promise<void> => {
    const caller = await gate.identify(request.headers.authorization, gate.addressOf(request));
    scope.role = caller.viewer.role;
    if (request.method !== 'POST') {
      throw new HttpError(405, 'Only POST is supported: this endpoint has no sessions.', {
        headers: { allow: 'POST' },
      });
    }
    const body = await readBody(request, '{"jsonrpc": "2.0", "method": "tools/list", "id": 1}');
    const server = serverFor(caller, response, scope);
    const transport = new StreamableHTTPServerTransport({
      sessionIdGenerator: undefined,
      enableJsonResponse: true,
    });
    try {
      await server.connect(transport);
      await transport.handleRequest(request, response, body);
      requireReading(response);
    } catch (error) {
      if (error !== CLIENT_LEFT) throw error;
    } finally {
      await server.close();
    }
  };
}

/** Returns a tool's error to the assistant, so that it can change its request or wait. */
const refusal = ({ code, message, retryAfter }: AppError): CallToolResult => ({
  content: [
    { type: 'text', text: JSON.stringify({ errors: [{ message, extensions: { code, retryAfter } }] }) },
  ],
  isError: true,
});
