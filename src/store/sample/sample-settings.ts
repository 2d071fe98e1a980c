/** The numbers that shape the sample store: how many of what, and what customers' tastes are made of. */
export interface SampleSettings {
  readonly actorsPerFilm: readonly [least: number, most: number];
  /** Films for one actor. */
  readonly filmsPerActor: number;
  /** Share of films that are a sequel of another one. */
  readonly sequels: number;
  /** Rentals a customer makes: the mean, and the fewest. */
  readonly rentals: readonly [mean: number, fewest: number];
  readonly from: string;
  readonly days: number;
  /** Standard deviation of a film's fame, which multiplies how often it is rented. */
  readonly fame: number;
  /** Categories that a customer likes at a time. */
  readonly likedCategories: number;
  readonly favouriteActors: number;
  /** Logarithms of what multiplies the chance of a film… */
  readonly weights: {
    /** …of a category that the customer likes, */
    readonly likedCategory: number;
    /** …with favourite actors, */
    readonly favouriteActor: number;
    /** …of the category that people turn to after the one they rented last, */
    readonly nextCategory: number;
    /** …with actors of the film rented last, */
    readonly sameActor: number;
    /** …that is the sequel of the film rented last, */
    readonly sequel: number;
    /** …rented before. */
    readonly rentedBefore: number;
  };
}

export const SAMPLE_SETTINGS: SampleSettings = {
  actorsPerFilm: [3, 8],
  filmsPerActor: 5,
  sequels: 0.12,
  rentals: [26.8, 6],
  from: '2024-01-01',
  days: 730,
  fame: 0.7,
  likedCategories: 2,
  favouriteActors: 6,
  weights: {
    likedCategory: 5,
    favouriteActor: 2.2,
    nextCategory: 1.6,
    sameActor: 2.2,
    sequel: 5,
    rentedBefore: -5,
  },
};
