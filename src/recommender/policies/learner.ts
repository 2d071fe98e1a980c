import type { Experience } from './experience';
import type { Engine } from '../engine/load-engine';
import type { FilmFeatures } from '../films/film-features';
import type { RentalLog } from '../rentals/rental-log';
import type { StoreVisits } from './visit';

/** The outcome of one learning step. */
export interface LearnerStep {
  /** Steps so far, including this one and those of the run that was resumed. */
  readonly step: number;
  /** Null if the step did not update the weights yet. */
  readonly loss: number | null;
  readonly reward: number;
  /** The moving average of the rewards. */
  readonly meanReward: number;
  /** The probability that the next step's action is random. */
  readonly epsilon: number;
  /** NDCG@10 on held-out rentals; null if this step did not end an epoch. */
  readonly validation: number | null;
}

/** The state or the weights of a learner in a storable format. */
export interface SavedLearner {
  /** JSON values. */
  readonly progress: object;
  /** Parameters by name. */
  readonly arrays: Readonly<Record<string, Float32Array>>;
}

/** Trains a policy step by step. It holds no tensors between steps. */
export interface Learner {
  /** Takes one learning step of about half a second; the last step of a phase may take several seconds. */
  step(): LearnerStep | Promise<LearnerStep>;
  /** True if training is complete. */
  readonly isFinished: boolean;
  /** The state to resume from, also after films and rentals were added: arrays are matched by film id. */
  save(): SavedLearner;
  /** The weights to serve: the best so far. */
  weights(): SavedLearner;
  /** NDCG@10 on held-out rentals of the policy that is trained; null if it was not measured. */
  readonly validation: number | null;
  /** Whether it continues from `LearnerSource.saved`; false if it starts from scratch. */
  readonly continues: boolean;
  /** How the weights make lists. Absent if there is one way only. */
  readonly ranking?: RankingState;
}

/** NEXT_RENTAL ranks films one by one by the policy's score; SLATES chooses whole lists with a slate agent. */
export type Ranking = 'NEXT_RENTAL' | 'SLATES';

/** How a version makes lists, and why. */
export interface RankingState {
  readonly ranking: Ranking;
  readonly reason: string;
}

/** The inputs of a learner. */
export interface LearnerSource {
  readonly engine: Engine;
  readonly log: RentalLog;
  /** node2vec embeddings of the films, [films, dimension]; zeros for a film without one. */
  readonly vectors: Float32Array | undefined;
  readonly dimension: number;
  /** The actors and categories of the films. */
  readonly features: FilmFeatures;
  readonly seed: number;
  /**
   * Max number of steps of the run. If they are too few to train from scratch, DQN continues a finished run step by
   * step.
   */
  readonly steps?: number;
  /** Outcomes of impressions. */
  readonly experiences?: readonly Experience[];
  /** The visits of the store, from which lists are learned. Default: films are ranked one by one. */
  readonly visits?: StoreVisits;
  /** The state to resume from. */
  readonly saved?: SavedLearner;
}
