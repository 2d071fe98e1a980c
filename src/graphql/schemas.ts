import type { GraphQLSchema } from 'graphql';

/** The schemas that execute requests. */
export interface Schemas {
  /** The schema of clients: the type definitions, augmented by @neo4j/graphql, with the access rules. */
  readonly api: GraphQLSchema;
  /** The same without access rules and with longer lists: loads nodes by id after `api` has checked the request. */
  readonly inner: GraphQLSchema;
  /** The same without list limits: finds the films that a FilmWhere selects. */
  readonly filters: GraphQLSchema;
}
