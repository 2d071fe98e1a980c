/** The numbers that shape the slate agent. Times are in days. */
export interface SlateSettings {
  /** Decay per rental of each average over rented films, as in DQN's state. */
  readonly decays: readonly number[];
  /** Time constants of the calendar counts of rentals. */
  readonly countsFadeIn: readonly [slow: number, fast: number];
  /** Time constant of the star-weighted counts and of the films shown without a rental. */
  readonly signalsFadeIn: number;
  /** Numbers in a film vector. */
  readonly dimension: number;
  /** Hidden units. */
  readonly hidden: number;
  /** Dropout of films in the state, and of hidden units. */
  readonly filmDropout: number;
  readonly hiddenDropout: number;
  /** Films in a list. */
  readonly listLength: number;
  /** Discount per day. */
  readonly discount: number;
  /** Weight of the temporal difference; 0 learns a myopic agent. */
  readonly tdWeight: number;
  /** Weight of the L2 penalties. */
  readonly penalty: number;
  readonly learningRate: number;
  /** Steps over which the learning rate rises from 0. */
  readonly warmUp: number;
  /** Visits per batch. */
  readonly batch: number;
  /** How far the target network moves towards the online network per step. */
  readonly targetRate: number;
  /** Days after which a customer who has not returned counts as gone. */
  readonly goneAfter: number;
  /** Bound of the value of a state; bounded values cannot diverge. */
  readonly maxValue: number;
}

/** Chosen in simulated worlds. See docs/closed-loop.md. */
export const SLATE_SETTINGS: SlateSettings = {
  decays: [0, 0.6, 0.9, 0.98],
  countsFadeIn: [20, 7],
  signalsFadeIn: 20,
  dimension: 16,
  hidden: 32,
  filmDropout: 0.3,
  hiddenDropout: 0.5,
  listLength: 5,
  discount: 0.98,
  tdWeight: 0.1,
  penalty: 0.5,
  learningRate: 0.003,
  warmUp: 100,
  batch: 128,
  targetRate: 0.01,
  goneAfter: 30,
  maxValue: 12,
};

/** The same agent without lookahead: it maximizes the next rental. */
export const MYOPIC_SETTINGS: SlateSettings = { ...SLATE_SETTINGS, discount: 0, tdWeight: 0 };

/** How an agent is trained from scratch beside a learner. */
export interface SlateTraining {
  /** Passes over the visits, as learning steps within the two bounds. More overfit small logs. */
  readonly passes: number;
  readonly minSteps: number;
  readonly maxSteps: number;
  /** Learning steps for each step of the learner; they take a fraction of its time. */
  readonly stepsPerStep: number;
  /** Films of the longest list that is learned as a list. */
  readonly maxListLength: number;
}

export const SLATE_TRAINING: SlateTraining = {
  passes: 20,
  minSteps: 600,
  maxSteps: 1_200,
  stepsPerStep: 4,
  maxListLength: 20,
};

/** How a trained agent keeps learning from the newest visits. */
export const ONLINE_LEARNING = { learningRate: 0.001, recent: 2_000 };
