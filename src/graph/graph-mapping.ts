/** The type of an id property. Text ids such as '7' and integer ids such as 7 do not match each other. */
export type IdType = 'string' | 'integer';

/** Which nodes play a part, and the property with their id. */
export interface MappedNode {
  readonly label: string;
  readonly id: string;
  /** Undefined: the type of the first id that is found. */
  readonly idType?: IdType;
}

/** One property with the whole name, or two with its parts. */
export type MappedName =
  { readonly name: string } | { readonly firstName: string; readonly lastName: string };

/** How films are connected to what they are made of. */
export interface MappedRelationship {
  readonly type: string;
  /** Whether the relationship points to the film or away from it. */
  readonly direction: 'toFilm' | 'fromFilm';
}

/** The relationship from a customer to a film that means "rented". Null: the graph has no such property. */
export interface MappedRental {
  readonly type: string;
  readonly time: string | null;
  /** When the customer rented the film last. */
  readonly lastTime: string | null;
  /** How many times the customer rented the film. */
  readonly times: string | null;
  readonly rating: string | null;
  /** Ratings below this are no rentals; null if all are. */
  readonly threshold: number | null;
  /** The form in which `recordRental` writes times. All forms are read. */
  readonly timeFormat: 'datetime' | 'epochSeconds' | 'epochMillis';
}

/** The optional properties of films. */
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
  /** The relationship from a customer to an actor of more than two rented films; null if it is computed, not stored. */
  readonly fanOf: string | null;
}

/** The names of the tutorial, which imports write. They hold without a mapping file. */
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

/** Whether a mapping file names the nodes, so that reelgraph neither fills the graph nor constrains its labels. */
export const isMapped = (mapping: GraphMapping): boolean => mapping.fanOf === null;
