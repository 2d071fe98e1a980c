import {
  type ExecutionArgs,
  getOperationAST,
  GraphQLError,
  type GraphQLSchema,
  OperationTypeNode,
  parse,
  validate,
} from 'graphql';
import { AppError } from '../app-error';
import type { Context } from './context';
import { checkOperation, type SentOperation } from './limits/check-operation';

/**
 * Reads a subscription, holds it against the limits and validates it. Queries and mutations are refused: they go
 * over HTTP, where deadlines apply too.
 * @param take gives the request as the client sent it, or throws an AppError where it takes none like it
 * @returns what to subscribe to, or what is wrong with it
 */
export function prepareSubscription(
  schema: GraphQLSchema,
  take: () => SentOperation,
  createContext: () => Context,
): (ExecutionArgs & { contextValue: Context }) | readonly GraphQLError[] {
  try {
    const sent = take();
    checkOperation(schema, sent);
    const document = parse(String(sent.query));
    const operationName = typeof sent.operationName === 'string' ? sent.operationName : undefined;
    const errors = validate(schema, document);
    if (errors.length > 0) return errors.map(asRefusal);
    requireSubscription(getOperationAST(document, operationName)?.operation);
    return {
      schema,
      document,
      operationName,
      variableValues: sent.variables as Record<string, unknown> | undefined,
      contextValue: createContext(),
    };
  } catch (error) {
    return [error instanceof GraphQLError ? asRefusal(error) : wrap(error as Error)];
  }
}

function requireSubscription(operation: OperationTypeNode | undefined): void {
  if (operation === OperationTypeNode.SUBSCRIPTION) return;
  const message = operation
    ? `A ${operation} is not answered here. Send it by HTTP POST to the same path and accept application/json.`
    : 'operationName names none of the operations.';
  throw new AppError('BAD_USER_INPUT', message);
}

const asRefusal = ({ message, nodes, source, positions }: GraphQLError) =>
  new GraphQLError(message, {
    nodes,
    source,
    positions,
    extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
  });

const wrap = (originalError: Error) => new GraphQLError(originalError.message, { originalError });
