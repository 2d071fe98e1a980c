import {
  type ExecutionArgs,
  GraphQLError,
  type GraphQLSchema,
  NoSchemaIntrospectionCustomRule,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { AppError } from '../app-error';
import type { Context } from './context';
import type { CheckedOperation, CheckOperation, SentOperation } from './limits/check-operation';

/** The schema and limits that a subscription is checked against. */
export interface SubscriptionRules {
  schema: GraphQLSchema;
  checkOperation: CheckOperation;
  /** Whether introspection is allowed. */
  introspection: boolean;
}

/** The arguments of `subscribe` of graphql-js. */
export type CheckedSubscription = ExecutionArgs & { contextValue: Context };

/**
 * Checks a subscription against the limits and validates it. Refuses queries and mutations, which are executed over
 * HTTP, with deadlines.
 * @returns the arguments to subscribe with, or the errors to send
 */
export function checkSubscription(
  { schema, checkOperation, introspection }: SubscriptionRules,
  sent: SentOperation,
  createContext: () => Context,
): CheckedSubscription | readonly GraphQLError[] {
  try {
    const checked = checkOperation(sent);
    const document = checked?.document ?? parse(String(sent.query));
    const rules = introspection ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule];
    const errors = validate(schema, document, rules);
    if (errors.length > 0) return errors.map((error) => withCode(error, 'GRAPHQL_VALIDATION_FAILED'));
    requireSubscription(checked);
    return {
      schema,
      document,
      operationName: typeof sent.operationName === 'string' ? sent.operationName : undefined,
      variableValues: sent.variables as Record<string, unknown> | undefined,
      contextValue: createContext(),
    };
  } catch (error) {
    if (error instanceof GraphQLError) return [withCode(error, 'GRAPHQL_PARSE_FAILED')];
    return [new GraphQLError((error as Error).message, { originalError: error as Error })];
  }
}

function requireSubscription(checked: CheckedOperation | undefined): void {
  if (!checked) {
    throw new AppError('BAD_USER_INPUT', 'operationName does not name an operation of the document.');
  }
  const { operation } = checked.operation;
  if (operation === OperationTypeNode.SUBSCRIPTION) return;
  throw new AppError('BAD_USER_INPUT', `Send a ${operation} by HTTP POST to the same path.`);
}

const withCode = ({ message, nodes, source, positions }: GraphQLError, code: string) =>
  new GraphQLError(message, { nodes, source, positions, extensions: { code } });
