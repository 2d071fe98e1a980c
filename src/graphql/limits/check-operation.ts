import {
  type DocumentNode,
  type FragmentDefinitionNode,
  getOperationAST,
  getVariableValues,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
} from 'graphql';
import { LIMITS } from './limits';
import { operationCost } from './operation-cost';
import { requireLimit, tooComplex } from './require-limit';
import { requireModestSelection } from './require-modest-selection';
import { requireModestValues } from './require-modest-values';

/** An operation as a client sends it, over whatever it comes. */
export interface SentOperation {
  query?: unknown;
  operationName?: unknown;
  variables?: unknown;
  extensions?: unknown;
}

/**
 * Makes sure that an operation is within the limits, before it is validated, which would be dear for a hostile one.
 * What cannot be parsed, or is not what GraphQL takes, passes: the server refuses it with GraphQL's own words.
 * @returns the operation that is to be executed, where there is one
 * @throws AppError QUERY_TOO_COMPLEX with the number that was over
 */
export function checkOperation(
  schema: GraphQLSchema,
  sent: SentOperation,
): OperationDefinitionNode | undefined {
  const document = parseModest(sent.query);
  if (!document) return undefined;
  requireModestValues(document, sent.variables);
  const operations: OperationDefinitionNode[] = [];
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) operations.push(definition);
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  for (const operation of operations) requireModestSelection(operation, fragments);
  const name = typeof sent.operationName === 'string' ? sent.operationName : undefined;
  const operation = getOperationAST(document, name);
  if (!operation) return undefined;
  const variables = coerced(schema, operation, sent.variables);
  if (variables) requireLimit('cost', operationCost(schema, operation, fragments, variables));
  return operation;
}

function parseModest(query: unknown): DocumentNode | undefined {
  if (typeof query !== 'string') return undefined;
  try {
    return parse(query, { maxTokens: LIMITS.tokens, noLocation: true });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    if (error.message.endsWith('tokens. Parsing aborted.'))
      throw tooComplex('tokens', `More than ${LIMITS.tokens}`);
    return undefined;
  }
}

/** The variables with their defaults; undefined where they do not fit, and execution will say why. */
function coerced(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  given: unknown,
): Record<string, unknown> | undefined {
  if (given !== undefined && given !== null && typeof given !== 'object') return undefined;
  const inputs = (given ?? {}) as Record<string, unknown>;
  return getVariableValues(schema, variableDefinitions, inputs, { maxErrors: 1 }).coerced;
}
