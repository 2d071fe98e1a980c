import {
  type GraphQLField,
  type GraphQLOutputType,
  getNamedType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/**
 * Whether @neo4j/graphql generated a list field: nodes, a connection, or the edges of one. The generated ones take
 * `limit` and `sort`, or return a type whose name ends with Connection.
 */
export function isGeneratedList({ name, args, type }: GraphQLField<unknown, unknown>): boolean {
  const { name: typeName } = getNamedType(type);
  if (/Connection$/.test(typeName)) return true;
  if (name === 'edges' && /(Edge|Relationship)$/.test(typeName)) return true;
  return isObjectType(getNamedType(type)) && args.some((arg) => arg.name === 'limit');
}

/** Whether a type is a list, nullable or not. */
export const containsList = (type: GraphQLOutputType): boolean =>
  isNonNullType(type) ? containsList(type.ofType) : isListType(type);

/**
 * Returns how many nodes a condition on unique ids lets through at most, such as 1 for `{filmId: {eq: "7"}}`.
 * Returns Infinity if the condition names no ids.
 */
export function countOfIds(field: GraphQLField<unknown, unknown>, where: unknown): number {
  const type = getNamedType(field.args.find(({ name }) => name === 'where')?.type);
  if (!isInputObjectType(type) || typeof where !== 'object' || where === null) return Infinity;
  // Only ids have filters of this type, and each id is unique in the graph.
  const idFields = Object.values(type.getFields()).filter(
    ({ type: filters }) => getNamedType(filters).name === 'IDScalarFilters',
  );
  const conditions = where as Record<string, { eq?: unknown; in?: unknown } | null>;
  const counts = idFields.map(({ name }) => countOf(conditions[name]));
  const { AND } = where as { AND?: unknown };
  if (Array.isArray(AND)) counts.push(...AND.map((condition) => countOfIds(field, condition)));
  return Math.min(Infinity, ...counts);
}

function countOf(condition: { eq?: unknown; in?: unknown } | null | undefined): number {
  if (typeof condition?.eq === 'string') return 1;
  return Array.isArray(condition?.in) ? condition.in.length : Infinity;
}
