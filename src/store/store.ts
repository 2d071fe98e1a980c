import type { RentalTable, StoreRental } from './rental-table';

/** A complete and checked store in memory: the result of every reader, before anything is written. */
export interface Store {
  readonly films: readonly StoreFilm[];
  readonly actors: readonly StorePerson[];
  readonly categories: readonly { readonly id: string; readonly name: string }[];
  readonly customers: readonly StoreCustomer[];
  readonly actedIn: readonly { readonly actor: string; readonly film: string }[];
  readonly ofGenre: readonly { readonly film: string; readonly category: string }[];
  /** All rentals. A customer may rent a film more than once. */
  readonly rentals: readonly StoreRental[] | RentalTable;
}

/** A film. Properties that the source does not contain are undefined. */
export interface StoreFilm {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  readonly releaseYear?: number;
  /** Minutes. */
  readonly length?: number;
  readonly rating?: string;
  readonly rentalRate?: number;
  readonly language?: string;
}

/** A customer. The names are undefined if the source does not contain them. */
export type StoreCustomer = Partial<StorePerson> & Pick<StorePerson, 'id'>;

/** An actor. */
export interface StorePerson {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
}
