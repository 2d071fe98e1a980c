/**
 * The rentals of all customers as numbers: the form in which every policy learns and scores.
 * A film's number is its index in `films`; a customer's number is its index in `customers`.
 */
export interface RentalLog {
  /** Film ids, [films], including films that were never rented. */
  readonly films: readonly string[];
  /** Customer ids, [customers]. */
  readonly customers: readonly string[];
  /** Film numbers that each customer rented, [customers][rentals], in order of (time, film id). No film twice. */
  readonly histories: readonly Int32Array[];
  /** When each rental began, in milliseconds since 1970, [customers][rentals]; absent if only the order is known. */
  readonly times?: readonly Float64Array[];
  /** Stars of each rental, NaN if it was not rated, [customers][rentals]; absent if no rental was rated. */
  readonly ratings?: readonly Float32Array[];
}
