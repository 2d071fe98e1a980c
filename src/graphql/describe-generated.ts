import {
  type GraphQLNamedType,
  type GraphQLSchema,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';

/**
 * Adds descriptions to the types, fields and arguments that @neo4j/graphql generates without one. Types are matched
 * by the ending of their name, fields and arguments by their name. Changes the schema in place and returns it.
 * @throws Error naming every element that no rule describes, so that new names in a later version are noticed
 */
export function describeGenerated(schema: GraphQLSchema): GraphQLSchema {
  const undescribed: string[] = [];
  const describe = (target: { description?: string | null }, path: string, words: string | undefined) => {
    target.description ||= words ?? '';
    if (!target.description) undescribed.push(path);
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__') || !hasFields(type)) continue;
    describe(type, type.name, describeType(type.name));
    for (const field of Object.values(type.getFields())) {
      const path = `${type.name}.${field.name}`;
      const words = isInputObjectType(type) ? CONDITIONS[field.name] : undefined;
      describe(field, path, words ?? FIELDS[field.name] ?? describeProperty(schema, type.name, field.name));
      for (const argument of 'args' in field ? field.args : []) {
        describe(argument, `${path}(${argument.name}:)`, ARGUMENTS[argument.name]);
      }
    }
  }
  if (undescribed.length) throw new Error(`No description for ${undescribed.join(', ')}`);
  return schema;
}

const hasFields = (type: GraphQLNamedType) =>
  isObjectType(type) || isInputObjectType(type) || isInterfaceType(type);

const TYPES: readonly [RegExp, string][] = [
  [/^Query$/, 'The queries of the API.'],
  [/^Mutation$/, 'The mutations of the API.'],
  [/^Subscription$/, 'The subscriptions of the API.'],
  [/^(Count|CountConnection)$/, 'The number of matching nodes.'],
  [/ConnectionAggregationCountFilterInput$/, 'Conditions on the number of related nodes.'],
  [/ScalarFilters$/, 'Conditions on a single value.'],
  [/ScalarAggregationFilters$/, 'Conditions on an aggregated value.'],
  [/^(Actor|Category|Customer|Film)Aggregate$/, 'Aggregated values of all nodes in the list.'],
  [/EdgeAggregateSelection$/, 'Aggregated values of relationship properties.'],
  [/Aggregate(Selection|Node)?$/, 'Aggregated values of many nodes.'],
  [/AggregateInput$|AggregationWhereInput$/, 'Conditions on aggregated values of related nodes.'],
  [
    /ConnectionFilters$|RelationshipFilters$/,
    'Conditions on related nodes: all, some, single or none must match.',
  ],
  [/Sort$/, 'The sort order of a list. Each item sorts by one field.'],
  [/Where$/, 'Conditions that must all be true.'],
  [/Connection$/, 'A page of a list, with cursors to fetch the next page.'],
  [/Edge$|Relationship$/, 'A node and its cursor in a list.'],
];

const describeType = (name: string) => TYPES.find(([ending]) => ending.test(name))?.[1];

const FIELDS: Readonly<Record<string, string>> = {
  AND: 'All of these conditions must be true.',
  OR: 'At least one of these conditions must be true.',
  NOT: 'This condition must be false.',
  aggregate: 'Aggregated values of the whole list, not only of this page.',
  average: 'The mean value.',
  averageLength: 'The mean length in characters.',
  contains: 'Contains this text.',
  count: 'The number of matching nodes.',
  cursor: 'The cursor of this node. Pass it to `after` to fetch the nodes that follow.',
  edge: 'The properties of the relationship.',
  edges: 'The nodes of this page with their cursors.',
  endCursor: 'The cursor of the last node of this page.',
  endsWith: 'Ends with this text.',
  eq: 'Equal to this value.',
  gt: 'Greater than this value.',
  gte: 'Greater than or equal to this value.',
  hasNextPage: 'Whether there are more nodes after this page.',
  hasPreviousPage: 'Whether there are nodes before this page.',
  in: 'Equal to one of these values.',
  longest: 'The longest text.',
  longestLength: 'The length of the longest text in characters.',
  lt: 'Less than this value.',
  lte: 'Less than or equal to this value.',
  max: 'The maximum value.',
  min: 'The minimum value.',
  node: 'The node.',
  nodes: 'The nodes.',
  pageInfo: 'The position of this page in the whole list.',
  properties: 'The properties of the relationship.',
  shortest: 'The shortest text.',
  shortestLength: 'The length of the shortest text in characters.',
  startCursor: 'The cursor of the first node of this page.',
  startsWith: 'Starts with this text.',
  sum: 'The sum of the values.',
  totalCount: 'The number of nodes in the whole list.',
  actorsConnection: 'A paginated list of actors.',
  categoriesConnection: 'A paginated list of categories.',
  customersConnection: 'A paginated list of customers.',
  fanOfConnection: 'A paginated list of the actors the customer is a fan of.',
  filmsConnection: 'A paginated list of films.',
  rentedConnection:
    'A paginated list of the films the customer has rented, with the date and number of rentals.',
  actors: 'Lists actors that match the conditions.',
  categories: 'Lists categories that match the conditions.',
  customers: 'Lists customers that match the conditions.',
  films: 'Lists films that match the conditions.',
};

/** Fields of input types, if they differ from the fields of the same name in {@link FIELDS}. */
const CONDITIONS: Readonly<Record<string, string>> = {
  actors: 'Conditions on the actors of the film.',
  actorsConnection: 'Conditions on the relationships to actors.',
  categories: 'Conditions on the categories of the film.',
  categoriesConnection: 'Conditions on the relationships to categories.',
  fanOf: 'Conditions on the actors the customer is a fan of.',
  fanOfConnection: 'Conditions on the relationships to those actors.',
  films: 'Conditions on related films.',
  filmsConnection: 'Conditions on the relationships to films.',
  rented: 'Conditions on the films the customer has rented.',
  rentedConnection: 'Conditions on the rentals of the customer.',
};

const ARGUMENTS: Readonly<Record<string, string>> = {
  after: 'Return the nodes after this cursor.',
  first: 'The maximum number of nodes per page.',
  limit: 'The maximum number of nodes to return.',
  offset: 'The number of nodes to skip.',
  sort: 'The sort order.',
  where: 'Conditions that the nodes must meet.',
};

/** Returns the description of a node or relationship property, for its use in filters, sorts and aggregates. */
function describeProperty(schema: GraphQLSchema, typeName: string, fieldName: string): string | undefined {
  const owners = ['Film', 'Actor', 'Category', 'Customer', 'CustomerRentedRelationship', 'Rented'];
  const sameStem = owners.filter((owner) => typeName.includes(owner));
  for (const owner of [...sameStem, ...owners]) {
    const type = schema.getType(owner);
    const description = isObjectType(type) ? type.getFields()[fieldName]?.description : undefined;
    if (description) return description;
  }
  return undefined;
}
