import type { GraphSession } from '../graph/graph';
import type { FilmCatalogue } from '../recommender/films/film-catalogue';
import type { Recommender } from '../recommender/recommender';
import type { RecommendationSources } from '../recommender/serving/recommend';
import type { Viewer } from './access/viewer';
import { createLoaders, type Loaders } from './loaders';
import type { Schemas } from './schemas';

/** The state that the resolvers of one request share. */
export interface Context {
  /** Read by @neo4j/graphql: the session, the timeout of a statement in milliseconds, and the claims of @authorization. */
  readonly sessionConfig: GraphSession;
  readonly transaction: { timeout: number };
  readonly jwt: Viewer;
  /** The caller. */
  readonly viewer: Viewer;
  readonly schemas: Schemas;
  readonly recommender: Recommender;
  /** Returns the same catalogue to all resolvers of the request. */
  readonly catalogue: () => Promise<FilmCatalogue>;
  readonly loaders: Loaders;
  /** The data that the lists of this request share. */
  readonly sources: RecommendationSources;
}

/** How long a generated statement may take, in milliseconds. */
const STATEMENT_MS = 10_000;

/** Creates the context of one request. Its resolvers share the data that they read. */
export function createContext(recommender: Recommender, schemas: Schemas, viewer: Viewer): Context {
  const forNeo4j = {
    sessionConfig: recommender.graph.session,
    transaction: { timeout: STATEMENT_MS },
    jwt: viewer,
  };
  let read: Promise<FilmCatalogue> | undefined;
  const catalogue = () => (read ??= recommender.catalogue());
  const loaders = createLoaders(recommender, catalogue, schemas.filters, forNeo4j);
  return {
    ...forNeo4j,
    viewer,
    schemas,
    recommender,
    catalogue,
    loaders,
    sources: {
      catalogue,
      history: (customer) => loaders.histories.load(customer),
      served: (requested) => loaders.served.load(requested),
      scores: (history, served) => loaders.scores.load(history, served),
      visits: (customer) => loaders.visits.load(customer),
    },
  };
}
