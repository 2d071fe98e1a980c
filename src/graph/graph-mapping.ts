/** The type of an id property. Text ids such as '7' and integer ids such as 7 do not match each other. */
export type IdType = 'string' | 'integer';

/** The label of nodes, and the property with their id. */
export interface MappedNode {
  readonly label: string;
  readonly id: string;
  /** Undefined: the type of the first id in the graph. */
  readonly idType?: IdType;
}

/** One property with the full name, or two with the first and last name. */
export type MappedName =
  { readonly name: string } | { readonly firstName: string; readonly lastName: string };

/** How films are connected to their actors or categories. */
export interface MappedRelationship {
  readonly type: string;
  /** Whether the relationship points to the film or away from it. */
  readonly direction: 'toFilm' | 'fromFilm';
}

/** The relationship from a customer to a film that means "rented". Properties that the graph does not have are null. */
export interface MappedRental {
  readonly type: string;
  readonly time: string | null;
  /** When the customer last rented the film. */
  readonly lastTime: string | null;
  /** How many times the customer rented the film. */
  readonly times: string | null;
  readonly rating: string | null;
  /** Ratings below this do not count as rentals; null if all count. */
  readonly threshold: number | null;
  /** The format in which `recordRental` writes times. All formats can be read. */
  readonly timeFormat: 'datetime' | 'epochSeconds' | 'epochMillis';
}

/** The optional properties of a film. */
export const FILM_PROPERTIES = [
  'description',
  'releaseYear',
  'length',
  'rating',
  'rentalRate',
  'language',
] as const;
export type FilmProperty = (typeof FILM_PROPERTIES)[number];

/** The labels, relationship types and properties that a graph uses for films, customers and rentals. Plain data. */
export interface GraphMapping {
  readonly film: MappedNode & { readonly title: string } & Readonly<Record<FilmProperty, string | null>>;
  readonly actor: MappedNode & { readonly name: MappedName; readonly relationship: MappedRelationship };
  readonly category: MappedNode & { readonly name: string; readonly relationship: MappedRelationship };
  readonly customer: MappedNode & { readonly name: MappedName };
  readonly rented: MappedRental;
  /**
   * The relationship from a customer to an actor of more than two rented films; null if it is computed instead of
   * stored.
   */
  readonly fanOf: string | null;
}

/** The names of the tutorial, which imports write. They apply if there is no mapping file. */
export const OWN_NAMES: GraphMapping = {
  film: {
    label: 'Film',
    id: 'filmID',
    idType: 'string',
    title: 'Title',
    description: 'Description',
    releaseYear: 'ReleaseYear',
    length: 'Length',
    rating: 'Rating',
    rentalRate: 'RentalRate',
    language: 'Language',
  },
  actor: {
    label: 'Actor',
    id: 'actorID',
    idType: 'string',
    name: { firstName: 'firstName', lastName: 'lastName' },
    relationship: { type: 'ACTED_IN', direction: 'toFilm' },
  },
  category: {
    label: 'Category',
    id: 'categoryID',
    idType: 'string',
    name: 'Name',
    relationship: { type: 'OF_GENRE', direction: 'fromFilm' },
  },
  customer: {
    label: 'Customer',
    id: 'customerID',
    idType: 'string',
    name: { firstName: 'firstName', lastName: 'lastName' },
  },
  rented: {
    type: 'RENTED',
    time: 'firstAt',
    lastTime: 'lastAt',
    times: 'times',
    rating: 'rating',
    threshold: null,
    timeFormat: 'datetime',
  },
  fanOf: 'FAN_OF',
};

/**
 * Whether a mapping file names the nodes. If so, reelgraph neither imports data into the graph nor creates constraints.
 */
export const isMapped = (mapping: GraphMapping): boolean => mapping.fanOf === null;
