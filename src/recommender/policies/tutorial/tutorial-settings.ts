/** The numbers that shape how policy TUTORIAL learns. */
export interface TutorialSettings {
  /** How many of a customer's rentals the environment keeps. */
  readonly filmsPerHistory: number;
  /** How many films a recommendation has. */
  readonly filmsPerList: number;
  /** Units of the hidden layers, each followed by relu. */
  readonly hidden: readonly number[];
  /** The share of units dropped after each hidden layer. */
  readonly dropout: readonly number[];
  /** Adam's step. Not given in the tutorial. */
  readonly learningRate: number;
  /** Transitions a learning step looks at. Not given in the tutorial. */
  readonly batch: number;
  /** Transitions that the replay memory holds. Not given in the tutorial. */
  readonly memory: number;
  /** The chance that the first action is random, and by what it shrinks with every step. */
  readonly epsilon: number;
  readonly epsilonDecay: number;
  /** The weight of the newest reward in the moving average. */
  readonly averaging: number;
  /** False runs the listing to the letter: it lost an `else`, so the network's action always wins. */
  readonly explores: boolean;
  /** Whether dropout stays on while the agent acts, as in the tutorial. It is off when the policy answers. */
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
