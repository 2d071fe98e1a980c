import { collectSubFields } from '@graphql-tools/utils';
import {
  type FieldNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type InlineFragmentNode,
  isAbstractType,
  isObjectType,
  Kind,
  type SelectionNode,
} from 'graphql';

type Info = Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'variableValues'>;

/** Returns the part of a selection that applies to one object type, without the fragments of other types. */
export const selectionsFor = (
  typeName: string,
  selections: readonly SelectionNode[],
  info: Info,
): SelectionNode[] =>
  selections.flatMap((node): SelectionNode[] => {
    if (node.kind === Kind.FIELD) return [node];
    const { typeCondition, selectionSet } = contentOf(node, info);
    if (!applies(typeCondition?.name.value, typeName, info)) return [];
    const selected = selectionsFor(typeName, selectionSet.selections, info);
    if (selected.length === 0) return [];
    return [
      {
        kind: Kind.INLINE_FRAGMENT,
        directives: node.directives,
        selectionSet: { kind: Kind.SELECTION_SET, selections: selected },
      },
    ];
  });

/**
 * Returns the fields that a query selects from an object type, by response key, without those that a directive leaves
 * out.
 * @param nodes the fields that return the type
 */
export const selectedFields = (
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
  { schema, fragments, variableValues }: Info,
): ReadonlyMap<string, readonly FieldNode[]> =>
  collectSubFields(schema, fragments, { coerced: variableValues, sources: {} }, type, [...nodes]).fields;

const contentOf = (
  node: InlineFragmentNode | FragmentSpreadNode,
  { fragments }: Info,
): InlineFragmentNode | FragmentDefinitionNode =>
  node.kind === Kind.INLINE_FRAGMENT ? node : fragments[node.name.value];

/** Whether a fragment applies to an object type. */
function applies(condition: string | undefined, typeName: string, { schema }: Info): boolean {
  if (condition === undefined || condition === typeName) return true;
  const [abstract, type] = [schema.getType(condition), schema.getType(typeName)];
  return isAbstractType(abstract) && isObjectType(type) && schema.isSubType(abstract, type);
}
