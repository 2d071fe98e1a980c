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
import { LRUCache } from 'lru-cache';
import { AppError } from '../../app-error';
import { deadlineOf, DEADLINE_MS, isRepeatable } from './field-rules';
import { LIMITS } from './limits';
import { operationCost } from './operation-cost';
import { requireLimit, tooComplex } from './require-limit';
import { type Fragments, requireSelectionLimits, type RootFields } from './selection-limits';
import { countLiterals, requireVariableLimits } from './value-limits';

/** An operation as sent by a client, over any transport. */
export interface SentOperation {
  query?: unknown;
  operationName?: unknown;
  variables?: unknown;
  extensions?: unknown;
}

/** An operation that is within the limits. */
export interface CheckedOperation {
  operation: OperationDefinitionNode;
  document: DocumentNode;
  /** The root fields of the operation that exist in the schema. */
  rootFields: readonly string[];
  /** The cost in points, see operation-cost.ts. */
  cost: number;
  /** How long the request may take, in milliseconds. */
  deadlineMs: number;
  /** Whether the operation may be sent again if its result is unknown. */
  isRepeatable: boolean;
}

/**
 * Checks an operation against the limits.
 * @returns the operation to execute; undefined if the request is not valid GraphQL, which the executor reports
 * @throws AppError QUERY_TOO_COMPLEX with the actual number and the limit
 */
export type CheckOperation = (sent: SentOperation) => CheckedOperation | undefined;

/** A document that is within all limits except those that depend on variables. */
interface CheckedDocument {
  document: DocumentNode;
  fragments: Fragments;
  literals: number;
  rootFields: RootFields;
}

/** The max number of cached documents, and the max total length of their texts in characters. */
const MAX_DOCUMENTS = 1_000;
const MAX_TEXT_LENGTH = 5_000_000;

/** Creates a function that checks operations. It caches documents by their text. */
export function createOperationCheck(schema: GraphQLSchema): CheckOperation {
  const documents = new LRUCache<string, CheckedDocument | AppError>({
    max: MAX_DOCUMENTS,
    maxSize: MAX_TEXT_LENGTH,
    sizeCalculation: (_document, text) => text.length + 1,
  });
  const read = (text: string): CheckedDocument | undefined => {
    const known = documents.get(text);
    if (known instanceof AppError) throw known;
    if (known) return known;
    try {
      const checked = checkDocument(text);
      if (checked) documents.set(text, checked);
      return checked;
    } catch (error) {
      if (error instanceof AppError) documents.set(text, error);
      throw error;
    }
  };

  return ({ query, operationName, variables }) => {
    const checked = typeof query === 'string' ? read(query) : undefined;
    if (!checked) return undefined;
    requireVariableLimits(variables, checked.literals);
    const { document, fragments } = checked;
    const operation = getOperationAST(
      document,
      typeof operationName === 'string' ? operationName : undefined,
    );
    if (!operation) return undefined;
    const root = schema.getRootType(operation.operation);
    const known = root?.getFields() ?? {};
    const names = [...(checked.rootFields.get(operation) ?? [])].filter((name) => Object.hasOwn(known, name));
    const coerced = coerceVariables(schema, operation, variables);
    const cost = coerced ? operationCost(schema, operation, fragments, coerced) : 0;
    requireLimit('cost', cost);
    return {
      ...{ operation, document, rootFields: names, cost },
      deadlineMs: root ? deadlineOf(root.name, names) : DEADLINE_MS,
      isRepeatable: isRepeatable(operation.operation, names),
    };
  };
}

function checkDocument(text: string): CheckedDocument | undefined {
  const document = parseWithinLimit(text);
  if (!document) return undefined;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const literals = countLiterals(document);
  return { document, fragments, literals, rootFields: requireSelectionLimits(document, fragments) };
}

function parseWithinLimit(text: string): DocumentNode | undefined {
  try {
    return parse(text, { maxTokens: LIMITS.tokens });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    if (error.message.endsWith('tokens. Parsing aborted.'))
      throw tooComplex('tokens', `more than ${LIMITS.tokens}`);
    // The executor parses the text again and reports the syntax error.
    return undefined;
  }
}

/** Returns the variables with their defaults; undefined if they are invalid, which the executor reports. */
function coerceVariables(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  given: unknown,
): Record<string, unknown> | undefined {
  if (given !== undefined && given !== null && typeof given !== 'object') return undefined;
  if (variableDefinitions.length === 0) return {};
  const inputs = (given ?? {}) as Record<string, unknown>;
  return getVariableValues(schema, variableDefinitions, inputs, { maxErrors: 1 }).coerced;
}
