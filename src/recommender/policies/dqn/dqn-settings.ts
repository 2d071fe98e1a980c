/** The numbers that shape how policy DQN learns. */
export interface DqnSettings {
  /** Numbers of a film vector where the graph has no embedding to start from. */
  readonly dimension: number;
  /**
   * How much a film's weight in an average fades with each later rental; the state holds one average a decay.
   * With 0 it is the film rented last alone.
   */
  readonly decays: readonly number[];
  /** Units of the hidden layers, each followed by relu. */
  readonly hidden: readonly number[];
  /** The share of rented films and of hidden units that a learning step does not see. */
  readonly filmDropout: number;
  readonly hiddenDropout: number;
  /** Rentals that a film needs until half of what is learned about it alone counts beside its actors and categories. */
  readonly shrinkage: number;
  /** Adam's step. */
  readonly learningRate: number;
  /** Rentals in a window, and windows that a learning step looks at. */
  readonly window: number;
  readonly batch: number;
  /** τ: how far apart values must be to tell films apart; the conservative term is a softmax over values / τ. */
  readonly temperature: number;
  /** The weight of the temporal difference beside the conservative term. */
  readonly tdWeight: number;
  /** γ: what the next reward is worth now. */
  readonly discount: number;
  /** How far the target network moves towards the online network with every step. */
  readonly targetRate: number;
  /** Experiences that the replay memory holds, and how many of them a learning step looks at. */
  readonly memory: number;
  readonly replayed: number;
  /** The chance that a place of a list is random at first, by what it shrinks with every step, and where it ends. */
  readonly epsilon: number;
  readonly epsilonDecay: number;
  readonly epsilonEnd: number;
  /** Films in the list with which the agent acts. */
  readonly filmsPerList: number;
  /** The weight of the newest reward in the moving average. */
  readonly averaging: number;
  /** The share of each history that is held out to tell when to stop. */
  readonly heldOut: number;
  /**
   * The share of the best validation by which epochs cannot be told apart: of those that are so close to it the
   * latest serves, since the longer the agent learns the more of the films it recommends.
   */
  readonly tolerance: number;
  /** Epochs after the one that serves before learning stops, and epochs at the most. */
  readonly patience: number;
  readonly epochs: number;
}

export const DQN_SETTINGS: DqnSettings = {
  dimension: 100,
  decays: [0, 0.6, 0.9, 0.98],
  hidden: [100],
  filmDropout: 0.3,
  hiddenDropout: 0.5,
  shrinkage: 8,
  learningRate: 0.002,
  window: 100,
  batch: 64,
  temperature: 0.1,
  tdWeight: 0.5,
  discount: 0.5,
  targetRate: 0.05,
  memory: 10_000,
  replayed: 64,
  epsilon: 0.5,
  epsilonDecay: 0.99,
  epsilonEnd: 0.02,
  filmsPerList: 5,
  averaging: 0.01,
  heldOut: 0.2,
  tolerance: 0.02,
  patience: 5,
  epochs: 40,
};
