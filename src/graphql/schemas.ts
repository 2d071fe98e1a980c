import type { GraphQLSchema } from 'graphql';

/** The schemas that execute requests. */
export interface Schemas {
  /** The schema of clients: the type definitions, augmented by @neo4j/graphql, with the access rules. */
  readonly api: GraphQLSchema;
  /** The same without access rules and with longer lists: fills nodes from ids after `api` has let a request through. */
  readonly inner: GraphQLSchema;
  /** The same without list limits: finds the films that a FilmWhere selects. */
  readonly filters: GraphQLSchema;
}
