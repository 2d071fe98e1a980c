import { AppError } from '../app-error';
import type { Graph } from '../graph/graph';
import { createEventLog, type EventLog } from '../event-log';
import { outsideStatementScope } from '../graph/statement-scope';
import type { Logger } from '../logger';
import { createRandom } from '../random';
import { DEFAULT_TTL_MS } from '../ttl-cache';
import { type Autopilot, createAutopilot } from './autopilot/autopilot';
import { trainStep, type TrainStepResult } from './autopilot/train-step';
import type { Engine } from './engine/load-engine';
import { createEvaluations, type Evaluations } from './evaluation/evaluations';
import type { FilmCatalogue } from './films/film-catalogue';
import type { EmbeddingName } from '../embeddings/embedding';
import { findNeighbors, type FilmNeighbor } from './films/film-neighbors';
import { readTitles } from './films/film-repository';
import type { SearchHit } from './films/film-search-repository';
import { findIndexNeighbors } from './films/index-neighbors';
import { type SearchRequest, searchTitlesAndNames } from './films/search-titles-and-names';
import { followFilmCatalogue } from './films/follow-film-catalogue';
import { createImpressionLog } from './impressions/impression-log';
import { countVisits } from './impressions/impression-repository';
import { readVisitsOf } from './impressions/read-visits';
import type { PolicyName, ServedPolicy, TrainablePolicy } from './policies/policy';
import type { Visit } from './policies/visit';
import { customerNotFound } from './rentals/rental-repository';
import { type History, readHistories } from './rentals/histories';
import type { Rating } from './rentals/rating-repository';
import { recordRating } from './rentals/record-rating';
import { recordRental, type RecordedRental, type Rental } from './rentals/record-rental';
import { createFittedBaselines } from './serving/fitted-baselines';
import { type AnsweringPolicy, createPolicyRegistry } from './serving/policy-registry';
import { findReasons, type Reason } from './serving/reasons';
import {
  findServed,
  recommend,
  type Recommendation,
  type RecommendationList,
  type RecommendationRequest,
  type RecommendationSources,
  type RequestedPolicy,
  scoreHistories,
} from './serving/recommend';
import { createSystemReport, type SystemReport } from './serving/system-report';
import { createTrainingRuns, type TrainingRuns } from './training/training-runs';
import { createTutorialTrainer, type TutorialTrainer } from './training/tutorial-trainer';
import { isTreated } from './versions/promotion-trial';
import { createPromotions, type Promotions } from './versions/promotions';
import { createVersionCache } from './versions/version-cache';
import { readPolicyVersion } from './versions/version-repository';

