import { createDqnLearner } from './dqn/create-dqn-learner';
import { serveDqn } from './dqn/serve-dqn';
import type { FilmCatalogue } from '../films/film-catalogue';
import type { Policy } from '../policy';
import { createTutorialLearner, serveTutorial } from './tutorial/tutorial-learner';
import type { Learner, LearnerSource, SavedLearner } from './learner';

/** Policies that learn step by step. */
export const TRAINABLE = ['DQN', 'TUTORIAL'] as const;
export type TrainablePolicy = (typeof TRAINABLE)[number];

/** How a policy is trained, and how what it learned answers. */
export interface LearnerKind {
  /** Steps of a run at the most, where it is not told how many. */
  readonly steps: number;
  /** Whether the policy learns in the space of the node2vec embeddings, and means nothing in another one. */
  readonly needsEmbeddings: boolean;
  create(source: LearnerSource): Learner;
  /** The policy that saved weights stand for, for the catalogue's films. */
  serve(weights: SavedLearner, catalogue: FilmCatalogue): Policy;
}

export const LEARNERS: Readonly<Record<TrainablePolicy, LearnerKind>> = {
  DQN: { steps: 5_000, needsEmbeddings: false, create: createDqnLearner, serve: serveDqn },
  TUTORIAL: { steps: 5_000, needsEmbeddings: true, create: createTutorialLearner, serve: serveTutorial },
};
