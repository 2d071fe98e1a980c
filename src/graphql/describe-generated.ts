import {
  type GraphQLNamedType,
  type GraphQLSchema,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';

/**
 * Gives a description to whatever @neo4j/graphql generated without one: types by the ending of their name,
 * fields and arguments by their name. The schema itself is changed, and returned.
 * @throws Error naming what no rule describes, so that the next version's new names are noticed
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
      describe(field, path, FIELDS[field.name] ?? describeProperty(schema, type.name, field.name));
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
  [/^Query$/, 'Everything that can be asked.'],
  [/^Mutation$/, 'Everything that can be changed.'],
  [/^Subscription$/, 'Everything that can be followed while it goes on.'],
  [/^(Count|CountConnection)$/, 'How many there are.'],
  [/ConnectionAggregationCountFilterInput$/, 'A condition on how many there are.'],
  [/ScalarFilters$/, 'Conditions on one value.'],
  [/ScalarAggregationFilters$/, 'Conditions on what is computed over many values.'],
  [/^(Actor|Category|Customer|Film)Aggregate$/, 'What is computed over all nodes of a list.'],
  [/EdgeAggregateSelection$/, 'What is computed over the properties of relationships.'],
  [/Aggregate(Selection|Node)?$/, 'What is computed over the values of many nodes.'],
  [/AggregateInput$|AggregationWhereInput$/, 'Conditions on what is computed over related nodes.'],
  [/ConnectionFilters$|RelationshipFilters$/, 'Conditions on related nodes, by how many must meet them.'],
  [/Sort$/, 'The order of a list: one field a sort.'],
  [/Where$/, 'Conditions; all of those given must hold.'],
  [/Connection$/, 'A page of a list, with cursors to ask for the next one.'],
  [/Edge$|Relationship$/, 'A node at its place in a list.'],
];

const describeType = (name: string) => TYPES.find(([ending]) => ending.test(name))?.[1];

const FIELDS: Readonly<Record<string, string>> = {
  AND: 'All of these must hold.',
  OR: 'At least one of these must hold.',
  NOT: 'This must not hold.',
  aggregate: 'What is computed over the whole list, not the page alone.',
  average: 'The mean.',
  averageLength: 'The mean length, in characters.',
  contains: 'Holds this text.',
  count: 'How many there are.',
  cursor: 'Names this place; give it to `after` for what follows.',
  edge: 'The properties of the relationship.',
  edges: 'The nodes of this page at their places.',
  endCursor: 'The cursor of the last node of this page.',
  endsWith: 'Ends with this text.',
  eq: 'Equals this.',
  gt: 'Is greater than this.',
  gte: 'Is this or greater.',
  hasNextPage: 'Whether nodes follow this page.',
  hasPreviousPage: 'Whether nodes come before this page.',
  in: 'Is one of these.',
  longest: 'The longest text.',
  longestLength: 'The length of the longest text, in characters.',
  lt: 'Is less than this.',
  lte: 'Is this or less.',
  max: 'The greatest.',
  min: 'The least.',
  node: 'The node.',
  nodes: 'The nodes.',
  pageInfo: 'Where this page stands in the whole list.',
  properties: 'The properties of the relationship.',
  shortest: 'The shortest text.',
  shortestLength: 'The length of the shortest text, in characters.',
  startCursor: 'The cursor of the first node of this page.',
  startsWith: 'Starts with this text.',
  sum: 'The sum.',
  totalCount: 'How many nodes the whole list has.',
  actorsConnection: 'Actors, page by page.',
  categoriesConnection: 'Categories, page by page.',
  customersConnection: 'Customers, page by page.',
  fanOfConnection: 'The actors of whom the customer is a fan, page by page.',
  filmsConnection: 'Films, page by page.',
  rentedConnection: 'The films that the customer rented, page by page, with when and how often.',
  actors: 'Actors, as the graph holds them.',
  categories: 'Categories, as the graph holds them.',
  customers: 'Customers, as the graph holds them.',
  films: 'Films, as the graph holds them.',
};

const ARGUMENTS: Readonly<Record<string, string>> = {
  after: 'The cursor after which the page starts.',
  first: 'How many nodes the page has at the most.',
  limit: 'How many nodes at the most.',
  offset: 'How many nodes to pass over first.',
  sort: 'The order of the nodes.',
  where: 'Which nodes to take.',
};

/** A property of a node or relationship says in filters, sorts and aggregates what it says where it is defined. */
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
