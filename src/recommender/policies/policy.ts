import type { Visit } from './visit';

/** The policies, with the names of the API's enum Policy. */
export const POLICY_NAMES = ['DQN', 'TUTORIAL', 'EASE', 'ITEM_KNN', 'POPULARITY', 'RANDOM'] as const;
export type PolicyName = (typeof POLICY_NAMES)[number];

/** The policies that are trained step by step, and have versions. */
export const TRAINABLE = ['DQN', 'TUTORIAL'] as const;
export type TrainablePolicy = (typeof TRAINABLE)[number];

export const isTrainable = (name: PolicyName): name is TrainablePolicy =>
  TRAINABLE.some((trainable) => trainable === name);

/** The default policies until one is promoted, in order of preference. The first one that can be fitted is used. */
export const FALLBACK_POLICIES = ['EASE', 'ITEM_KNN', 'POPULARITY'] as const;

/** Scores films for customers. Deterministic once created. */
export interface Policy {
  readonly name: PolicyName;
  /** Hyperparameters that were chosen on a validation part of the training data. */
  readonly settings?: Readonly<Record<string, number>>;
  /**
   * Returns one row of scores for each history, [histories][films]; a higher score is a better film. A history holds
   * film numbers, oldest first, and may be empty. Films of the history are scored too; the caller filters them out.
   */
  score(histories: readonly Int32Array[]): Float32Array[];
  /** Chooses whole lists for known customers. Absent if films are ranked by `score` alone. */
  readonly slates?: SlatePolicy;
}

/** Chooses the list that has the highest expected value for a customer. Deterministic. */
export interface SlatePolicy {
  /**
   * Returns the scores by which the films of the best list are ranked, −∞ for a film that may not be on it, [films].
   * @param visits of the customer, oldest first
   * @param today days since 1970
   * @param allowed 1 for each film that may be on the list, [films]
   * @param length films of the list
   */
  score(visits: readonly Visit[], today: number, allowed: Uint8Array, length: number): Float64Array;
}

/** A version of a policy. */
export interface ServedPolicy {
  readonly policy: Policy;
  readonly version: string;
  /** Probability that a place of a list shows a film drawn at random. Default: 0. */
  readonly exploration?: number;
}
