/** Hyperparameters of policy TUTORIAL. */
export interface TutorialSettings {
  /** Sampled rentals per customer. */
  readonly filmsPerHistory: number;
  /** Films per recommendation. */
  readonly filmsPerList: number;
  /** Units of the hidden layers, each followed by relu. */
  readonly hidden: readonly number[];
  /** Dropout rate after each hidden layer. */
  readonly dropout: readonly number[];
  /** Adam's learning rate. Not given in the tutorial. */
  readonly learningRate: number;
  /** Transitions per learning step. Not given in the tutorial. */
  readonly batch: number;
  /** Capacity of the replay memory. Not given in the tutorial. */
  readonly memory: number;
  /** Initial ε, the probability of a random action, and its decay per step. */
  readonly epsilon: number;
  readonly epsilonDecay: number;
  /** α of the moving average of the running mean of rewards. */
  readonly averaging: number;
  /**
   * False reproduces the tutorial's listing, which lacks an `else`: the network's action always replaces the random
   * one.
   */
  readonly explores: boolean;
  /** Whether dropout is on while the agent acts, as in the tutorial. It is off when the policy is served. */
  readonly dropoutWhileActing: boolean;
}

export const TUTORIAL_SETTINGS: TutorialSettings = {
  filmsPerHistory: 5,
  filmsPerList: 5,
  hidden: [200, 200, 200],
  dropout: [0, 0.25, 0.25],
  learningRate: 0.001,
  batch: 128,
  memory: 10_000,
  epsilon: 0.5,
  epsilonDecay: 0.999,
  averaging: 0.01,
  explores: true,
  dropoutWhileActing: true,
};
