/** One action of the agent: it recommended `film` to a customer with this history. */
export interface Experience {
  /** Films rented before, oldest first. */
  readonly history: Int32Array;
  readonly film: number;
  readonly reward: number;
  /** Whether the customer rented the film, which then is part of the next state. */
  readonly isRented: boolean;
  /** Whether the episode ends, so that no state follows. */
  readonly isLast?: boolean;
}
