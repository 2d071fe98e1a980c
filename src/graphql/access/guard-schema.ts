import { MapperKind, mapSchema } from '@graphql-tools/utils';
import {
  defaultFieldResolver,
  type GraphQLFieldConfig,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
} from 'graphql';
import type { Context } from '../context';
import { rolesOf } from './access-table';
import { requireAccess } from './require-access';
import { requireAnswerable } from './require-answerable';

type Resolve = GraphQLFieldResolver<unknown, Context>;

/**
 * A copy of a schema in which every root field, before it asks anything of anyone, makes sure that the viewer may
 * have all that is selected and given below it. Whatever executes the schema, HTTP, WebSocket or a test, is guarded.
 * @throws Error naming each field for which access-table.ts has no row
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
  const abstract = types.filter((type) => isInterfaceType(type) || isUnionType(type));
  if (abstract.length) throw new Error(`Who may read the abstract type ${abstract[0]} is not decided.`);
  const missing = types
    .filter((type) => isObjectType(type) || isInputObjectType(type))
    .flatMap((type) => Object.keys(type.getFields()).map((field) => [type.name, field]))
    .filter(([type, field]) => !rolesOf(type, field))
    .map((path) => path.join('.'));
  if (missing.length) {
    throw new Error(`No row in src/graphql/access/access-table.ts for ${missing.join(', ')}`);
  }
}
