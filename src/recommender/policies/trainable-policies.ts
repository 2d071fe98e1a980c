import { createDqnLearner } from './dqn/create-dqn-learner';
import { DQN_SETTINGS } from './dqn/dqn-settings';
import { serveDqn } from './dqn/serve-dqn';
import type { FilmCatalogue } from '../films/film-catalogue';
import type { Policy } from '../policy';
import { createTutorialLearner, serveTutorial } from './tutorial/tutorial-learner';
import { TUTORIAL_SETTINGS } from './tutorial/tutorial-settings';
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
  /** The hyperparameters, for display. */
  readonly settings: Readonly<Record<string, number | boolean | readonly number[]>>;
  create(source: LearnerSource): Learner;
  /** The policy that saved weights stand for, for the catalogue's films. */
  serve(weights: SavedLearner, catalogue: FilmCatalogue): Policy;
}

export const LEARNERS: Readonly<Record<TrainablePolicy, LearnerKind>> = {
  DQN: {
    steps: 5_000,
    needsEmbeddings: false,
    settings: { ...DQN_SETTINGS },
    create: createDqnLearner,
    serve: serveDqn,
  },
  TUTORIAL: {
    steps: 5_000,
    needsEmbeddings: true,
    settings: { ...TUTORIAL_SETTINGS },
    create: createTutorialLearner,
    serve: serveTutorial,
  },
};
