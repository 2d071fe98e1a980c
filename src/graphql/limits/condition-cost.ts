import { getNamedType, getNullableType, type GraphQLInputType, isInputObjectType, isListType } from 'graphql';

/** How many related nodes a condition on a relationship is tried on, for one node. */
const RELATED_NODES = 25;

/** Inputs that lead from a node to related ones, as @neo4j/graphql names them. */
const LEADS_TO_RELATED = /(Relationship|Connection)Filters$/;

/**
 * Returns the points of cost of a condition, for each node that it is tried on: one for each compared value, times
 * RELATED_NODES for each relationship that leads there. `all` and `single` look at every related node, and `some`
 * and `none` do so if no node matches.
 */
export function conditionCost(inputType: GraphQLInputType, value: unknown): number {
  if (value === undefined || value === null) return 0;
  const type = getNullableType(inputType);
  if (isListType(type)) {
    if (!Array.isArray(value)) return conditionCost(type.ofType, value);
    return value.reduce<number>((sum, entry) => sum + conditionCost(type.ofType, entry), 0);
  }
  if (!isInputObjectType(type) || typeof value !== 'object') return 1;
  const fields = type.getFields();
  let cost = 0;
  for (const [name, entry] of Object.entries(value)) {
    if (fields[name]) cost += conditionCost(fields[name].type, entry);
  }
  // An empty condition on a relationship is tried on the related nodes, too.
  return LEADS_TO_RELATED.test(getNamedType(type).name) ? RELATED_NODES * Math.max(1, cost) : cost;
}