/** Recommends films and learns from rentals. The interface for GraphQL and the commands. */
export interface Recommender {
  readonly graph: Graph;
  readonly engine: Engine;
  /** The default seed of runs and evaluations. */
  readonly seed: number;
  readonly tutorial: TutorialTrainer;
  readonly runs: TrainingRuns;
  readonly promotions: Promotions;
  readonly evaluations: Evaluations;
  readonly system: SystemReport;
  /** Warnings, errors and background activities of this process. */
  readonly events: EventLog;
  readonly autopilot: Autopilot;
  /** Returns the films and embeddings, at most two seconds old. */
  catalogue(): Promise<FilmCatalogue>;
  /** Returns a policy for a catalogue's film numbers. Default: the current version of the default policy. */
  policy(catalogue: FilmCatalogue, name?: PolicyName, version?: string): Promise<ServedPolicy>;
  /** Returns the default policy, and why it is the default. */
  answering(): Promise<AnsweringPolicy>;
  /**
   * Recommends films to a customer, or based on films only. Default: sources that read the graph for this list only.
   */
  recommend(request: RecommendationRequest, sources?: RecommendationSources): Promise<RecommendationList>;
  /** Finds the reasons of recommendations, most specific first, [recommendations][reasons]. */
  reasons(recommendations: readonly Recommendation[]): Promise<Reason[][]>;
  /** Finds the films nearest to a film by cosine. @throws AppError BAD_USER_INPUT, NOT_FOUND, EMBEDDINGS_MISSING */
  neighbors(film: string, first: number, embedding: EmbeddingName): Promise<FilmNeighbor[]>;
  /** Finds films by title and actors by name, best match first. */
  search(request: SearchRequest): Promise<SearchHit[]>;
  /** Reads the titles of films by id. */
  titles(films: readonly string[]): Promise<Map<string, string>>;
  /** Reads the histories of customers, in the same order, with an Error for each unknown customer. */
  histories(catalogue: FilmCatalogue, customers: readonly string[]): Promise<(History | Error)[]>;
  /** Returns the policy of a request for recommendations. */
  served(catalogue: FilmCatalogue, requested: RequestedPolicy): Promise<ServedPolicy>;
  /** Reads the visits of customers, in the same order; an Error for an unknown customer. */
  visits(catalogue: FilmCatalogue, customers: readonly string[]): Promise<(readonly Visit[] | Error)[]>;
  /**
   * Trains a policy for a number of steps and waits; if it is the default policy, the next list is made with the new
   * weights.
   */
  trainStep(policy: TrainablePolicy, steps: number): Promise<TrainStepResult>;
  /** Records a rental, once per idempotency key of a customer, and notifies the listeners of `onRental`. */
  recordRental(rental: Rental): Promise<RecordedRental>;
  /** Stores a customer's rating of a rented film. */
  recordRating(rating: Rating): Promise<Rating>;
  /** Calls `listener` for each rental that this process records. */
  onRental(listener: (rental: RecordedRental) => void): void;
  /** Interrupts training so that it can be resumed, and writes the queued impressions. */
  close(): Promise<void>;
}

/** Options of `createRecommender`. */
export interface RecommenderOptions {
  readonly graph: Graph;
  readonly engine: Engine;
  /** The default seed of runs and evaluations. */
  readonly seed: number;
  readonly logger: Logger;
  /** Default: an empty event log. */
  readonly events?: EventLog;
  /**
   * Where to search for neighbors: among the vectors in memory, or in the vector index of the graph. Default: memory.
   */
  readonly search?: 'memory' | 'index';
  /** How long values from the graph are cached, in milliseconds. Default: 2,000. */
  readonly ttlMs?: number;
  /** How long the training lease lasts without renewal, in milliseconds. Default: 6,000. */
  readonly leaseMs?: number;
}

