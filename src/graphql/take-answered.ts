import type { GraphQLFieldResolver } from 'graphql';

type FieldResolver = GraphQLFieldResolver<never, never>;
type Fields = Readonly<Record<string, FieldResolver>>;

const answered = new WeakSet<object>();

/** Marks objects, and all below them, as an answer of this schema: each field stands there under its response key. */
export function markAnswered(value: unknown): void {
  if (Array.isArray(value)) return value.forEach(markAnswered);
  if (value === null || typeof value !== 'object' || value instanceof Error || answered.has(value)) return;
  answered.add(value);
  Object.values(value).forEach(markAnswered);
}

/**
 * Lets resolvers pass over what is answered already. `hydrate` asks this same schema for a node and for all that
 * is selected below it, so a field of ours below a hydrated node, such as Film.neighbors, has its answer when it
 * is resolved here; to resolve it again would cost twice, and would lack the node's id where the client left it out.
 */
export function takeAnswered<Types extends object>(resolvers: Types): Types {
  const wrapFields = (fields: Fields) =>
    Object.fromEntries(Object.entries(fields).map(([name, resolve]) => [name, wrap(resolve)]));
  return Object.fromEntries(
    Object.entries(resolvers).map(([type, fields]) => [type, wrapFields(fields as Fields)]),
  ) as Types;
}

const wrap =
  (resolve: FieldResolver): FieldResolver =>
  (parent: object | undefined, fieldArguments, context, info) => {
    if (!parent || !answered.has(parent)) return resolve(parent as never, fieldArguments, context, info);
    const [{ alias, name }] = info.fieldNodes;
    return (parent as Record<string, unknown>)[(alias ?? name).value];
  };
