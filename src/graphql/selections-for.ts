import {
  type FieldNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  getDirectiveValues,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  GraphQLSkipDirective,
  type InlineFragmentNode,
  isAbstractType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
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

/** Returns the fields that a selection asks of an object type, without those that a directive leaves out. */
export const fieldsOf = (
  type: GraphQLObjectType,
  selected: SelectionSetNode | undefined,
  info: Info,
): FieldNode[] =>
  (selected?.selections ?? []).flatMap((node): FieldNode[] => {
    if (isLeftOut(node, info.variableValues)) return [];
    if (node.kind === Kind.FIELD) return [node];
    const { typeCondition, selectionSet } = contentOf(node, info);
    return applies(typeCondition?.name.value, type.name, info) ? fieldsOf(type, selectionSet, info) : [];
  });

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

const isLeftOut = (node: SelectionNode, variables: Record<string, unknown>): boolean =>
  getDirectiveValues(GraphQLSkipDirective, node, variables)?.if === true ||
  getDirectiveValues(GraphQLIncludeDirective, node, variables)?.if === false;
