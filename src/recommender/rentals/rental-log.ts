/**
 * The rentals of all customers as numbers. All policies learn and score in this format. A film's number is its index in
 * `films`; a customer's number is its index in `customers`.
 */
export interface RentalLog {
  /** Film ids, [films], including films that were never rented. */
  readonly films: readonly string[];
  /** Customer ids, [customers]. */
  readonly customers: readonly string[];
  /** Film numbers that each customer rented, [customers][rentals], in order of (time, film id). No film twice. */
  readonly histories: readonly Int32Array[];
  /** When each rental began, in milliseconds since 1970, [customers][rentals]; undefined if only the order is known. */
  readonly times?: readonly Float64Array[];
  /** Stars of each rental, NaN if it was not rated, [customers][rentals]; undefined if no rental was rated. */
  readonly ratings?: readonly Float32Array[];
}
