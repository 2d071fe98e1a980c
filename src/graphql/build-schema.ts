import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Neo4jGraphQL } from '@neo4j/graphql';
import { type DocumentNode, type GraphQLSchema, Kind, parse, visit } from 'graphql';
import type { Driver } from 'neo4j-driver';
import type { Graph } from '../graph/graph';
import { createGraphModel } from '../graph/graph-model';
import { guardSchema } from './access/guard-schema';
import { adaptDriver, createCypherAdapter } from './adapt-cypher';
import { describeGenerated } from './describe-generated';
import { MAX_HYDRATED, MAX_SHARED_IDS } from './hydrate';
import { nameFields } from './name-fields';
import { addNode, splitNode } from './node-interface';
import { refuseUnsupported } from './refuse-unsupported';
import { nodeResolvers } from './resolvers/node';
import { resolvers } from './resolvers/resolvers';
import type { Schemas } from './schemas';
import { skipResolved } from './skip-resolved';

/** schema.graphql at the project's root; the path is the same from src/ and from dist/. */
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

/** Builds all schemas for a graph. Without a graph they can be printed, but not executed. */
export async function buildSchemas(graph?: Pick<Graph, 'driver' | 'model'>): Promise<Schemas> {
  const model = graph?.model ?? createGraphModel();
  const driver = graph && adaptDriver(graph.driver, createCypherAdapter(model));
  const typeDefs = nameFields(parse(readFileSync(TYPE_DEFINITIONS, 'utf8')), model);
  const [generated, hydrating, filters] = await Promise.all([
    build(typeDefs, driver),
    build(withLimit(typeDefs, MAX_HYDRATED + MAX_SHARED_IDS), driver),
    build(withoutLimits(typeDefs), driver),
  ]);
  return {
    api: guardSchema(skipResolved(describeGenerated(generated))),
    inner: skipResolved(hydrating),
    filters,
  };
}

async function build(typeDefs: DocumentNode, driver?: Driver): Promise<GraphQLSchema> {
  // Every context has a verified `jwt`, which takes precedence. With a random key no other token is valid.
  const features = { ...FEATURES, authorization: { key: randomUUID() } };
  const { withoutNode, extension } = splitNode(typeDefs);
  const generated = new Neo4jGraphQL({ typeDefs: withoutNode, driver, resolvers, features });
  return refuseUnsupported(addNode(await generated.getSchema(), extension, nodeResolvers));
}

/** Raises the max length of lists, but not the default length. */
const withLimit = (typeDefs: DocumentNode, max: number): DocumentNode =>
  visit(typeDefs, {
    [Kind.DIRECTIVE]: {
      enter: (directive) => (directive.name.value === 'limit' ? undefined : false),
    },
    [Kind.ARGUMENT]: (argument) =>
      argument.name.value === 'max'
        ? { ...argument, value: { kind: Kind.INT, value: String(max) } }
        : undefined,
  });

const withoutLimits = (typeDefs: DocumentNode): DocumentNode =>
  visit(typeDefs, {
    [Kind.DIRECTIVE]: (directive) => (directive.name.value === 'limit' ? null : undefined),
  });
