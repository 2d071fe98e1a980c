import { MapperKind, mapSchema } from '@graphql-tools/utils';
import {
  defaultFieldResolver,
  type GraphQLFieldConfig,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import type { Context } from '../context';
import { rolesOf } from './access-table';
import { requireAccess } from './require-access';
import { requireAnswerable } from './require-answerable';

type Resolve = GraphQLFieldResolver<unknown, Context>;

/**
 * Returns a copy of a schema in which each root field, before it resolves, checks that the viewer may use all fields
 * and input fields below it. The checks apply to every transport.
 * @throws Error that names each field without a row in access-table.ts
 */
export function guardSchema(schema: GraphQLSchema): GraphQLSchema {
  requireRows(schema);
  return mapSchema(schema, {
    [MapperKind.ROOT_FIELD]: (field: GraphQLFieldConfig<unknown, Context>) => ({
      ...field,
      resolve: guard(field.resolve ?? defaultFieldResolver),
      ...(field.subscribe && { subscribe: guard(field.subscribe) }),
    }),
  });
}

const guard =
  (resolve: Resolve): Resolve =>
  (root, values, context, info) => {
    requireAccess(context.viewer, info);
    requireAnswerable(info);
    return resolve(root, values, context, info);
  };

function requireRows(schema: GraphQLSchema): void {
  const types = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('__'));
  const missing = types
    .filter((type) => isObjectType(type) || isInterfaceType(type) || isInputObjectType(type))
    .flatMap((type) => Object.keys(type.getFields()).map((field) => [type.name, field]))
    .filter(([type, field]) => !rolesOf(type, field))
    .map((path) => path.join('.'));
  if (missing.length) {
    throw new Error(`No row in src/graphql/access/access-table.ts for ${missing.join(', ')}`);
  }
}
