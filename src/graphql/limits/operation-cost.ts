import {
  type FieldNode,
  getArgumentValues,
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Fragments } from './require-modest-selection';

/** Arguments that say how long a list is. */
const SIZES = ['first', 'limit', 'points'];
/** The length of a list that says none: the default of @limit in schema.graphql. */
const DEFAULT_SIZE = 25;
/** Lists without an argument that are longer than that. */
const LONG_LISTS: Readonly<Record<string, number>> = { 'Query.filmMap': 1_000 };
/** Fields that search all films, and what that costs beside the nodes that they find. */
const SEARCHES = new Set(['recommendations', 'recommendationsFor', 'embeddingNeighbors', 'neighbors']);
const SEARCH_COST = 20;

/**
 * How many nodes an operation can make the service answer with: lists multiply, by the sizes that their arguments
 * give with these variables, and what searches all films costs more. A document that is not valid costs what can
 * be made of it.
 */
export function operationCost(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: Fragments,
  variables: Record<string, unknown>,
): number {
  const open = new Set<string>();

  /** @param size how long the parent's lists are, where the parent was told */
  const costOf = (
    type: GraphQLObjectType,
    selected: SelectionSetNode,
    times: number,
    size?: number,
  ): number => {
    let cost = 0;
    for (const selection of selected.selections) {
      if (selection.kind === Kind.FIELD) cost += costOfField(type, selection, times, size);
      else if (selection.kind === Kind.INLINE_FRAGMENT)
        cost += costOf(type, selection.selectionSet, times, size);
      else cost += costOfFragment(type, selection.name.value, times, size);
    }
    return cost;
  };
  const costOfFragment = (type: GraphQLObjectType, name: string, times: number, size?: number): number => {
    const fragment = fragments.get(name);
    if (!fragment || open.has(name)) return 0;
    open.add(name);
    const cost = costOf(type, fragment.selectionSet, times, size);
    open.delete(name);
    return cost;
  };
  const costOfField = (type: GraphQLObjectType, node: FieldNode, times: number, size?: number): number => {
    const field = type.getFields()[node.name.value];
    const below = field && getNamedType(field.type);
    if (!isObjectType(below)) return 0;
    const own = ownSize(field, node, variables);
    const long = LONG_LISTS[`${type.name}.${field.name}`];
    const nodes = isListType(getNullableType(field.type))
      ? times * (long ?? own ?? size ?? DEFAULT_SIZE)
      : times;
    const search = SEARCHES.has(field.name) ? times * SEARCH_COST : 0;
    return nodes + search + (node.selectionSet ? costOf(below, node.selectionSet, nodes, own) : 0);
  };

  const root = schema.getRootType(operation.operation);
  return root ? costOf(root, operation.selectionSet, 1) : 0;
}

/** The size that a field was told, or the default where it could have been; undefined where it takes none. */
function ownSize(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: Record<string, unknown>,
): number | undefined {
  const size = field.args.find(({ name }) => SIZES.includes(name));
  if (!size) return undefined;
  const given = valuesOf(field, node, variables)[size.name];
  return Math.max(1, typeof given === 'number' ? given : DEFAULT_SIZE);
}

function valuesOf(...given: Parameters<typeof getArgumentValues>): Record<string, unknown> {
  try {
    return getArgumentValues(...given);
  } catch {
    // Values that do not fit their arguments are refused by validation and execution, with better words.
    return {};
  }
}
