import {
  type FieldNode,
  getArgumentValues,
  getNamedType,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  Kind,
  type NamedTypeNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { conditionCost } from './condition-cost';
import { ruleOf } from './field-rules';
import { containsList, countOfIds, isGeneratedList } from './generated-list';
import { DEFAULT_LIST_SIZE } from './limits';
import type { Fragments } from './selection-limits';

/** A type with fields. */
type SelectedType = GraphQLObjectType | GraphQLInterfaceType;

type Values = Readonly<Record<string, unknown>>;

/**
 * Returns the cost of an operation in points: one for each node and value that the response can contain, with nested
 * list sizes multiplied; the conditions of each list, times the number of parent nodes; and the extra points of field
 * rules. One point takes about 25 µs. The costs of all fragments of an interface are added. Only known fields of an
 * invalid document count.
 */
export function operationCost(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: Fragments,
  variables: Values,
): number {
  const open = new Set<string>();

  /**
   * @param times how often the selection is resolved
   * @param size the list size of the parent field, for fields whose rule is `parent`
   */
  const costOf = (
    type: SelectedType,
    { selections }: SelectionSetNode,
    times: number,
    size?: number,
  ): number => {
    let cost = 0;
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) cost += costOfField(type, selection, times, size);
      else if (selection.kind === Kind.INLINE_FRAGMENT)
        cost += costOf(narrow(type, selection.typeCondition), selection.selectionSet, times, size);
      else cost += costOfFragment(type, selection.name.value, times, size);
    }
    return cost;
  };
  const costOfFragment = (type: SelectedType, name: string, times: number, size?: number): number => {
    const fragment = fragments.get(name);
    if (!fragment || open.has(name)) return 0;
    open.add(name);
    const cost = costOf(narrow(type, fragment.typeCondition), fragment.selectionSet, times, size);
    open.delete(name);
    return cost;
  };
  /** Returns the type condition of a fragment; validation refuses unknown types. */
  const narrow = (type: SelectedType, condition: NamedTypeNode | undefined): SelectedType => {
    const named = condition && schema.getType(condition.name.value);
    return isSelectedType(named) ? named : type;
  };
  const costOfField = (type: SelectedType, node: FieldNode, times: number, size?: number): number => {
    const field = type.getFields()[node.name.value];
    if (!field) return node.name.value === '__typename' ? times : 0;
    const values = valuesOf(field, node, variables);
    const rule = ruleOf(type.name, field.name);
    const { cost: own = 0 } = rule;
    const added = typeof own === 'number' ? own : own(values);
    const where = field.args.find(({ name }) => name === 'where');
    const conditions = where ? conditionCost(where.type, values.where) : 0;
    const listSize = sizeOf(type, field, values, size);
    // A connection reads every node of its list, regardless of the page size.
    const read = getNamedType(field.type).name.endsWith('Connection')
      ? Math.min(DEFAULT_LIST_SIZE, countOfIds(field, values.where))
      : 0;
    const answered = containsList(field.type) ? times * listSize : times;
    const below = getNamedType(field.type);
    const inner =
      node.selectionSet && isSelectedType(below) ? costOf(below, node.selectionSet, answered, listSize) : 0;
    return answered + times * (added + conditions + read) + inner;
  };

  const root = schema.getRootType(operation.operation);
  return root ? costOf(root, operation.selectionSet, 1) : 0;
}

const isSelectedType = (type: unknown): type is SelectedType => isObjectType(type) || isInterfaceType(type);

/** Returns the size that the arguments of a field set for its list, or for the list below it. */
function sizeOf(
  type: SelectedType,
  field: GraphQLField<unknown, unknown>,
  values: Values,
  parentSize: number | undefined,
): number {
  const { size = isGeneratedList(field) ? generatedSize(field) : 'first' } = ruleOf(type.name, field.name);
  if (typeof size === 'number') return size;
  if (size === 'parent') return parentSize ?? DEFAULT_LIST_SIZE;
  const given = values[size];
  const asked = Math.max(1, typeof given === 'number' ? given : DEFAULT_LIST_SIZE);
  return Math.min(asked, countOfIds(field, values.where));
}

const generatedSize = ({ name, args }: GraphQLField<unknown, unknown>) =>
  name === 'edges' ? 'parent' : args.some((arg) => arg.name === 'limit') ? 'limit' : 'first';

function valuesOf(...given: Parameters<typeof getArgumentValues>): Values {
  try {
    return getArgumentValues(...given);
  } catch {
    // Validation and execution refuse invalid arguments, with a message.
    return {};
  }
}
