import type { PolicyName } from '../policy';

/** A list of recommendations as it was answered, with what is needed to learn from it and to judge other policies by it. */
export interface Impression {
  /** What recordRental gives back for attribution. */
  readonly id: string;
  /** Whom it was for; null where it was made from films alone. */
  readonly customer: string | null;
  readonly policy: PolicyName;
  readonly version: string;
  /** Milliseconds since 1970. */
  readonly servedAt: number;
  /** Film ids, [places]. */
  readonly films: readonly string[];
  /** What the policy thought of each film, [places]. */
  readonly scores: readonly number[];
  /** With what chance each place showed the film that it did, given the places above, [places]. */
  readonly propensities: readonly number[];
  /** The chance with which each place went to a film drawn at random. */
  readonly exploration: number;
  /** How many films qualified. */
  readonly qualifying: number;
  /** Films that the list was made from beside the customer's rentals: imagined ones, or those of recommendationsFor. */
  readonly given: readonly string[];
  /** Whether it was made from a customer's rentals and nothing else: no filter, no imagined film, no diversity, rented films left out. */
  readonly plain: boolean;
}
