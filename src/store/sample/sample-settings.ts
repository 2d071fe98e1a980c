/** Settings of the sample store: its proportions, and the strength of its customers' tastes. */
export interface SampleSettings {
  readonly actorsPerFilm: readonly [min: number, max: number];
  /** Number of films for each actor. */
  readonly filmsPerActor: number;
  /** Share of films that are a sequel, between 0 and 1. */
  readonly sequels: number;
  /** Rentals of a customer. */
  readonly rentals: readonly [mean: number, min: number];
  /** First day of the store, such as 2024-01-01. */
  readonly from: string;
  /** Time span of the rentals in days. */
  readonly days: number;
  /**
   * Standard deviation of the logarithm of a film's fame in a large store and in a very small one. Customers of a small
   * store run out of popular films in their favorite categories, so a wider spread is needed for equally skewed
   * rentals. With the defaults, the top 10 % of films take about 40 % of the rentals from 200 to 100,000 films.
   */
  readonly fame: readonly [large: number, small: number];
  /** Number of categories that a customer likes at a time. */
  readonly likedCategories: number;
  /** Number of actors that a customer likes. */
  readonly favoriteActors: number;
  /** Logarithms of the factors that the probability of a film is multiplied by. */
  readonly weights: {
    /** The customer likes the film's category. */
    readonly likedCategory: number;
    /** A favorite actor of the customer appears in the film. */
    readonly favoriteActor: number;
    /** The film's category is the one that usually follows the category of the last rental. */
    readonly nextCategory: number;
    /** An actor of the last rental appears in the film. */
    readonly sameActor: number;
    /** The film is the sequel of the last rental. */
    readonly sequel: number;
    /** The customer has rented the film before. */
    readonly rentedBefore: number;
  };
}

/** The settings of `reelgraph import sample`. */
export const SAMPLE_SETTINGS: SampleSettings = {
  actorsPerFilm: [3, 8],
  filmsPerActor: 5,
  sequels: 0.12,
  rentals: [26.8, 6],
  from: '2024-01-01',
  days: 730,
  fame: [1, 2.05],
  likedCategories: 2,
  favoriteActors: 6,
  weights: {
    likedCategory: 5,
    favoriteActor: 2.2,
    nextCategory: 1.6,
    sameActor: 2.2,
    sequel: 5,
    rentedBefore: -5,
  },
};
