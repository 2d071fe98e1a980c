/** The policies that can be asked for, as the API's enum Policy names them. */
export const POLICY_NAMES = ['DQN', 'TUTORIAL', 'EASE', 'ITEM_KNN', 'POPULARITY', 'RANDOM'] as const;
export type PolicyName = (typeof POLICY_NAMES)[number];

/** The policy that answers where none is asked for and none was ever promoted. */
export const DEFAULT_POLICY: PolicyName = 'TUTORIAL';

/** Scores films for customers. Deterministic once created. */
export interface Policy {
  readonly name: PolicyName;
  /** Hyperparameters that were chosen on a validation part of the training data. */
  readonly settings?: Readonly<Record<string, number>>;
  /**
   * Returns one row of scores for each history, [histories][films]; a higher score is a better film.
   * A history holds film numbers, oldest first, and may be empty. Films of the history are scored too:
   * the caller leaves them out.
   */
  score(histories: readonly Int32Array[]): Float32Array[];
}
