import {
  type FieldNode,
  getNamedType,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  isAbstractType,
  isObjectType,
} from 'graphql';
import { AppError } from '../../app-error';
import { selectedFields } from '../selections-for';
import { isGenerated } from './generated-types';

/**
 * Refuses selections that are valid in GraphQL but that @neo4j/graphql cannot resolve: on connections, edges and
 * aggregates, one field under two aliases, and a selection of `__typename` only.
 * @throws AppError BAD_USER_INPUT with an alternative
 */
export function requireAnswerable(info: GraphQLResolveInfo): void {
  const check = (type: GraphQLObjectType, nodes: readonly FieldNode[], parent: GraphQLObjectType): void => {
    const fields = selectedFields(type, nodes, info);
    const names = [...fields.values()].map(([node]) => node.name.value);
    if (isGenerated(type.name) || isGenerated(parent.name)) requireField(type, names);
    if (isGenerated(type.name)) requireOneAlias(type, names);
    for (const below of fields.values()) descend(type, below);
  };
  const descend = (type: GraphQLObjectType, nodes: readonly FieldNode[]): void => {
    const field = type.getFields()[nodes[0].name.value];
    const below = field && getNamedType(field.type);
    const types = isAbstractType(below) ? info.schema.getPossibleTypes(below) : [below];
    for (const possible of types) if (isObjectType(possible)) check(possible, nodes, type);
  };
  descend(info.parentType, info.fieldNodes);
}

function requireField({ name: type }: GraphQLObjectType, names: readonly string[]): void {
  if (names.some((name) => name !== '__typename')) return;
  throw new AppError('BAD_USER_INPUT', `Select at least one field of ${type} other than __typename.`);
}

function requireOneAlias({ name: type }: GraphQLObjectType, names: readonly string[]): void {
  const twice = names.find((name, index) => name !== '__typename' && names.indexOf(name) !== index);
  if (!twice) return;
  throw new AppError('BAD_USER_INPUT', `Select ${type}.${twice} only once, under one alias.`);
}
