import type { EngineName } from '../engine/load-engine';
import type { LearnerSource, LearnerStep, RankingState } from '../policies/learner';
import type { TrainablePolicy } from '../policies/policy';
import type { PackedLearner } from '../policies/weights-codec';

/** The task of a training worker. */
export interface TrainingTask extends Omit<LearnerSource, 'engine' | 'steps'> {
  readonly policy: TrainablePolicy;
  readonly engine: EngineName;
  /** Max steps of the run. */
  readonly steps: number;
}

/** The state and the weights of a learner at a moment. */
export interface Learned {
  /** The state that a later run resumes from; absent for weights that were trained elsewhere. */
  readonly state?: PackedLearner;
  /** The weights that are served. */
  readonly weights: PackedLearner;
  /** NDCG@10 of the weights on the part that early stopping holds out. */
  readonly validation: number | null;
  /** How the weights make lists. Absent if there is one way only. */
  readonly ranking?: RankingState;
}

/** The progress of a training worker. */
export type TrainingUpdate =
  | { readonly kind: 'started' }
  | { readonly kind: 'steps'; readonly steps: readonly LearnerStep[] }
  | { readonly kind: 'snapshot'; readonly learned: Learned }
  /** The worker takes no more steps, because it was cancelled, and packs what it learned. */
  | { readonly kind: 'cancelled' };

/** The result of a training worker. */
export interface TrainingResult {
  readonly status: 'SUCCEEDED' | 'CANCELLED';
  readonly learned: Learned;
}
