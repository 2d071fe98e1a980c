/** The policies, with the names of the API's enum Policy. */
export const POLICY_NAMES = ['DQN', 'TUTORIAL', 'EASE', 'ITEM_KNN', 'POPULARITY', 'RANDOM'] as const;
export type PolicyName = (typeof POLICY_NAMES)[number];

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
}

/** A version of a policy. */
export interface ServedPolicy {
  readonly policy: Policy;
  readonly version: string;
  /** Probability that a place of a list shows a film drawn at random. Default: 0. */
  readonly exploration?: number;
}
