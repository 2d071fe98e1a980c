/**
 * What customers rented, in numbers: the form in which every policy learns and answers.
 * A film's number is its place in `films`; a customer's number is its place in `customers`.
 */
export interface RentalLog {
  /** Film ids, [films]. Films that nobody rented are there too. */
  readonly films: readonly string[];
  /** Customer ids, [customers]. */
  readonly customers: readonly string[];
  /** Film numbers that each customer rented, [customers][rentals], in order of (time, film id). No film twice. */
  readonly histories: readonly Int32Array[];
}
