/** One action of the agent: it recommended `film` to a customer with this history. */
export interface Experience {
  /** Films rented before, oldest first. */
  readonly history: Int32Array;
  readonly film: number;
  readonly reward: number;
  /** Whether the customer rented the film. If so, it is part of the next state. */
  readonly isRented: boolean;
  /**
   * How often the experience is replayed, relative to others. Higher if the customer was likely to look at the place,
   * and if the film was unlikely to be shown there. @default 1
   */
  readonly weight?: number;
  /** Whether the episode ends, so that no state follows. */
  readonly isLast?: boolean;
}
