import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Neo4jGraphQL } from '@neo4j/graphql';
import { type DocumentNode, type GraphQLSchema, Kind, parse, visit } from 'graphql';
import type { Driver } from 'neo4j-driver';
import { guardSchema } from './access/guard-schema';
import { describeGenerated } from './describe-generated';
import { HYDRATED_AT_ONCE } from './hydrated-at-once';
import { takeAnswered } from './take-answered';
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
  /** What clients see: the type definitions, augmented by @neo4j/graphql, each viewer given what is theirs. */
  api: GraphQLSchema;
  /** The same without a guard and with longer lists, to fill node types from ids once the guard of `api` has let a request through. */
  inner: GraphQLSchema;
  /** The same without list limits, to ask the service's own questions: which films does a FilmWhere let through? */
  filters: GraphQLSchema;
}

/** Builds all schemas. Without a driver they can be printed but not asked. */
export async function buildSchemas(driver?: Driver): Promise<Schemas> {
  const typeDefs = parse(readFileSync(TYPE_DEFINITIONS, 'utf8'));
  const [generated, hydrating, filters] = await Promise.all([
    build(typeDefs, driver),
    build(withMost(typeDefs, HYDRATED_AT_ONCE), driver),
    build(withoutLimits(typeDefs), driver),
  ]);
  return {
    api: guardSchema(takeAnswered(describeGenerated(generated))),
    inner: takeAnswered(hydrating),
    filters,
  };
}

function build(typeDefs: DocumentNode, driver?: Driver): Promise<GraphQLSchema> {
  // Every context carries a verified `jwt`, which comes first. With a key that nobody has, nothing else counts.
  const features = { ...FEATURES, authorization: { key: randomUUID() } };
  return new Neo4jGraphQL({ typeDefs, driver, resolvers, features }).getSchema();
}

/** Lists as long as `most` on demand; a list for which nothing is said stays as short as it was. */
const withMost = (typeDefs: DocumentNode, most: number): DocumentNode =>
  visit(typeDefs, {
    [Kind.DIRECTIVE]: {
      enter: (directive) => (directive.name.value === 'limit' ? undefined : false),
    },
    [Kind.ARGUMENT]: (argument) =>
      argument.name.value === 'max'
        ? { ...argument, value: { kind: Kind.INT, value: String(most) } }
        : undefined,
  });

const withoutLimits = (typeDefs: DocumentNode): DocumentNode =>
  visit(typeDefs, {
    [Kind.DIRECTIVE]: (directive) => (directive.name.value === 'limit' ? null : undefined),
  });
