import {
  type FieldNode,
  type FragmentDefinitionNode,
  getArgumentValues,
  getNamedType,
  type GraphQLArgument,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { AppError } from '../../app-error';
import { OWNER, rolesOf } from './access-table';
import { checkValue } from './check-value';
import type { Viewer } from './viewer';

/**
 * Makes sure that a viewer may read everything that is selected at and below a root field, and may give every
 * input field that is given there, as literal or as variable, whatever @skip and @include say.
 * @throws AppError UNAUTHENTICATED for an anonymous viewer, FORBIDDEN for another, BAD_USER_INPUT for a value
 * that would make no sense to the graph
 */
export function requireAccess(viewer: Viewer, info: GraphQLResolveInfo): void {
  const passed = new Set<FragmentDefinitionNode>();

  const checkSelections = (type: GraphQLObjectType, { selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) checkField(type, selection);
      else if (selection.kind === Kind.INLINE_FRAGMENT) checkSelections(type, selection.selectionSet);
      else checkFragment(type, info.fragments[selection.name.value]);
    }
  };
  const checkFragment = (type: GraphQLObjectType, fragment: FragmentDefinitionNode): void => {
    if (passed.has(fragment)) return;
    passed.add(fragment);
    checkSelections(type, fragment.selectionSet);
  };
  const checkField = (type: GraphQLObjectType, node: FieldNode): void => {
    const field = type.getFields()[node.name.value];
    // The only fields that a valid operation selects beside a type's own begin with __ and tell of the schema.
    if (!field) return;
    requireRole(viewer, type.name, field.name);
    if (node.arguments?.length) {
      const values = getArgumentValues(field, node, info.variableValues);
      requireOwner(viewer, `${type.name}.${field.name}`, values);
      checkArguments(field.args, values);
    }
    const below = getNamedType(field.type);
    if (node.selectionSet && isObjectType(below)) checkSelections(below, node.selectionSet);
  };
  const checkArguments = (definitions: readonly GraphQLArgument[], values: Record<string, unknown>): void => {
    for (const { name, type } of definitions) {
      checkValue(type, values[name], name, (inputType, inputField) =>
        requireRole(viewer, inputType, inputField),
      );
    }
  };

  for (const node of info.fieldNodes) checkField(info.parentType, node);
}

function requireRole(viewer: Viewer, typeName: string, fieldName: string): void {
  const roles = rolesOf(typeName, fieldName) ?? [];
  if (!roles.includes(viewer.role)) throw refusal(viewer, `${typeName}.${fieldName}`, roles.join(', '));
}

function requireOwner(viewer: Viewer, field: string, values: Record<string, unknown>): void {
  if (viewer.role !== 'customer' || !Object.hasOwn(OWNER, field)) return;
  if (OWNER[field](values) === viewer.customerId) return;
  throw new AppError('FORBIDDEN', `A customer's token opens ${field} for this customer only.`);
}

function refusal({ role }: Viewer, field: string, roles: string): AppError {
  return role === 'anonymous'
    ? new AppError('UNAUTHENTICATED', `${field} needs a token with one of the roles ${roles}.`)
    : new AppError('FORBIDDEN', `${field} is for the roles ${roles}; the token's role is ${role}.`);
}
