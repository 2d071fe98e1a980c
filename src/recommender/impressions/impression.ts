import type { PolicyName } from '../policies/policy';

/** A list of recommendations that was served, with the data that training and off-policy estimates need. */
export interface Impression {
  /** The id of the list, to attribute rentals to it. */
  readonly id: string;
  /** The customer's id; null if the list is based on films only. */
  readonly customer: string | null;
  readonly policy: PolicyName;
  readonly version: string;
  /** Milliseconds since 1970. */
  readonly servedAt: number;
  /** Film ids, [places]. */
  readonly films: readonly string[];
  /** The policy's score of each film, [places]. */
  readonly scores: readonly number[];
  /** Probability that each place shows its film, given the films above it, [places]. */
  readonly propensities: readonly number[];
  /** The probability that a place shows a random film. */
  readonly exploration: number;
  /** Number of films that qualified. */
  readonly qualifying: number;
  /** Films that were treated as rented in addition to the customer's rentals, oldest first. */
  readonly given: readonly string[];
  /** True if only the customer's rentals shaped the list: no filter, no given films, no diversity, rented films excluded. */
  readonly plain: boolean;
}