/** Creates the recommender of one graph. It only reads and trains on demand. */
export function createRecommender(options: RecommenderOptions): Recommender {
  const { graph, engine, seed, logger, events = createEventLog(), ttlMs = DEFAULT_TTL_MS, leaseMs } = options;
  // Callers share cached reads, so the deadline of one caller must not end the reads of others.
  const followed = followFilmCatalogue({
    graph,
    ttlMs,
    logger,
    prepare: async (next, current) => {
      await baselines.prepare(next, current);
      await registry.answering(next).catch((err: unknown) => {
        if (!(err instanceof AppError) || err.code !== 'POLICY_UNTRAINED') throw err;
        logger.warn({ err }, 'No policy is available for the changed films');
      });
    },
  });
  const catalogue = () => outsideStatementScope(followed);
  const runs = createTrainingRuns({ graph, engine, seed, catalogue, logger, leaseMs });
  const tutorial = createTutorialTrainer({
    graph,
    engine,
    seed,
    logger,
    ttlMs,
    leaseMs,
    preempt: () => runs.preempt(),
  });
  const trainTutorial = async (steps: number) => tutorial.train(await catalogue(), steps);
  const evaluations = createEvaluations({ graph, engine, seed, catalogue, logger });
  const versions = createVersionCache(graph, logger, ttlMs);
  const baselines = createFittedBaselines({ graph, seed, logger, ttlMs });
  const promotions = createPromotions({
    graph,
    versions,
    catalogue,
    answering: () => answering(),
    fitUntil: baselines.fitUntil,
    countVisits: (from, until) => countVisits(graph, from, until),
    ttlMs,
  });
  const registry = createPolicyRegistry({ tutorial, baselines, promotions, versions });
  const answering = async () => {
    const { policy, version } = await registry.answering(await catalogue());
    return { policy: policy.name, version: await readPolicyVersion(graph, policy.name, version) };
  };
  const impressions = createImpressionLog(graph, logger);
  const outputs = { impressions, random: createRandom(seed) };
  const listeners: ((rental: RecordedRental) => void)[] = [];

  const autopilot = createAutopilot({
    runs,
    evaluations,
    promotions,
    logger: events.announce(logger),
    onRental: (listener) => void listeners.push(listener),
  });

  const histories: Recommender['histories'] = async ({ numbers }, customers) => {
    const found = await readHistories(graph, customers, numbers);
    return customers.map((id) => found.get(id) ?? customerNotFound(id));
  };
  const visits: Recommender['visits'] = async ({ numbers }, customers) => {
    const found = await readVisitsOf(graph, customers, numbers);
    return customers.map((id) => found.get(id) ?? customerNotFound(id));
  };
  const served: Recommender['served'] = (films, requested) =>
    outsideStatementScope(() => findServed(registry, films, requested));

  /** During a trial half of the customers get the candidate, unless a request names a policy. */
  const assign = async (request: RecommendationRequest): Promise<RecommendationRequest> => {
    const { customer, policy, version } = request;
    if (customer === null || policy !== undefined || version !== undefined) return request;
    const trial = await promotions.trial();
    return trial ? { ...request, isTreated: isTreated(trial.id, customer) } : request;
  };

  /** The sources of one list. */
  const ownSources = (): RecommendationSources => {
    const films = catalogue();
    return {
      catalogue: () => films,
      history: async (customer) => orThrow((await histories(await films, [customer]))[0]),
      served: async (requested) => served(await films, requested),
      scores: async (history, policy) => scoreHistories(policy, [history])[0],
      visits: async (customer) => orThrow((await visits(await films, [customer]))[0]),
    };
  };

  const notify = (rental: RecordedRental): void => {
    for (const listener of listeners) {
      try {
        listener(rental);
      } catch (err) {
        logger.warn({ err }, 'Listener for recorded rentals failed');
      }
    }
  };

  return {
    graph,
    engine,
    seed,
    tutorial,
    // Runs and evaluations outlive the request that starts them.
    runs: { ...runs, start: (order) => outsideStatementScope(() => runs.start(order)) },
    promotions,
    system: createSystemReport(graph),
    events,
    evaluations: {
      ...evaluations,
      start: (request) => outsideStatementScope(() => evaluations.start(request)),
    },
    autopilot,
    catalogue,
    answering: () => outsideStatementScope(async () => registry.answering(await catalogue())),
    policy: (films, name, version) => outsideStatementScope(() => registry.policy(films, name, version)),
    served,
    recommend: async (request, sources = ownSources()) => recommend(await assign(request), sources, outputs),
    reasons: (recommendations) => findReasons(graph, recommendations),
    neighbors: async (film, first, embedding) =>
      options.search === 'index'
        ? findIndexNeighbors(graph, film, first, embedding)
        : findNeighbors(await catalogue(), film, first, embedding),
    search: (request) => searchTitlesAndNames(graph, request),
    titles: (films) => readTitles(graph, films),
    histories,
    visits,
    trainStep: (policy, steps) =>
      outsideStatementScope(() => trainStep(policy, steps, { runs, promotions, versions, trainTutorial })),
    recordRental: async (rental) => {
      if (rental.recommendationList !== undefined) await outsideStatementScope(() => impressions.flush());
      const recorded = await recordRental(graph, rental);
      if (!recorded.repeated) outsideStatementScope(() => notify(recorded));
      return recorded;
    },
    recordRating: (rating) => recordRating(graph, rating),
    onRental: (listener) => void listeners.push(listener),
    close: async () => {
      autopilot.close();
      await runs.close();
      await evaluations.close();
      await impressions.close();
    },
  };
}

function orThrow<Value>(value: Value | Error): Value {
  if (value instanceof Error) throw value;
  return value;
}
