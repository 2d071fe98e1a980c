import {
  type FieldNode,
  type FragmentDefinitionNode,
  getArgumentValues,
  getNamedType,
  type GraphQLArgument,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  isInterfaceType,
  isObjectType,
  Kind,
  type NamedTypeNode,
  type SelectionSetNode,
} from 'graphql';
import { AppError } from '../../app-error';
import { isGeneratedList } from '../limits/generated-list';
import { OWNER, rolesOf } from './access-table';
import { checkPage } from './check-page';
import { checkValue } from './check-value';
import type { Viewer } from './viewer';

/** A type with fields. */
type SelectedType = GraphQLObjectType | GraphQLInterfaceType;

/**
 * Checks that a viewer may read every field at and below a root field, and set every input field in its literals and
 * variables. Also checks fields that @skip and @include leave out.
 * @throws AppError UNAUTHENTICATED for an anonymous viewer, FORBIDDEN for any other viewer, BAD_USER_INPUT for a value
 * that the graph cannot evaluate
 */
export function requireAccess(viewer: Viewer, info: GraphQLResolveInfo): void {
  const checked = new Set<FragmentDefinitionNode>();

  const checkSelections = (type: SelectedType, { selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) checkField(type, selection);
      else if (selection.kind === Kind.INLINE_FRAGMENT)
        checkSelections(narrow(type, selection.typeCondition), selection.selectionSet);
      else checkFragment(type, info.fragments[selection.name.value]);
    }
  };
  const checkFragment = (type: SelectedType, fragment: FragmentDefinitionNode): void => {
    if (checked.has(fragment)) return;
    checked.add(fragment);
    checkSelections(narrow(type, fragment.typeCondition), fragment.selectionSet);
  };
  /** Returns the type condition of a fragment. */
  const narrow = (type: SelectedType, condition: NamedTypeNode | undefined): SelectedType => {
    const named = condition && info.schema.getType(condition.name.value);
    return isObjectType(named) || isInterfaceType(named) ? named : type;
  };
  const checkField = (type: SelectedType, node: FieldNode): void => {
    const field = type.getFields()[node.name.value];
    // In a valid operation, any other field belongs to introspection, which is open to everyone.
    if (!field) return;
    requireRole(viewer, type.name, field.name);
    if (node.arguments?.length) {
      const values = getArgumentValues(field, node, info.variableValues);
      requireOwner(viewer, `${type.name}.${field.name}`, values);
      if (isGeneratedList(field)) checkPage(values, type === info.parentType);
      checkArguments(field.args, values);
    }
    const below = getNamedType(field.type);
    if (node.selectionSet && (isObjectType(below) || isInterfaceType(below)))
      checkSelections(below, node.selectionSet);
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

/**
 * Checks that a viewer may read a field or set an input field.
 * @throws AppError UNAUTHENTICATED or FORBIDDEN
 */
export function requireRole(viewer: Viewer, typeName: string, fieldName: string): void {
  const roles = rolesOf(typeName, fieldName) ?? [];
  if (!roles.includes(viewer.role)) throw refuse(viewer, `${typeName}.${fieldName}`, roles);
}

function requireOwner(viewer: Viewer, field: string, values: Record<string, unknown>): void {
  if (viewer.role !== 'customer' || !Object.hasOwn(OWNER, field)) return;
  if (OWNER[field](values) === viewer.customerId) return;
  throw new AppError('FORBIDDEN', `${field} is limited to the customer in the token.`);
}

/** Creates the error for a viewer who does not have any of the required roles. */
export function refuse({ role }: Viewer, what: string, roles: readonly string[]): AppError {
  return role === 'anonymous'
    ? new AppError('UNAUTHENTICATED', `${what} requires a token with one of the roles: ${roles.join(', ')}.`)
    : new AppError(
        'FORBIDDEN',
        `${what} requires one of the roles: ${roles.join(', ')}. Your role is ${role}.`,
      );
}
