/** A list that was served to a customer, and what came of it. Films by number. */
export interface LoggedList {
  readonly customer: string;
  /** What the customer had rented when the list was served, the oldest first. */
  readonly history: Int32Array;
  /** [places] */
  readonly films: Int32Array;
  /** With what chance each place showed its film, given those above, [places]. */
  readonly propensities: Float64Array;
  /** 1 where the customer rented the film within the window after the list, [places]. */
  readonly rented: Uint8Array;
}
