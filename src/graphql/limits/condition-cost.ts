import { getNamedType, getNullableType, type GraphQLInputType, isInputObjectType, isListType } from 'graphql';

/** The assumed number of related nodes that a condition on a relationship is evaluated on, for one node. */
const RELATED_NODES = 25;
/**
 * The factor for a `single` directly inside another `single`. The graph needs about half a second to plan such a pair.
 */
const NESTED_SINGLE = 16;
/** The graph stops copying conditions (see `either`) when there are too many. */
const MAX_COPIES = 16;
/** Keeps the product of clauses finite. */
const MAX_CLAUSES = 1e9;

/** Inputs that lead from a node to related ones, as @neo4j/graphql names them. */
const LEADS_TO_RELATED = /(Relationship|Connection)Filters$/;

/** The cost of a part of a condition. */
interface Cost {
  /** Points of compared values. */
  readonly values: number;
  /** Points of conditions on relationships. */
  readonly related: number;
  /** The number of clauses that must all hold: 2 for `{AND: [a, b]}`, 1 for `{OR: [a, b]}`. */
  readonly clauses: number;
}

/** The context of a part of a condition. */
interface Place {
  /** Inside an odd number of NOTs, where AND and OR swap roles. */
  readonly isNegated: boolean;
  /** Whether the innermost enclosing relationship has the quantifier `single`. */
  readonly isInSingle: boolean;
}

/**
 * Returns the cost in points of evaluating a condition on one node: one for each compared value, times RELATED_NODES
 * for each relationship above it. `all` and `single` look at every related node, and `some` and `none` do so if no node
 * matches. Conditions that take long to plan cost more, see NESTED_SINGLE and `either`.
 */
export function conditionCost(inputType: GraphQLInputType, value: unknown): number {
  const { values, related } = measure(inputType, value, { isNegated: false, isInSingle: false });
  return values + related;
}

function measure(inputType: GraphQLInputType, value: unknown, place: Place): Cost {
  if (value === undefined || value === null) return both([]);
  const type = getNullableType(inputType);
  if (isListType(type)) return both(entriesOf(value).map((entry) => measure(type.ofType, entry, place)));
  if (!isInputObjectType(type) || typeof value !== 'object') return { values: 1, related: 0, clauses: 1 };
  const fields = type.getFields();
  const given = Object.entries(value).filter(([name]) => fields[name]);
  if (LEADS_TO_RELATED.test(getNamedType(type).name)) {
    const parts = given.map(([name, entry]) => relationship(name, fields[name].type, entry, place));
    // An empty condition on a relationship is also evaluated on the related nodes.
    const cost = join('AND', parts, place);
    return { ...cost, related: Math.max(RELATED_NODES, cost.related) };
  }
  const parts = given.map(([name, entry]) => {
    if (name === 'NOT') return measure(fields[name].type, entry, { ...place, isNegated: !place.isNegated });
    if (name !== 'AND' && name !== 'OR') return measure(fields[name].type, entry, place);
    return join(
      name,
      entriesOf(entry).map((each) => measure(type, each, place)),
      place,
    );
  });
  return join('AND', parts, place);
}

/** @param quantifier some, none, all or single */
function relationship(quantifier: string, type: GraphQLInputType, value: unknown, place: Place): Cost {
  // `all` is translated to: some exist, and none of them fails to match.
  const isAll = quantifier === 'all';
  const isSingle = quantifier === 'single';
  const { values, related } = measure(type, value, { isNegated: isAll, isInSingle: isSingle });
  const nested = isSingle && place.isInSingle ? NESTED_SINGLE : 1;
  return {
    values: 0,
    related: RELATED_NODES * nested * Math.max(1, values + related),
    clauses: isAll && !place.isNegated ? 2 : 1,
  };
}

const join = (operator: 'AND' | 'OR', parts: readonly Cost[], { isNegated }: Place): Cost =>
  (operator === 'OR') === isNegated ? both(parts) : either(parts);

const both = (parts: readonly Cost[]): Cost => ({
  values: sum(parts.map(({ values }) => values)),
  related: sum(parts.map(({ related }) => related)),
  clauses: sum(parts.map(({ clauses }) => clauses)),
});

/**
 * The graph plans conditions as clauses that all hold (conjunctive normal form), and copies each part of an OR into the
 * clauses of the other parts: (a AND b) OR c is planned as (a OR c) AND (b OR c).
 */
function either(parts: readonly Cost[]): Cost {
  const clauses = parts.reduce((product, part) => product * Math.max(1, part.clauses), 1);
  const copies = (part: Cost) => Math.min(MAX_COPIES, clauses / Math.max(1, part.clauses));
  return {
    values: sum(parts.map(({ values }) => values)),
    related: sum(parts.map((part) => part.related * copies(part))),
    clauses: Math.min(MAX_CLAUSES, clauses),
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** GraphQL coerces a single value to a list. */
const entriesOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);
