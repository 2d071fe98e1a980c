import type { GraphQLSchema } from 'graphql';
import type { FilmCatalogue } from '../recommender/film-catalogue';
import type { Recommender } from '../recommender/recommender';
import { createHistoryLoader, type HistoryLoader } from './loaders/history-loader';
import { createQualifyingLoader, type QualifyingLoader } from './loaders/qualifying-loader';
import { createReasonLoader, type ReasonLoader } from './loaders/reason-loader';
import { createScoreLoader, type ScoreLoader } from './loaders/score-loader';

/** What every resolver of one request shares. */
export interface Context {
  /** Read by @neo4j/graphql. */
  readonly sessionConfig: { database?: string };
  readonly recommender: Recommender;
  /** The films that this request speaks of: one catalogue from its first resolver to its last. */
  readonly catalogue: () => Promise<FilmCatalogue>;
  readonly histories: HistoryLoader;
  readonly scores: ScoreLoader;
  readonly qualifying: QualifyingLoader;
  readonly reasons: ReasonLoader;
}

/** A context for one request: its loaders see each thing once. `filters` answers FilmWhere without list limits. */
export function createContext(recommender: Recommender, filters: GraphQLSchema): Context {
  const { graph } = recommender;
  const sessionConfig = { database: graph.database };
  let catalogue: Promise<FilmCatalogue> | undefined;
  const oneCatalogue = () => (catalogue ??= recommender.catalogue());
  return {
    sessionConfig,
    recommender,
    catalogue: oneCatalogue,
    histories: createHistoryLoader(graph, oneCatalogue),
    scores: createScoreLoader(recommender, oneCatalogue),
    qualifying: createQualifyingLoader(filters, { sessionConfig }),
    reasons: createReasonLoader(graph),
  };
}
