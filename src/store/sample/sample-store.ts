import type { Store } from '../store';

/** A store that was made, with what only its maker knows: what films are made of and what customers like. */
export interface SampleStore extends Store {
  readonly traits: {
    readonly films: readonly FilmTraits[];
    readonly customers: readonly CustomerTraits[];
    /** The category that people turn to after each category, [categories]. */
    readonly nextCategory: readonly number[];
  };
}

/** What a film is made of; categories, actors and films by their place in the store. */
export interface FilmTraits {
  readonly category: number;
  readonly actors: readonly number[];
  /** How well known it is: multiplies the chance that anybody rents it. */
  readonly fame: number;
  /** The film that this one continues. */
  readonly sequelOf?: number;
}

/** What a customer likes; tastes drift from the early to the late ones over the store's time. */
export interface CustomerTraits {
  readonly earlyCategories: readonly number[];
  readonly lateCategories: readonly number[];
  readonly favouriteActors: readonly number[];
}
