import {
  type FieldNode,
  getDirectiveValues,
  getNamedType,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  GraphQLSkipDirective,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { AppError } from '../../app-error';
import { isGenerated } from './access-table';

/**
 * Refuses selections that GraphQL allows and @neo4j/graphql cannot answer. On connections, edges and aggregates
 * these are one field under two aliases, and a selection of `__typename` alone.
 * @throws AppError BAD_USER_INPUT with a way to ask differently
 */
export function requireAnswerable(info: GraphQLResolveInfo): void {
  const check = (type: GraphQLObjectType, nodes: readonly FieldNode[], parent: GraphQLObjectType): void => {
    const fields = new Map<string, FieldNode[]>();
    for (const { selectionSet } of nodes) collect(selectionSet, fields);
    const names = [...fields.values()].map(([node]) => node.name.value);
    if (isGenerated(type.name) || isGenerated(parent.name)) requireField(type, names);
    if (isGenerated(type.name)) requireOneAlias(type, names);
    for (const below of fields.values()) descend(type, below);
  };
  const descend = (type: GraphQLObjectType, nodes: readonly FieldNode[]): void => {
    const field = type.getFields()[nodes[0].name.value];
    const below = field && getNamedType(field.type);
    if (isObjectType(below)) check(below, nodes, type);
  };
  /** Collects the selected fields by response key, without those that a directive leaves out. The schema has no abstract types. */
  const collect = (selected: SelectionSetNode | undefined, into: Map<string, FieldNode[]>): void => {
    for (const node of selected?.selections ?? []) {
      if (isLeftOut(node, info.variableValues)) continue;
      if (node.kind === Kind.FIELD) {
        const key = (node.alias ?? node.name).value;
        into.set(key, [...(into.get(key) ?? []), node]);
      } else if (node.kind === Kind.INLINE_FRAGMENT) collect(node.selectionSet, into);
      else collect(info.fragments[node.name.value].selectionSet, into);
    }
  };
  descend(info.parentType, info.fieldNodes);
}

const isLeftOut = (node: SelectionNode, variables: Record<string, unknown>): boolean =>
  getDirectiveValues(GraphQLSkipDirective, node, variables)?.if === true ||
  getDirectiveValues(GraphQLIncludeDirective, node, variables)?.if === false;

function requireField({ name: type }: GraphQLObjectType, names: readonly string[]): void {
  if (names.some((name) => name !== '__typename')) return;
  throw new AppError('BAD_USER_INPUT', `Select at least one field of ${type} other than __typename.`);
}

function requireOneAlias({ name: type }: GraphQLObjectType, names: readonly string[]): void {
  const twice = names.find((name, index) => name !== '__typename' && names.indexOf(name) !== index);
  if (!twice) return;
  throw new AppError('BAD_USER_INPUT', `Select ${type}.${twice} once only, under one alias.`);
}
