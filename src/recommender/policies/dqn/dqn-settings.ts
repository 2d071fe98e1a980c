/** Hyperparameters of policy DQN. */
export interface DqnSettings {
  /** Length of a film vector if the graph has no embeddings to start from. */
  readonly dimension: number;
  /** The state holds one decayed average of film vectors per decay; 0 is the film rented last. */
  readonly decays: readonly number[];
  /** Units of the hidden layers, each followed by relu. */
  readonly hidden: readonly number[];
  /** Dropout rates of the films of a profile and of hidden units. */
  readonly filmDropout: number;
  readonly hiddenDropout: number;
  /**
   * Number of rentals at which a film's own vector reaches half of its full weight, relative to the vectors of its
   * actors and categories.
   */
  readonly shrinkage: number;
  /** Adam's learning rate. */
  readonly learningRate: number;
  /** Rentals in a window. */
  readonly window: number;
  /** A learning step takes windows until it has this many windows or positions. */
  readonly batch: number;
  readonly positions: number;
  /** τ of the softmax over Q / τ. */
  readonly temperature: number;
  /** Max number of films for an exact softmax. For larger catalogues it is sampled. */
  readonly sampledFrom: number;
  /** Number of films in a sampled softmax, in addition to those of the batch. */
  readonly negatives: number;
  /** Max size of a matrix of logits, [states, films]. A larger step is computed in parts, to limit its memory. */
  readonly maxLogits: number;
  /** Weight of the temporal difference on experiences. */
  readonly tdWeight: number;
  /** γ, the discount per rental. */
  readonly discount: number;
  /** Step of the target network's moving average towards the online network. */
  readonly targetRate: number;
  /** Capacity of the replay memory, and experiences per learning step. */
  readonly memory: number;
  readonly replayed: number;
  /** Exploration while acting on the log: initial ε, decay per step, minimum. */
  readonly epsilon: number;
  readonly epsilonDecay: number;
  readonly epsilonEnd: number;
  /** Films in a list of the acting agent. */
  readonly filmsPerList: number;
  /** Weight of the newest reward in the moving average. */
  readonly averaging: number;
  /** The share of each history that is held out to choose the number of epochs and the weights of the blend. */
  readonly heldOut: number;
  /** The latest epoch is chosen whose validation score is at most this share below the best score. */
  readonly tolerance: number;
  /** Training stops after this many epochs without a new choice. */
  readonly patience: number;
  /** VALIDATE ends after this many steps, but within these limits of epochs, because small logs need more epochs. */
  readonly steps: number;
  readonly minEpochs: number;
  readonly maxEpochs: number;
  /** λ and profile decay of the EASE part. Training chooses them on validation, up to 6,000 rented films. */
  readonly easeRegularization: number;
  readonly easeDecay: number;
  /** λ and profile decay of the next-film ridge. */
  readonly ridgeRegularization: number;
  readonly ridgeDecay: number;
  /** a in the popularity prior a / (1 + n)² for a profile of n rentals. */
  readonly popularityPrior: number;
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
  batch: 48,
  positions: 2_048,
  temperature: 0.1,
  sampledFrom: 20_000,
  negatives: 512,
  maxLogits: 2 ** 22,
  tdWeight: 0.5,
  discount: 0.5,
  targetRate: 0.03,
  memory: 10_000,
  replayed: 64,
  epsilon: 0.5,
  epsilonDecay: 0.99,
  epsilonEnd: 0.02,
  filmsPerList: 5,
  averaging: 0.01,
  heldOut: 0.2,
  tolerance: 0.005,
  patience: 2,
  steps: 600,
  minEpochs: 14,
  maxEpochs: 40,
  easeRegularization: 300,
  easeDecay: 1,
  ridgeRegularization: 100,
  ridgeDecay: 0.9,
  popularityPrior: 6,
};
