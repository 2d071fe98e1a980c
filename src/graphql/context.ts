import type { GraphSession } from '../graph/graph';
import type { FilmCatalogue } from '../recommender/films/film-catalogue';
import type { Recommender } from '../recommender/recommender';
import type { Viewer } from './access/viewer';
import type { Schemas } from './build-schema';
import { createHistoryLoader, type HistoryLoader } from './loaders/history-loader';
import { createQualifyingLoader, type QualifyingLoader } from './loaders/qualifying-loader';
import { createReasonLoader, type ReasonLoader } from './loaders/reason-loader';
import { createScoreLoader, type ScoreLoader } from './loaders/score-loader';

/** What every resolver of one request shares. */
export interface Context {
  /** Read by @neo4j/graphql: where to ask, how long a statement may take in milliseconds, whom @authorization means. */
  readonly sessionConfig: GraphSession;
  readonly transaction: { timeout: number };
  readonly jwt: Viewer;
  /** Who asks. */
  readonly viewer: Viewer;
  readonly schemas: Schemas;
  readonly recommender: Recommender;
  /** The films that this request speaks of: one catalogue from its first resolver to its last. */
  readonly catalogue: () => Promise<FilmCatalogue>;
  readonly histories: HistoryLoader;
  readonly scores: ScoreLoader;
  readonly qualifying: QualifyingLoader;
  readonly reasons: ReasonLoader;
}

/** How long a generated statement may take, in milliseconds. */
const STATEMENT_MS = 10_000;

/** A context for one request of one viewer: its loaders see each thing once. */
export function createContext(recommender: Recommender, schemas: Schemas, viewer: Viewer): Context {
  const { graph } = recommender;
  const forNeo4j = {
    sessionConfig: graph.session,
    transaction: { timeout: STATEMENT_MS },
    jwt: viewer,
  };
  let catalogue: Promise<FilmCatalogue> | undefined;
  const oneCatalogue = () => (catalogue ??= recommender.catalogue());
  return {
    ...forNeo4j,
    viewer,
    schemas,
    recommender,
    catalogue: oneCatalogue,
    histories: createHistoryLoader(graph, oneCatalogue),
    scores: createScoreLoader(recommender, oneCatalogue),
    qualifying: createQualifyingLoader(schemas.filters, forNeo4j),
    reasons: createReasonLoader(graph),
  };
}
