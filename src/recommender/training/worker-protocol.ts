import type { EngineName } from '../engine/load-engine';
import type { LearnerSource, LearnerStep } from '../policies/learner';
import type { TrainablePolicy } from '../policies/trainable-policies';
import type { PackedLearner } from '../policies/weights-codec';

/** What a training thread is given. */
export interface TrainingTask extends Omit<LearnerSource, 'engine' | 'steps'> {
  readonly policy: TrainablePolicy;
  readonly engine: EngineName;
  readonly steps: number;
  /** [requests], one of REQUESTS each: 1 asks, and the thread looks after each step. */
  readonly requests: Int32Array;
}

/** Places in `requests`. Flags in shared memory, because a thread that computes reads no messages. */
export const REQUESTS = { cancel: 0, snapshot: 1 } as const;

/** What was learned so far: to go on from, and to serve. */
export interface Learned {
  readonly state: PackedLearner;
  readonly weights: PackedLearner;
  /** Of the weights, on what early stopping holds out. */
  readonly validation: number | null;
}

/** What a training thread says. */
export type ThreadMessage =
  | { readonly kind: 'started' }
  | { readonly kind: 'steps'; readonly steps: readonly LearnerStep[] }
  | { readonly kind: 'snapshot'; readonly learned: Learned }
  | { readonly kind: 'ended'; readonly status: 'SUCCEEDED' | 'CANCELLED'; readonly learned: Learned }
  | { readonly kind: 'failed'; readonly reason: string };
