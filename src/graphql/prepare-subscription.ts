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

/** A request of a subscription as both protocols carry it. */
export interface SubscriptionRequest {
  readonly query: string;
  readonly operationName?: string | null;
  readonly variables?: Record<string, unknown> | null;
}

/** Far more than a subscription of this API can use. */
const MOST_TOKENS = 500;

/**
 * Reads and checks a subscription. Queries and mutations are refused: they go over HTTP, where all limits apply.
 * @returns what to subscribe to, or what is wrong with it
 */
export function prepareSubscription(
  schema: GraphQLSchema,
  { query, operationName, variables }: SubscriptionRequest,
  createContext: () => Context,
): (ExecutionArgs & { contextValue: Context }) | readonly GraphQLError[] {
  try {
    const document = parse(query, { maxTokens: MOST_TOKENS });
    const errors = validate(schema, document);
    if (errors.length > 0) return errors.map(asRefusal);
    requireSubscription(getOperationAST(document, operationName)?.operation);
    return { schema, document, operationName, variableValues: variables, contextValue: createContext() };
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
