import type { Experience } from './dqn/transitions';
import type { Engine } from '../engine/load-engine';
import type { FilmFeatures } from '../films/film-features';
import type { RentalLog } from '../rentals/rental-log';

/** What one learning step did. */
export interface LearnerStep {
  /** Steps so far, this one and those before a warm start included. */
  readonly step: number;
  /** Null where this step learned nothing yet. */
  readonly loss: number | null;
  readonly reward: number;
  /** The moving average of the rewards. */
  readonly meanReward: number;
  /** The chance that the next step's action is random. */
  readonly epsilon: number;
  /** NDCG@10 on what early stopping holds out, where this step measured it. */
  readonly validation: number | null;
}

/** Something learned, in a form that outlives the process. */
export interface SavedLearner {
  /** Plain values, fit for JSON. */
  readonly progress: object;
  /** Numbers by name. */
  readonly arrays: Readonly<Record<string, Float32Array>>;
}

/** Something that learns step by step. It holds tensors at the most between its creation and `dispose`. */
export interface Learner {
  /** One learning step, at most about half a second. */
  step(): LearnerStep;
  /** True when more steps would not help (early stopping). */
  readonly isFinished: boolean;
  /** Everything to go on with later, also with more rentals and films: arrays are matched by film id. */
  save(): SavedLearner;
  /** What serving needs: the best weights so far. */
  weights(): SavedLearner;
  /** What `weights` measured on what early stopping holds out, NDCG@10; null where it was not. */
  readonly validation: number | null;
  dispose(): void;
}

/** What a learner is made of. */
export interface LearnerSource {
  readonly engine: Engine;
  readonly log: RentalLog;
  /** node2vec embeddings of the log's films, [films, dimension]; zeros for a film without one. */
  readonly vectors: Float32Array | undefined;
  readonly dimension: number;
  /** The actors and categories of the log's films. */
  readonly features: FilmFeatures;
  readonly seed: number;
  /** How many steps it will be asked for at the most, where that is known. */
  readonly steps?: number;
  /** What came of lists that were served. */
  readonly experiences?: readonly Experience[];
  /** What to go on from. */
  readonly saved?: SavedLearner;
}
