import { dqnMemory } from './dqn/dqn-memory';
import { createDqnLearner } from './dqn/create-dqn-learner';
import { DQN_SETTINGS, type DqnSettings } from './dqn/dqn-settings';
import { serveDqn, type ServeOptions } from './dqn/serve-dqn';
import type { FilmCatalogue } from '../films/film-catalogue';
import type { Policy, TrainablePolicy } from './policy';
import { serveSlates } from './slate-q/serve-slates';
import { withSlates } from './slate-q/slate-learner';
import { createTutorialLearner, serveTutorial } from './tutorial/tutorial-learner';
import { TUTORIAL_SETTINGS, type TutorialSettings } from './tutorial/tutorial-settings';
import type { Learner, LearnerSource, SavedLearner } from './learner';
import type { LearningData } from './load-learning-data';

/** How a policy is trained and served. */
export interface LearnerKind<Settings extends object = object> {
  /** Max number of steps of a run. */
  readonly steps: number;
  /** Whether the weights are only valid for the node2vec embeddings that they were trained with. */
  readonly needsEmbeddings: boolean;
  /** Whether a part of the policy is fitted to the rental log when it is loaded. */
  readonly needsLog: boolean;
  /** Whether it learns lists from the visits of customers. */
  readonly needsVisits: boolean;
  /** The hyperparameters, for display. */
  readonly settings: Settings;
  /** The approximate memory for training, in bytes. Undefined if it is small for any catalogue. */
  memory?(data: LearningData): number;
  create(source: LearnerSource): Learner;
  /**
   * Creates the policy from published weights, for the films of a catalogue.
   * @param log the rentals that the wide part of DQN is fitted to; without it, only the network ranks
   */
  serve(weights: SavedLearner, catalogue: FilmCatalogue, options?: ServeOptions): Policy | Promise<Policy>;
}

/** The policies that are trained step by step. */
export const LEARNERS: Readonly<Record<TrainablePolicy, LearnerKind>> & {
  readonly DQN: LearnerKind<DqnSettings>;
  readonly TUTORIAL: LearnerKind<TutorialSettings>;
} = {
  DQN: {
    steps: 5_000,
    needsEmbeddings: false,
    needsLog: true,
    needsVisits: true,
    settings: DQN_SETTINGS,
    memory: dqnMemory,
    create: (source) => withSlates(createDqnLearner(source), source),
    serve: async (weights, catalogue, options) => ({
      ...(await serveDqn(weights, catalogue, options)),
      slates: serveSlates(weights, catalogue.films),
    }),
  },
  TUTORIAL: {
    steps: 5_000,
    needsEmbeddings: true,
    needsLog: false,
    needsVisits: false,
    settings: TUTORIAL_SETTINGS,
    create: createTutorialLearner,
    serve: serveTutorial,
  },
};
