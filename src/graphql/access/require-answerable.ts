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
 * Refuses what GraphQL allows and @neo4j/graphql cannot answer: on connections, edges and aggregates, one field
 * under two names, and a selection of nothing but __typename. It would fail, or ask for Cypher that is none.
 * @throws AppError BAD_USER_INPUT with the way out
 */
export function requireAnswerable(info: GraphQLResolveInfo): void {
  const check = (type: GraphQLObjectType, nodes: readonly FieldNode[], parent: GraphQLObjectType): void => {
    const fields = new Map<string, FieldNode[]>();
    for (const { selectionSet } of nodes) collect(selectionSet, fields);
    const names = [...fields.values()].map(([node]) => node.name.value);
    if (isGenerated(type.name) || isGenerated(parent.name)) requireField(type, names);
    if (isGenerated(type.name)) requireOneName(type, names);
    for (const below of fields.values()) descend(type, below);
  };
  const descend = (type: GraphQLObjectType, nodes: readonly FieldNode[]): void => {
    const field = type.getFields()[nodes[0].name.value];
    const below = field && getNamedType(field.type);
    if (isObjectType(below)) check(below, nodes, type);
  };
  /** The fields that are not left out, by the name that the client gives each; there are no abstract types here. */
  const collect = (selected: SelectionSetNode | undefined, into: Map<string, FieldNode[]>): void => {
    for (const node of selected?.selections ?? []) {
      if (isLeftOut(node, info.variableValues)) continue;
      if (node.kind === Kind.FIELD) {
        const name = (node.alias ?? node.name).value;
        into.set(name, [...(into.get(name) ?? []), node]);
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
  throw new AppError('BAD_USER_INPUT', `Select a field of ${type} beside __typename.`);
}

function requireOneName({ name: type }: GraphQLObjectType, names: readonly string[]): void {
  const twice = names.find((name, place) => name !== '__typename' && names.indexOf(name) !== place);
  if (!twice) return;
  throw new AppError(
    'BAD_USER_INPUT',
    `${type}.${twice} can be selected under one name only. Leave the other alias out.`,
  );
}
