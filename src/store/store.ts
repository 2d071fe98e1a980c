/** A store in memory, whole and checked: what every importer reads its source into before anything is written. */
export interface Store {
  readonly films: readonly StoreFilm[];
  readonly actors: readonly StorePerson[];
  readonly categories: readonly { readonly id: string; readonly name: string }[];
  readonly customers: readonly StoreCustomer[];
  readonly actedIn: readonly { readonly actor: string; readonly film: string }[];
  readonly ofGenre: readonly { readonly film: string; readonly category: string }[];
  /** Every single rental; a customer may rent a film more than once. */
  readonly rentals: readonly StoreRental[];
}

/** A film; what its source does not say is left out. */
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

/** A customer, by name where the source says one. */
export type StoreCustomer = Partial<StorePerson> & Pick<StorePerson, 'id'>;

/** An actor. */
export interface StorePerson {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
}

/** One rental, by ids. */
export interface StoreRental {
  readonly customer: string;
  readonly film: string;
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
}
