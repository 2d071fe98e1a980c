import type { StoreRental } from '../rental-table';
import type { Store } from '../store';

/** A generated store together with the traits that it was generated from. */
export interface SampleStore extends Store {
  /** Every rental, ordered by time. */
  readonly rentals: readonly StoreRental[];
  readonly traits: {
    readonly films: readonly FilmTraits[];
    readonly customers: readonly CustomerTraits[];
    /** The category that usually follows each category, [categories]. */
    readonly nextCategory: readonly number[];
  };
}

/** The traits of a film. Categories, actors and films are numbered by their index in the store. */
export interface FilmTraits {
  readonly category: number;
  readonly actors: readonly number[];
  /** A factor of the probability that a customer rents the film. */
  readonly fame: number;
  /** The film that this one continues. */
  readonly sequelOf?: number;
}

/** The tastes of a customer. They drift from the early to the late categories over the store's time span. */
export interface CustomerTraits {
  readonly earlyCategories: readonly number[];
  readonly lateCategories: readonly number[];
  readonly favoriteActors: readonly number[];
}
