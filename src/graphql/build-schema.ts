import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Neo4jGraphQL } from '@neo4j/graphql';
import { type DocumentNode, type GraphQLSchema, Kind, parse, visit } from 'graphql';
import type { Driver } from 'neo4j-driver';
import { describeGenerated } from './describe-generated';
import { resolvers } from './resolvers/resolvers';

/** schema.graphql at the project's root, the same seen from src/ and from dist/. */
const TYPE_DEFINITIONS = join(__dirname, '..', '..', 'schema.graphql');

const FEATURES = {
  excludeDeprecatedFields: {
    mutationOperations: true,
    aggregationFilters: true,
    aggregationFiltersOutsideConnection: true,
    relationshipFilters: true,
    attributeFilters: true,
  },
};

/** The schemas that answer requests. */
export interface Schemas {
  /** What clients see: the type definitions, augmented by @neo4j/graphql. */
  api: GraphQLSchema;
  /** The same without list limits, to ask the service's own questions: which films does a FilmWhere let through? */
  filters: GraphQLSchema;
}

/** Builds both schemas. Without a driver they can be printed but not asked. */
export async function buildSchemas(driver?: Driver): Promise<Schemas> {
  const typeDefs = parse(readFileSync(TYPE_DEFINITIONS, 'utf8'));
  const [api, filters] = await Promise.all([build(typeDefs, driver), build(withoutLimits(typeDefs), driver)]);
  return { api: describeGenerated(api), filters };
}

function build(typeDefs: DocumentNode, driver?: Driver): Promise<GraphQLSchema> {
  return new Neo4jGraphQL({ typeDefs, driver, resolvers, features: FEATURES }).getSchema();
}

const withoutLimits = (typeDefs: DocumentNode): DocumentNode =>
  visit(typeDefs, {
    [Kind.DIRECTIVE]: (directive) => (directive.name.value === 'limit' ? null : undefined),
  });
