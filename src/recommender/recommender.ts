import type { Graph } from '../graph/graph';
import { outsideStatementScope } from '../graph/statement-scope';
import { createFittedBaselines } from './serving/fitted-baselines';
import type { Engine } from './engine/load-engine';
import type { FilmCatalogue } from './films/film-catalogue';
import { followFilmCatalogue } from './films/follow-film-catalogue';
import { createRandom, type Random } from '../random';
import type { PolicyName } from './policy';
import { createPolicyRegistry, type ServedPolicy } from './serving/policy-registry';
import { createImpressionLog, type ImpressionLog } from './impressions/impression-log';
import { recordRental, type RecordedRental, type Rental } from './rentals/record-rental';
import { createPromotions, type Promotions } from './versions/promotions';
import { createEvaluations, type Evaluations } from './evaluation/evaluations';
import { createTrainingRuns, type TrainingRuns } from './training/training-runs';
import { createVersionCache } from './versions/version-cache';
import type { WarnOperator } from './warn-operator';
import { createTutorialTrainer, type TutorialTrainer } from './policies/tutorial/tutorial-trainer';

/** What answers for recommendations, and learns: everything that the API knows of the recommender. */
export interface Recommender {
  readonly graph: Graph;
  readonly engine: Engine;
  readonly tutorial: TutorialTrainer;
  readonly runs: TrainingRuns;
  readonly promotions: Promotions;
  readonly evaluations: Evaluations;
  /** The films and embeddings as the graph has them now, or had them a moment ago. */
  catalogue(): Promise<FilmCatalogue>;
  /** A policy whose film numbers are the catalogue's; the default one where none is named, of a version where one is. */
  policy(catalogue: FilmCatalogue, name?: PolicyName, version?: string): Promise<ServedPolicy>;
  /** What is served goes here, to be kept in the graph. */
  readonly lists: ImpressionLog;
  /** Draws the films with which served lists explore. */
  readonly random: Random;
  /** Records a rental, once for each key, and tells those who learn from rentals. */
  recordRental(rental: Rental): Promise<RecordedRental>;
  /** Has every rental that is newly recorded by this process told. What a listener throws reaches the operator alone. */
  onRental(listener: (rental: RecordedRental) => void): void;
  /** Leaves training to be resumed, and writes what still waits to be kept. */
  close(): Promise<void>;
}

/** Puts the recommender together over one graph. Nothing is read or trained before it is asked for. */
export function createRecommender(
  graph: Graph,
  engine: Engine,
  seed: number,
  warn: WarnOperator = (message) => process.emitWarning(message),
): Recommender {
  const catalogues = followFilmCatalogue(graph);
  const tutorial = createTutorialTrainer({ graph, engine, seed, preempt: () => runs.preempt() });
  const lists = createImpressionLog(graph, warn);
  const listeners: ((rental: RecordedRental) => void)[] = [];
  const tell = (rental: RecordedRental): void => {
    for (const listener of listeners) {
      try {
        listener(rental);
      } catch (error) {
        warn('A recorded rental was not learned from', error);
      }
    }
  };
  const promotions = createPromotions(graph);
  const runs = createTrainingRuns({ graph, engine, seed, catalogue: () => catalogues.current() });
  const evaluations = createEvaluations({ graph, engine, seed, catalogue: () => catalogues.current() });
  const baselines = createFittedBaselines(graph, seed, warn);
  const shelf = createPolicyRegistry({
    tutorial,
    baselines,
    promotions,
    versions: createVersionCache(graph),
  });
  return {
    graph,
    engine,
    tutorial,
    // A run and an evaluation outlive the request that starts them.
    runs: { ...runs, start: (order) => outsideStatementScope(() => runs.start(order)) },
    promotions,
    evaluations: {
      ...evaluations,
      start: (request) => outsideStatementScope(() => evaluations.start(request)),
    },
    lists,
    random: createRandom(seed),
    // Callers share these reads, so the deadline of one of them must not end the others.
    catalogue: () => outsideStatementScope(() => catalogues.current()),
    policy: (catalogue, name, version) => outsideStatementScope(() => shelf.policy(catalogue, name, version)),
    recordRental: async (rental) => {
      if (rental.recommendationList !== undefined) await outsideStatementScope(() => lists.flush());
      const recorded = await recordRental(graph, rental);
      if (!recorded.repeated) outsideStatementScope(() => tell(recorded));
      return recorded;
    },
    onRental: (listener) => void listeners.push(listener),
    close: async () => {
      await runs.close();
      await evaluations.close();
      await lists.close();
    },
  };
}
