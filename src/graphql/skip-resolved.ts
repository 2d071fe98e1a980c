import { MapperKind, mapSchema } from '@graphql-tools/utils';
import { defaultFieldResolver, type GraphQLFieldConfig, type GraphQLSchema } from 'graphql';

const resolved = new WeakSet<object>();

/** Marks objects and all nested objects as resolved: their fields are stored by response key. */
export function markResolved(value: unknown): void {
  if (Array.isArray(value)) return value.forEach(markResolved);
  if (value === null || typeof value !== 'object' || value instanceof Error || resolved.has(value)) return;
  resolved.add(value);
  Object.values(value).forEach(markResolved);
}

/**
 * Copies a schema so that it does not resolve marked objects again. `hydrate` requests a node with everything that is
 * selected below it, so a custom field such as Film.neighbors already has its value. Resolving it again would cost
 * twice, and would fail if the client did not select the node's id.
 */
export function skipResolved(schema: GraphQLSchema): GraphQLSchema {
  return mapSchema(schema, {
    [MapperKind.OBJECT_FIELD]: (field: GraphQLFieldConfig<unknown, unknown>) => {
      const resolve = field.resolve ?? defaultFieldResolver;
      return {
        ...field,
        resolve: (parent, values, context, info) =>
          isResolved(parent) ? parent[info.path.key] : resolve(parent, values, context, info),
      };
    },
  });
}

const isResolved = (parent: unknown): parent is Record<string, unknown> =>
  typeof parent === 'object' && parent !== null && resolved.has(parent);
