/** Milliseconds of a calendar day. */
export const DAY_MS = 86_400_000;

/** The calendar day of a time in milliseconds since 1970: days since 1970, in UTC. */
export const dayOf = (time: number): number => Math.floor(time / DAY_MS);

/**
 * A step of a visit. A visit is a calendar day on which a customer saw a list or rented a film. It has a step for each
 * rental, or one step if the customer rented none. Films by number.
 */
export interface Visit {
  readonly day: number;
  /** The list that the customer chose from, in order; empty if no list was shown. */
  readonly list: readonly number[];
  /** The rented film; −1 for none. It may be a film that the list does not have. */
  readonly film: number;
  /** The customer's rating of the film, in the units of the data; NaN if there is none. */
  readonly rating: number;
}

/** The visits of the customers who saw a list. */
export interface StoreVisits {
  /** [customers][steps], oldest first. */
  readonly customers: readonly (readonly Visit[])[];
  /** The lowest and the highest rating; absent if no rental was rated. */
  readonly ratings?: RatingScale;
}

/** The ends of the scale of ratings. */
export interface RatingScale {
  readonly lowest: number;
  readonly highest: number;
}
