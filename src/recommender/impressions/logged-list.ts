/** An impression with the propensities of its places and the rentals that followed. Films by number. */
export interface LoggedList {
  readonly customer: string;
  /** Films that the customer had rented when the list was shown, oldest first. */
  readonly history: Int32Array;
  /** [places] */
  readonly films: Int32Array;
  /** The probability that each place showed its film, given the films above, [places]. */
  readonly propensities: Float64Array;
  /** 1 if the customer rented the film within the attribution window after the impression, [places]. */
  readonly rented: Uint8Array;
}
