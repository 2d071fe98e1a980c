/** The constants of the simulated store. Times are in days; weights are in units of log-odds. */
export interface WorldSettings {
  readonly categories: number;
  readonly films: number;
  readonly customers: number;
  /** Films in a list. */
  readonly listLength: number;
  /** How much attention each position of a list gets, relative to the first, [listLength]. */
  readonly attention: readonly number[];

  /** Appeal: how likely a customer is to choose a film. */
  readonly appeal: {
    /** Categories a customer likes, and how strongly. */
    readonly liked: { readonly count: number; readonly weight: number };
    /** Categories a customer likes a little, and how strongly. */
    readonly mild: { readonly count: number; readonly weight: number };
    /** Favorite actors of a customer, and the weight of a film with at least one of them. */
    readonly favorites: { readonly count: number; readonly weight: number };
    /** Weight of the category that usually follows the category of the last rental. */
    readonly nextCategory: number;
    /** Weight of a film that shares an actor with the last rental. */
    readonly sharedActor: number;
    /** Standard deviation of the fame of a film. */
    readonly fame: number;
    /** Share of films that are bait, and how much appeal bait adds. */
    readonly bait: { readonly share: number; readonly weight: number };
    /** Loss of appeal per recent rental of the same category. */
    readonly boredom: number;
    /** Log-odds of renting no film, and how much satisfaction lowers it. */
    readonly none: { readonly base: number; readonly perSatisfaction: number };
  };

  /** Enjoyment: how much a customer likes a film after renting it. */
  readonly enjoyment: {
    /** Mean quality of ordinary films and of bait, and the standard deviation of both. */
    readonly quality: { readonly ordinary: number; readonly bait: number; readonly deviation: number };
    readonly perTaste: number;
    readonly favorite: number;
    readonly perBoredom: number;
    /** A liked category that the customer has not rented for 30 days. */
    readonly novelty: number;
    readonly noise: number;
    /** Enjoyment of a visit without a rental. */
    readonly none: number;
    /** Stars = clip(round(base + scale · enjoyment), 1, 5). */
    readonly stars: { readonly base: number; readonly scale: number };
  };

  /** Satisfaction: a hidden average of enjoyment that decides when a customer returns. */
  readonly satisfaction: {
    /** Weight of a rental and of a visit without one in the average. */
    readonly rental: number;
    readonly none: number;
    /** Time constant of its decay. */
    readonly fadesIn: number;
  };
  /** Time constant of boredom. */
  readonly boredomFadesIn: number;

  /** Days until the next visit: exponential with mean clip(mean · exp(−perSatisfaction · S), shortest, longest). */
  readonly gap: {
    readonly mean: number;
    readonly perSatisfaction: number;
    readonly shortest: number;
    readonly longest: number;
  };
  /** Probability of leaving for good after a visit: σ(−base − perSatisfaction · S). */
  readonly churn: { readonly base: number; readonly perSatisfaction: number };
}

/**
 * A store in which a recommender that looks ahead earns more than one that maximizes the next rental: bait rents well
 * and disappoints, boredom builds up, and satisfied customers return sooner and stay longer.
 */
export const WORLD_SETTINGS: WorldSettings = {
  categories: 16,
  films: 300,
  customers: 600,
  listLength: 5,
  attention: [1, 0.85, 0.72, 0.61, 0.52],
  appeal: {
    liked: { count: 3, weight: 3 },
    mild: { count: 4, weight: 1.5 },
    favorites: { count: 6, weight: 1 },
    nextCategory: 0.7,
    sharedActor: 0.6,
    fame: 0.7,
    bait: { share: 0.25, weight: 1.4 },
    boredom: 1.1,
    none: { base: 5.2, perSatisfaction: 0.5 },
  },
  enjoyment: {
    quality: { ordinary: 0.35, bait: -1.5, deviation: 0.35 },
    perTaste: 0.25,
    favorite: 0.3,
    perBoredom: 0.6,
    novelty: 0.4,
    noise: 0.5,
    none: -0.4,
    stars: { base: 3.2, scale: 1.3 },
  },
  satisfaction: { rental: 0.35, none: 0.12, fadesIn: 60 },
  boredomFadesIn: 20,
  gap: { mean: 4, perSatisfaction: 1.3, shortest: 0.7, longest: 30 },
  churn: { base: 4.3, perSatisfaction: 2.6 },
};

/** The same store, but satisfaction affects neither the next visit nor churn, so looking ahead has no benefit. */
export const NULL_WORLD: WorldSettings = {
  ...WORLD_SETTINGS,
  gap: { ...WORLD_SETTINGS.gap, perSatisfaction: 0 },
  churn: { ...WORLD_SETTINGS.churn, perSatisfaction: 0 },
};
