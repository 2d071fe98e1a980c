import { MapperKind, mapSchema } from '@graphql-tools/utils';
import { defaultFieldResolver, type GraphQLFieldConfig, type GraphQLSchema } from 'graphql';

const answered = new WeakSet<object>();

/** Marks objects, and all below them, as an answer of this schema: each field stands there under its response key. */
export function markAnswered(value: unknown): void {
  if (Array.isArray(value)) return value.forEach(markAnswered);
  if (value === null || typeof value !== 'object' || value instanceof Error || answered.has(value)) return;
  answered.add(value);
  Object.values(value).forEach(markAnswered);
}

/**
 * A copy of a schema that passes over what is answered already. `hydrate` asks the schema for a node and for all
 * that is selected below it, so a field of ours below a hydrated node, such as Film.neighbors, has its answer when
 * it is resolved here; to resolve it again would cost twice, and would lack the node's id where the client left it
 * out.
 */
export function takeAnswered(schema: GraphQLSchema): GraphQLSchema {
  return mapSchema(schema, {
    [MapperKind.OBJECT_FIELD]: (field: GraphQLFieldConfig<unknown, unknown>) => {
      const resolve = field.resolve ?? defaultFieldResolver;
      return {
        ...field,
        resolve: (parent, values, context, info) =>
          isAnswered(parent) ? parent[info.path.key] : resolve(parent, values, context, info),
      };
    },
  });
}

const isAnswered = (parent: unknown): parent is Record<string, unknown> =>
  typeof parent === 'object' && parent !== null && answered.has(parent);
