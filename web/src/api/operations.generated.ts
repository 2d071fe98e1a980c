/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Conditions on aggregated values of related nodes. */
export type ActorFilmsConnectionAggregateInput = {
  /** All of these conditions must be true. */
  AND?: Array<ActorFilmsConnectionAggregateInput> | null | undefined;
  /** This condition must be false. */
  NOT?: ActorFilmsConnectionAggregateInput | null | undefined;
  /** At least one of these conditions must be true. */
  OR?: Array<ActorFilmsConnectionAggregateInput> | null | undefined;
  /** The number of matching nodes. */
  count?: ConnectionAggregationCountFilterInput | null | undefined;
  /** The node. */
  node?: ActorFilmsNodeAggregationWhereInput | null | undefined;
};

/** Conditions on related nodes: all, some, single or none must match. */
export type ActorFilmsConnectionFilters = {
  /** Filter Actors by aggregating results on related ActorFilmsConnections */
  aggregate?: ActorFilmsConnectionAggregateInput | null | undefined;
  /** Return Actors where all of the related ActorFilmsConnections match this filter */
  all?: ActorFilmsConnectionWhere | null | undefined;
  /** Return Actors where none of the related ActorFilmsConnections match this filter */
  none?: ActorFilmsConnectionWhere | null | undefined;
  /** Return Actors where one of the related ActorFilmsConnections match this filter */
  single?: ActorFilmsConnectionWhere | null | undefined;
  /** Return Actors where some of the related ActorFilmsConnections match this filter */
  some?: ActorFilmsConnectionWhere | null | undefined;
};

/** Conditions that must all be true. */
export type ActorFilmsConnectionWhere = {
  /** All of these conditions must be true. */
  AND?: Array<ActorFilmsConnectionWhere> | null | undefined;
  /** This condition must be false. */
  NOT?: ActorFilmsConnectionWhere | null | undefined;
  /** At least one of these conditions must be true. */
  OR?: Array<ActorFilmsConnectionWhere> | null | undefined;
  /** The node. */
  node?: FilmWhere | null | undefined;
};

/** Conditions on aggregated values of related nodes. */
export type ActorFilmsNodeAggregationWhereInput = {
  /** All of these conditions must be true. */
  AND?: Array<ActorFilmsNodeAggregationWhereInput> | null | undefined;
  /** This condition must be false. */
  NOT?: ActorFilmsNodeAggregationWhereInput | null | undefined;
  /** At least one of these conditions must be true. */
  OR?: Array<ActorFilmsNodeAggregationWhereInput> | null | undefined;
  /** A short description of the plot. */
  description?: StringScalarAggregationFilters | null | undefined;
  /** The spoken language. */
  language?: StringScalarAggregationFilters | null | undefined;
  /** The running time in minutes. */
  length?: IntScalarAggregationFilters | null | undefined;
  /** The age rating, such as PG-13. */
  rating?: StringScalarAggregationFilters | null | undefined;
  /** The year the film was released. */
  releaseYear?: IntScalarAggregationFilters | null | undefined;
  /** The price of one rental, in the currency of the store. */
  rentalRate?: FloatScalarAggregationFilters | null | undefined;
  /** The title of the film. */
  title?: StringScalarAggregationFilters | null | undefined;
};

/** Conditions on related nodes: all, some, single or none must match. */
export type ActorRelationshipFilters = {
  /** Filter type where all of the related Actors match this filter */
  all?: ActorWhere | null | undefined;
  /** Filter type where none of the related Actors match this filter */
  none?: ActorWhere | null | undefined;
  /** Filter type where one of the related Actors match this filter */
  single?: ActorWhere | null | undefined;
  /** Filter type where some of the related Actors match this filter */
  some?: ActorWhere | null | undefined;
};

/** Conditions that must all be true. */
export type ActorWhere = {
  /** All of these conditions must be true. */
  AND?: Array<ActorWhere> | null | undefined;
  /** This condition must be false. */
  NOT?: ActorWhere | null | undefined;
  /** At least one of these conditions must be true. */
  OR?: Array<ActorWhere> | null | undefined;
  /** The unique ID of the actor. Names are not unique. */
  actorId?: IdScalarFilters | null | undefined;
  /** Conditions on related films. */
  films?: FilmRelationshipFilters | null | undefined;
  /** Conditions on the relationships to films. */
  filmsConnection?: ActorFilmsConnectionFilters | null | undefined;
  /** The first name of the actor. */
  firstName?: StringScalarFilters | null | undefined;
  /** The last name of the actor. */
  lastName?: StringScalarFilters | null | undefined;
};

/** Conditions on aggregated values of related nodes. */
export type CategoryFilmsConnectionAggregateInput = {
  /** All of these conditions must be true. */
  AND?: Array<CategoryFilmsConnectionAggregateInput> | null | undefined;
  /** This condition must be false. */
  NOT?: CategoryFilmsConnectionAggregateInput | null | undefined;
  /** At least one of these conditions must be true. */
  OR?: Array<CategoryFilmsConnectionAggregateInput> | null | undefined;
  /** The number of matching nodes. */
  count?: ConnectionAggregationCountFilterInput | null | undefined;
  /** The node. */
  node?: CategoryFilmsNodeAggregationWhereInput | null | undefined;
};

/** Conditions on related nodes: all, some, single or none must match. */
export type CategoryFilmsConnectionFilters = {
  /** Filter Categories by aggregating results on related CategoryFilmsConnections */
  aggregate?: CategoryFilmsConnectionAggregateInput | null | undefined;
  /** Return Categories where all of the related CategoryFilmsConnections match this filter */
  all?: CategoryFilmsConnectionWhere | null | undefined;
  /** Return Categories where none of the related CategoryFilmsConnections match this filter */
  none?: CategoryFilmsConnectionWhere | null | undefined;
  /** Return Categories where one of the related CategoryFilmsConnections match this filter */
  single?: CategoryFilmsConnectionWhere | null | undefined;
  /** Return Categories where some of the related CategoryFilmsConnections match this filter */
  some?: CategoryFilmsConnectionWhere | null | undefined;
};

/** Conditions that must all be true. */
export type CategoryFilmsConnectionWhere = {
  /** All of these conditions must be true. */
  AND?: Array<CategoryFilmsConnectionWhere> | null | undefined;
  /** This condition must be false. */
  NOT?: CategoryFilmsConnectionWhere | null | undefined;
  /** At least one of these conditions must be true. */
  OR?: Array<CategoryFilmsConnectionWhere> | null | undefined;
  /** The node. */
  node?: FilmWhere | null | undefined;
};

/** Conditions on aggregated values of related nodes. */
export type CategoryFilmsNodeAggregationWhereInput = {
  /** All of these conditions must be true. */
  AND?: Array<CategoryFilmsNodeAggregationWhereInput> | null | undefined;
  /** This condition must be false. */
  NOT?: CategoryFilmsNodeAggregationWhereInput | null | undefined;
  /** At least one of these conditions must be true. */
  OR?: Array<CategoryFilmsNodeAggregationWhereInput> | null | undefined;
  /** A short description of the plot. */
  description?: StringScalarAggregationFilters | null | undefined;
  /** The spoken language. */
  language?: StringScalarAggregationFilters | null | undefined;
  /** The running time in minutes. */
  length?: IntScalarAggregationFilters | null | undefined;
  /** The age rating, such as PG-13. */
  rating?: StringScalarAggregationFilters | null | undefined;
  /** The year the film was released. */
  releaseYear?: IntScalarAggregationFilters | null | undefined;
  /** The price of one rental, in the currency of the store. */
  rentalRate?: FloatScalarAggregationFilters | null | undefined;
  /** The title of the film. */
  title?: StringScalarAggregationFilters | null | undefined;
};

/** Conditions on related nodes: all, some, single or none must match. */
export type CategoryRelationshipFilters = {
  /** Filter type where all of the related Categories match this filter */
  all?: CategoryWhere | null | undefined;
  /** Filter type where none of the related Categories match this filter */
  none?: CategoryWhere | null | undefined;
  /** Filter type where one of the related Categories match this filter */
  single?: CategoryWhere | null | undefined;
  /** Filter type where some of the related Categories match this filter */
  some?: CategoryWhere | null | undefined;
};

/** Conditions that must all be true. */
export type CategoryWhere = {
  /** All of these conditions must be true. */
  AND?: Array<CategoryWhere> | null | undefined;
  /** This condition must be false. */
  NOT?: CategoryWhere | null | undefined;
  /** At least one of these conditions must be true. */
  OR?: Array<CategoryWhere> | null | undefined;
  /** The unique ID of the category. */
  categoryId?: IdScalarFilters | null | undefined;
  /** Conditions on related films. */
  films?: FilmRelationshipFilters | null | undefined;
  /** Conditions on the relationships to films. */
  filmsConnection?: CategoryFilmsConnectionFilters | null | undefined;
  /** The name of the category. */
  name?: StringScalarFilters | null | undefined;
};

/** Conditions on the number of related nodes. */
export type ConnectionAggregationCountFilterInput = {
  /** The nodes of this page with their cursors. */
  edges?: IntScalarFilters | null | undefined;
  /** The nodes. */
  nodes?: IntScalarFilters | null | undefined;
};

/** Conditions on aggregated values of related nodes. */
export type CustomerFanOfConnectionAggregateInput = {
  /** All of these conditions must be true. */
  AND?: Array<CustomerFanOfConnectionAggregateInput> | null | undefined;
  /** This condition must be false. */
  NOT?: CustomerFanOfConnectionAggregateInput | null | undefined;
  /** At least one of these conditions must be true. */
  OR?: Array<CustomerFanOfConnectionAggregateInput> | null | undefined;
  /** The number of matching nodes. */
  count?: ConnectionAggregationCountFilterInput | null | undefined;
  /** The node. */
  node?: CustomerFanOfNodeAggregationWhereInput | null | undefined;
};

/** Conditions on related nodes: all, some, single or none must match. */
export type CustomerFanOfConnectionFilters = {
  /** Filter Customers by aggregating results on related CustomerFanOfConnections */
  aggregate?: CustomerFanOfConnectionAggregateInput | null | undefined;
  /** Return Customers where all of the related CustomerFanOfConnections match this filter */
  all?: CustomerFanOfConnectionWhere | null | undefined;
  /** Return Customers where none of the related CustomerFanOfConnections match this filter */
  none?: CustomerFanOfConnectionWhere | null | undefined;
  /** Return Customers where one of the related CustomerFanOfConnections match this filter */
  single?: CustomerFanOfConnectionWhere | null | undefined;
  /** Return Customers where some of the related CustomerFanOfConnections match this filter */
  some?: CustomerFanOfConnectionWhere | null | undefined;
};

/** Conditions that must all be true. */
export type CustomerFanOfConnectionWhere = {
  /** All of these conditions must be true. */
  AND?: Array<CustomerFanOfConnectionWhere> | null | undefined;
  /** This condition must be false. */
  NOT?: CustomerFanOfConnectionWhere | null | undefined;
  /** At least one of these conditions must be true. */
  OR?: Array<CustomerFanOfConnectionWhere> | null | undefined;
  /** The node. */
  node?: ActorWhere | null | undefined;
};

/** Conditions on aggregated values of related nodes. */
export type CustomerFanOfNodeAggregationWhereInput = {
  /** All of these conditions must be true. */
  AND?: Array<CustomerFanOfNodeAggregationWhereInput> | null | undefined;
  /** This condition must be false. */
  NOT?: CustomerFanOfNodeAggregationWhereInput | null | undefined;
  /** At least one of these conditions must be true. */
  OR?: Array<CustomerFanOfNodeAggregationWhereInput> | null | undefined;
  /** The first name of the customer. */
  firstName?: StringScalarAggregationFilters | null | undefined;
  /** The last name of the customer. */
  lastName?: StringScalarAggregationFilters | null | undefined;
};

/** Conditions on aggregated values of related nodes. */
export type CustomerRentedConnectionAggregateInput = {
  /** All of these conditions must be true. */
  AND?: Array<CustomerRentedConnectionAggregateInput> | null | undefined;
  /** This condition must be false. */
  NOT?: CustomerRentedConnectionAggregateInput | null | undefined;
  /** At least one of these conditions must be true. */
  OR?: Array<CustomerRentedConnectionAggregateInput> | null | undefined;
  /** The number of matching nodes. */
  count?: ConnectionAggregationCountFilterInput | null | undefined;
  /** The properties of the relationship. */
  edge?: RentedAggregationWhereInput | null | undefined;
  /** The node. */
  node?: CustomerRentedNodeAggregationWhereInput | null | undefined;
};

/** Conditions on related nodes: all, some, single or none must match. */
export type CustomerRentedConnectionFilters = {
  /** Filter Customers by aggregating results on related CustomerRentedConnections */
  aggregate?: CustomerRentedConnectionAggregateInput | null | undefined;
  /** Return Customers where all of the related CustomerRentedConnections match this filter */
  all?: CustomerRentedConnectionWhere | null | undefined;
  /** Return Customers where none of the related CustomerRentedConnections match this filter */
  none?: CustomerRentedConnectionWhere | null | undefined;
  /** Return Customers where one of the related CustomerRentedConnections match this filter */
  single?: CustomerRentedConnectionWhere | null | undefined;
  /** Return Customers where some of the related CustomerRentedConnections match this filter */
  some?: CustomerRentedConnectionWhere | null | undefined;
};

/** Conditions that must all be true. */
export type CustomerRentedConnectionWhere = {
  /** All of these conditions must be true. */
  AND?: Array<CustomerRentedConnectionWhere> | null | undefined;
  /** This condition must be false. */
  NOT?: CustomerRentedConnectionWhere | null | undefined;
  /** At least one of these conditions must be true. */
  OR?: Array<CustomerRentedConnectionWhere> | null | undefined;
  /** The properties of the relationship. */
  edge?: RentedWhere | null | undefined;
  /** The node. */
  node?: FilmWhere | null | undefined;
};

/** Conditions on aggregated values of related nodes. */
export type CustomerRentedNodeAggregationWhereInput = {
  /** All of these conditions must be true. */
  AND?: Array<CustomerRentedNodeAggregationWhereInput> | null | undefined;
  /** This condition must be false. */
  NOT?: CustomerRentedNodeAggregationWhereInput | null | undefined;
  /** At least one of these conditions must be true. */
  OR?: Array<CustomerRentedNodeAggregationWhereInput> | null | undefined;
  /** A short description of the plot. */
  description?: StringScalarAggregationFilters | null | undefined;
  /** The spoken language. */
  language?: StringScalarAggregationFilters | null | undefined;
  /** The running time in minutes. */
  length?: IntScalarAggregationFilters | null | undefined;
  /** The rating that the customer gave the film, in the units of the data. Null if it is missing. */
  rating?: StringScalarAggregationFilters | null | undefined;
  /** The year the film was released. */
  releaseYear?: IntScalarAggregationFilters | null | undefined;
  /** The price of one rental, in the currency of the store. */
  rentalRate?: FloatScalarAggregationFilters | null | undefined;
  /** The title of the film. */
  title?: StringScalarAggregationFilters | null | undefined;
};

/** Conditions that must all be true. */
export type CustomerWhere = {
  /** All of these conditions must be true. */
  AND?: Array<CustomerWhere> | null | undefined;
  /** This condition must be false. */
  NOT?: CustomerWhere | null | undefined;
  /** At least one of these conditions must be true. */
  OR?: Array<CustomerWhere> | null | undefined;
  /** The unique ID of the customer. */
  customerId?: IdScalarFilters | null | undefined;
  /** Conditions on the actors the customer is a fan of. */
  fanOf?: ActorRelationshipFilters | null | undefined;
  /** Conditions on the relationships to those actors. */
  fanOfConnection?: CustomerFanOfConnectionFilters | null | undefined;
  /** The first name of the customer. */
  firstName?: StringScalarFilters | null | undefined;
  /** The last name of the customer. */
  lastName?: StringScalarFilters | null | undefined;
  /** Conditions on the films the customer has rented. */
  rented?: FilmRelationshipFilters | null | undefined;
  /** Conditions on the rentals of the customer. */
  rentedConnection?: CustomerRentedConnectionFilters | null | undefined;
};

/** Filters for an aggregation of an DateTime input field */
export type DateTimeScalarAggregationFilters = {
  /** The maximum value. */
  max?: DateTimeScalarFilters | null | undefined;
  /** The minimum value. */
  min?: DateTimeScalarFilters | null | undefined;
};

/** DateTime filters */
export type DateTimeScalarFilters = {
  /** Equal to this value. */
  eq?: string | null | undefined;
  /** Greater than this value. */
  gt?: string | null | undefined;
  /** Greater than or equal to this value. */
  gte?: string | null | undefined;
  /** Equal to one of these values. */
  in?: Array<string> | null | undefined;
  /** Less than this value. */
  lt?: string | null | undefined;
  /** Less than or equal to this value. */
  lte?: string | null | undefined;
};

/** A film embedding computed by Neo4j Graph Data Science. */
export type Embedding =
  /** Fast random projection over the same graph, stored in the property `fastrpEmbedding`. */
  | 'FASTRP'
  /** node2vec over actors, films and categories, stored in the property `node2vecEmbedding`. */
  | 'NODE2VEC';

/** Input of `evaluatePolicies`. */
export type EvaluatePoliciesInput = {
  /** The date that separates training from test rentals in a global split. Default: the date before which `share` of all rentals were made. */
  date?: string | null | undefined;
  /** The number of films of each list to evaluate, between 1 and 100. */
  k?: number;
  /** The policies. Default: all. */
  policies?: Array<Policy> | null | undefined;
  /** The random seed. Default: the seed of the server. */
  seed?: number | null | undefined;
  /** The share of rentals in the training part, above 0 and below 1. */
  share?: number;
  /** How to split rentals. */
  split?: EvaluationSplit;
};

/** How an evaluation splits rentals into a training part and a test part. */
export type EvaluationSplit =
  /** Train on all rentals before a date. Test on returning customers, on up-to-date profiles and on new customers. */
  | 'GLOBAL'
  /** Test on the last rental of each customer with at least 5 rentals. */
  | 'LEAVE_ONE_OUT'
  /** Train on the first share of each customer's rentals and test on the rest. */
  | 'PER_CUSTOMER';

/** The severity of an event. */
export type EventLevel =
  /** A failure of a request. */
  | 'ERROR'
  /** Normal operation, such as background training. */
  | 'INFO'
  /** A failure that the server handled. */
  | 'WARN';

/** Conditions on aggregated values of related nodes. */
export type FilmActorsConnectionAggregateInput = {
  /** All of these conditions must be true. */
  AND?: Array<FilmActorsConnectionAggregateInput> | null | undefined;
  /** This condition must be false. */
  NOT?: FilmActorsConnectionAggregateInput | null | undefined;
  /** At least one of these conditions must be true. */
  OR?: Array<FilmActorsConnectionAggregateInput> | null | undefined;
  /** The number of matching nodes. */
  count?: ConnectionAggregationCountFilterInput | null | undefined;
  /** The node. */
  node?: FilmActorsNodeAggregationWhereInput | null | undefined;
};

/** Conditions on related nodes: all, some, single or none must match. */
export type FilmActorsConnectionFilters = {
  /** Filter Films by aggregating results on related FilmActorsConnections */
  aggregate?: FilmActorsConnectionAggregateInput | null | undefined;
  /** Return Films where all of the related FilmActorsConnections match this filter */
  all?: FilmActorsConnectionWhere | null | undefined;
  /** Return Films where none of the related FilmActorsConnections match this filter */
  none?: FilmActorsConnectionWhere | null | undefined;
  /** Return Films where one of the related FilmActorsConnections match this filter */
  single?: FilmActorsConnectionWhere | null | undefined;
  /** Return Films where some of the related FilmActorsConnections match this filter */
  some?: FilmActorsConnectionWhere | null | undefined;
};

/** Conditions that must all be true. */
export type FilmActorsConnectionWhere = {
  /** All of these conditions must be true. */
  AND?: Array<FilmActorsConnectionWhere> | null | undefined;
  /** This condition must be false. */
  NOT?: FilmActorsConnectionWhere | null | undefined;
  /** At least one of these conditions must be true. */
  OR?: Array<FilmActorsConnectionWhere> | null | undefined;
  /** The node. */
  node?: ActorWhere | null | undefined;
};

/** Conditions on aggregated values of related nodes. */
export type FilmActorsNodeAggregationWhereInput = {
  /** All of these conditions must be true. */
  AND?: Array<FilmActorsNodeAggregationWhereInput> | null | undefined;
  /** This condition must be false. */
  NOT?: FilmActorsNodeAggregationWhereInput | null | undefined;
  /** At least one of these conditions must be true. */
  OR?: Array<FilmActorsNodeAggregationWhereInput> | null | undefined;
  /** The first name of the actor. */
  firstName?: StringScalarAggregationFilters | null | undefined;
  /** The last name of the actor. */
  lastName?: StringScalarAggregationFilters | null | undefined;
};

/** Conditions on aggregated values of related nodes. */
export type FilmCategoriesConnectionAggregateInput = {
  /** All of these conditions must be true. */
  AND?: Array<FilmCategoriesConnectionAggregateInput> | null | undefined;
  /** This condition must be false. */
  NOT?: FilmCategoriesConnectionAggregateInput | null | undefined;
  /** At least one of these conditions must be true. */
  OR?: Array<FilmCategoriesConnectionAggregateInput> | null | undefined;
  /** The number of matching nodes. */
  count?: ConnectionAggregationCountFilterInput | null | undefined;
  /** The node. */
  node?: FilmCategoriesNodeAggregationWhereInput | null | undefined;
};

/** Conditions on related nodes: all, some, single or none must match. */
export type FilmCategoriesConnectionFilters = {
  /** Filter Films by aggregating results on related FilmCategoriesConnections */
  aggregate?: FilmCategoriesConnectionAggregateInput | null | undefined;
  /** Return Films where all of the related FilmCategoriesConnections match this filter */
  all?: FilmCategoriesConnectionWhere | null | undefined;
  /** Return Films where none of the related FilmCategoriesConnections match this filter */
  none?: FilmCategoriesConnectionWhere | null | undefined;
  /** Return Films where one of the related FilmCategoriesConnections match this filter */
  single?: FilmCategoriesConnectionWhere | null | undefined;
  /** Return Films where some of the related FilmCategoriesConnections match this filter */
  some?: FilmCategoriesConnectionWhere | null | undefined;
};

/** Conditions that must all be true. */
export type FilmCategoriesConnectionWhere = {
  /** All of these conditions must be true. */
  AND?: Array<FilmCategoriesConnectionWhere> | null | undefined;
  /** This condition must be false. */
  NOT?: FilmCategoriesConnectionWhere | null | undefined;
  /** At least one of these conditions must be true. */
  OR?: Array<FilmCategoriesConnectionWhere> | null | undefined;
  /** The node. */
  node?: CategoryWhere | null | undefined;
};

/** Conditions on aggregated values of related nodes. */
export type FilmCategoriesNodeAggregationWhereInput = {
  /** All of these conditions must be true. */
  AND?: Array<FilmCategoriesNodeAggregationWhereInput> | null | undefined;
  /** This condition must be false. */
  NOT?: FilmCategoriesNodeAggregationWhereInput | null | undefined;
  /** At least one of these conditions must be true. */
  OR?: Array<FilmCategoriesNodeAggregationWhereInput> | null | undefined;
  /** The name of the category. */
  name?: StringScalarAggregationFilters | null | undefined;
};

/** Conditions on related nodes: all, some, single or none must match. */
export type FilmRelationshipFilters = {
  /** Filter type where all of the related Films match this filter */
  all?: FilmWhere | null | undefined;
  /** Filter type where none of the related Films match this filter */
  none?: FilmWhere | null | undefined;
  /** Filter type where one of the related Films match this filter */
  single?: FilmWhere | null | undefined;
  /** Filter type where some of the related Films match this filter */
  some?: FilmWhere | null | undefined;
};

/** Conditions that must all be true. */
export type FilmWhere = {
  /** All of these conditions must be true. */
  AND?: Array<FilmWhere> | null | undefined;
  /** This condition must be false. */
  NOT?: FilmWhere | null | undefined;
  /** At least one of these conditions must be true. */
  OR?: Array<FilmWhere> | null | undefined;
  /** Conditions on the actors of the film. */
  actors?: ActorRelationshipFilters | null | undefined;
  /** Conditions on the relationships to actors. */
  actorsConnection?: FilmActorsConnectionFilters | null | undefined;
  /** Conditions on the categories of the film. */
  categories?: CategoryRelationshipFilters | null | undefined;
  /** Conditions on the relationships to categories. */
  categoriesConnection?: FilmCategoriesConnectionFilters | null | undefined;
  /** A short description of the plot. */
  description?: StringScalarFilters | null | undefined;
  /** The unique ID of the film. */
  filmId?: IdScalarFilters | null | undefined;
  /** The spoken language. */
  language?: StringScalarFilters | null | undefined;
  /** The running time in minutes. */
  length?: IntScalarFilters | null | undefined;
  /** The age rating, such as PG-13. */
  rating?: StringScalarFilters | null | undefined;
  /** The year the film was released. */
  releaseYear?: IntScalarFilters | null | undefined;
  /** The price of one rental, in the currency of the store. */
  rentalRate?: FloatScalarFilters | null | undefined;
  /** The title of the film. */
  title?: StringScalarFilters | null | undefined;
};

/** Filters for an aggregation of a float field */
export type FloatScalarAggregationFilters = {
  /** The mean value. */
  average?: FloatScalarFilters | null | undefined;
  /** The maximum value. */
  max?: FloatScalarFilters | null | undefined;
  /** The minimum value. */
  min?: FloatScalarFilters | null | undefined;
  /** The sum of the values. */
  sum?: FloatScalarFilters | null | undefined;
};

/** Float filters */
export type FloatScalarFilters = {
  /** Equal to this value. */
  eq?: number | null | undefined;
  /** Greater than this value. */
  gt?: number | null | undefined;
  /** Greater than or equal to this value. */
  gte?: number | null | undefined;
  /** Equal to one of these values. */
  in?: Array<number> | null | undefined;
  /** Less than this value. */
  lt?: number | null | undefined;
  /** Less than or equal to this value. */
  lte?: number | null | undefined;
};

/** ID filters */
export type IdScalarFilters = {
  /** Contains this text. */
  contains?: string | null | undefined;
  /** Ends with this text. */
  endsWith?: string | null | undefined;
  /** Equal to this value. */
  eq?: string | null | undefined;
  /** Equal to one of these values. */
  in?: Array<string> | null | undefined;
  /** Starts with this text. */
  startsWith?: string | null | undefined;
};

/** Filters for an aggregation of an int field */
export type IntScalarAggregationFilters = {
  /** The mean value. */
  average?: FloatScalarFilters | null | undefined;
  /** The maximum value. */
  max?: IntScalarFilters | null | undefined;
  /** The minimum value. */
  min?: IntScalarFilters | null | undefined;
  /** The sum of the values. */
  sum?: IntScalarFilters | null | undefined;
};

/** Int filters */
export type IntScalarFilters = {
  /** Equal to this value. */
  eq?: number | null | undefined;
  /** Greater than this value. */
  gt?: number | null | undefined;
  /** Greater than or equal to this value. */
  gte?: number | null | undefined;
  /** Equal to one of these values. */
  in?: Array<number> | null | undefined;
  /** Less than this value. */
  lt?: number | null | undefined;
  /** Less than or equal to this value. */
  lte?: number | null | undefined;
};

/** A method of ranking films for a customer. */
export type Policy =
  /** A conservative double deep Q-network over film embeddings. */
  | 'DQN'
  /** EASE, a linear autoencoder over films rented together (Steck 2019). */
  | 'EASE'
  /** Item-based nearest neighbors, by cosine similarity of the customers who rented each film. */
  | 'ITEM_KNN'
  /** The most rented films. */
  | 'POPULARITY'
  /** Random films, as a lower bound for comparisons. */
  | 'RANDOM'
  /** The agent of the tutorial, reproduced with its known flaws. */
  | 'TUTORIAL';

/** A way to project embeddings to two dimensions. */
export type Projection =
  /** Principal component analysis: the two directions in which the films differ most. */
  | 'PCA'
  /** Uniform manifold approximation and projection: keeps near films near. Limited to 10,000 films. */
  | 'UMAP';

/** Input of `promotePolicy`. */
export type PromotePolicyInput = {
  /** The probability that a position of a list is given to a random film, between 0 and 1. */
  exploration?: number;
  /** Whether to promote the policy even if no evaluation shows that it is better than the current one. */
  force?: boolean;
  /** The policy to promote. */
  policy: Policy;
  /** The version to promote, as listed by `policyVersions`. Default: the newest version of DQN, or the latest state of TUTORIAL. */
  version?: string | null | undefined;
};

/** A way to make a list. */
export type Ranking =
  /** Films are ranked one by one, by the score of the policy. */
  | 'NEXT_RENTAL'
  /** The list as a whole has the highest expected value, which counts later visits. Lists with `imagine` or `diversity` and lists without a customer are made by NEXT_RENTAL. */
  | 'SLATES';

/** Conditions on aggregated values of related nodes. */
export type RentedAggregationWhereInput = {
  /** All of these conditions must be true. */
  AND?: Array<RentedAggregationWhereInput> | null | undefined;
  /** This condition must be false. */
  NOT?: RentedAggregationWhereInput | null | undefined;
  /** At least one of these conditions must be true. */
  OR?: Array<RentedAggregationWhereInput> | null | undefined;
  /** The date and time of the first rental. Null if the graph does not contain it in a valid format. */
  firstAt?: DateTimeScalarAggregationFilters | null | undefined;
  /** The date and time of the most recent rental. Null if the graph does not contain it in a valid format. */
  lastAt?: DateTimeScalarAggregationFilters | null | undefined;
  /** The rating that the customer gave the film, in the units of the data. Null if it is missing. */
  rating?: FloatScalarAggregationFilters | null | undefined;
  /** The number of times the customer has rented the film. */
  times?: IntScalarAggregationFilters | null | undefined;
};

/** Conditions that must all be true. */
export type RentedWhere = {
  /** All of these conditions must be true. */
  AND?: Array<RentedWhere> | null | undefined;
  /** This condition must be false. */
  NOT?: RentedWhere | null | undefined;
  /** At least one of these conditions must be true. */
  OR?: Array<RentedWhere> | null | undefined;
  /** The date and time of the first rental. Null if the graph does not contain it in a valid format. */
  firstAt?: DateTimeScalarFilters | null | undefined;
  /** The date and time of the most recent rental. Null if the graph does not contain it in a valid format. */
  lastAt?: DateTimeScalarFilters | null | undefined;
  /** The rating that the customer gave the film, in the units of the data. Null if it is missing. */
  rating?: FloatScalarFilters | null | undefined;
  /** The number of times the customer has rented the film. */
  times?: IntScalarFilters | null | undefined;
};

/** The role of a caller. */
export type Role =
  /** All permissions. */
  | 'ADMIN'
  /** Reads all data except the names of customers. */
  | 'ANALYST'
  /** A caller without a token. Reads films, actors and categories. */
  | 'ANONYMOUS'
  /** A customer. Also reads their own data and recommendations. */
  | 'CUSTOMER'
  /** An analyst who can also train, evaluate and promote policies. */
  | 'TRAINER';

/** The status of a training run or an evaluation. */
export type RunStatus =
  /** Cancelled by a user. The versions it published are kept. */
  | 'CANCELLED'
  /** Failed. The versions it published before the failure are kept. */
  | 'FAILED'
  /** Interrupted because its process ended or stopped responding. A training run can be resumed from its last published version. */
  | 'INTERRUPTED'
  /** In progress. */
  | 'RUNNING'
  /** Completed. */
  | 'SUCCEEDED';

/** Input of `startTraining`. */
export type StartTrainingInput = {
  /** The policy to train: DQN or TUTORIAL. Ignored if `resume` is set. */
  policy?: Policy;
  /** The ID of a finished run to resume. The new run starts from its last published version, with the current rentals and films. */
  resume?: string | null | undefined;
  /** The random seed. Default: the seed of the resumed run, or the seed of the server. */
  seed?: number | null | undefined;
  /** The maximum number of steps. Default: chosen by the policy. */
  steps?: number | null | undefined;
};

/** Filters for an aggregation of a string field */
export type StringScalarAggregationFilters = {
  /** The mean length in characters. */
  averageLength?: FloatScalarFilters | null | undefined;
  /** The length of the longest text in characters. */
  longestLength?: IntScalarFilters | null | undefined;
  /** The length of the shortest text in characters. */
  shortestLength?: IntScalarFilters | null | undefined;
};

/** String filters */
export type StringScalarFilters = {
  /** Contains this text. */
  contains?: string | null | undefined;
  /** Ends with this text. */
  endsWith?: string | null | undefined;
  /** Equal to this value. */
  eq?: string | null | undefined;
  /** Equal to one of these values. */
  in?: Array<string> | null | undefined;
  /** Starts with this text. */
  startsWith?: string | null | undefined;
};

/** Whether a trial is running, or how it ended. */
export type TrialStatus =
  /** The candidate had more rentals or visits and not fewer of the other: it was promoted. */
  | 'PROMOTED'
  /** The candidate had fewer rentals or visits, or no difference was found in 84 days. */
  | 'REJECTED'
  /** Both halves are being compared. */
  | 'RUNNING'
  /** The trial ended without a result: another policy was promoted, the candidate could not be served, or `endTrial` was called. */
  | 'STOPPED';

/** The result of a sequential test. */
export type TrialVerdict =
  /** The interval lies above 0. */
  | 'BETTER'
  /** The interval contains 0. */
  | 'UNDECIDED'
  /** The interval lies below 0. */
  | 'WORSE';

export type FirstActorsQueryVariables = Exact<{
  limit?: number;
}>;


export type FirstActorsQuery = { actors: Array<{ actorId: string, firstName: string, lastName: string }> };

export type SearchActorsQueryVariables = Exact<{
  text: string;
  first?: number;
}>;


export type SearchActorsQuery = { search: Array<
    | { actorId: string, firstName: string, lastName: string }
    | Record<PropertyKey, never>
  > };

export type VersionsAndPromotionsQueryVariables = Exact<{ [key: string]: never; }>;


export type VersionsAndPromotionsQuery = { policyVersions: Array<{ policy: Policy, version: string, step: number, validation: number | null, publishedAt: string, run: string }>, promotions: Array<{ policy: Policy, version: string | null, exploration: number, promotedAt: string }> };

export type PromoteMutationVariables = Exact<{
  input: PromotePolicyInput;
}>;


export type PromoteMutation = { promotePolicy: { promotion: { policy: Policy, version: string | null, exploration: number, promotedAt: string } } | null };

export type ListsOfTwoQueryVariables = Exact<{
  customers: Array<string> | string;
  first: number;
  before: Policy;
  beforeVersion?: string | null | undefined;
  after: Policy;
  afterVersion?: string | null | undefined;
}>;


export type ListsOfTwoQuery = { customers: Array<{ customerId: string, before: { version: string, items: Array<{ film: { filmId: string, title: string } }> } | null, after: { version: string, items: Array<{ film: { filmId: string, title: string } }> } | null }> };

export type EvaluationFactsFragment = { id: string, status: RunStatus, startedAt: string, finishedAt: string | null, seed: number, k: number, split: EvaluationSplit, share: number, date: string | null, customers: number, trainRentals: number, testRentals: number, engine: string, error: string | null };

export type MeasuredFragment = { mean: number, low: number, high: number };

export type EvaluationsQueryVariables = Exact<{ [key: string]: never; }>;


export type EvaluationsQuery = { evaluations: Array<{ id: string, status: RunStatus, startedAt: string, finishedAt: string | null, seed: number, k: number, split: EvaluationSplit, share: number, date: string | null, customers: number, trainRentals: number, testRentals: number, engine: string, error: string | null }> };

export type EvaluationResultsQueryVariables = Exact<{
  evaluation: string;
}>;


export type EvaluationResultsQuery = { evaluation: { id: string, status: RunStatus, startedAt: string, finishedAt: string | null, seed: number, k: number, split: EvaluationSplit, share: number, date: string | null, customers: number, trainRentals: number, testRentals: number, engine: string, error: string | null, results: Array<{ policy: Policy, trainSeconds: number, answerMilliseconds: number, recall: { mean: number, low: number, high: number }, ndcg: { mean: number, low: number, high: number }, hitRate: { mean: number, low: number, high: number }, coverage: { mean: number, low: number, high: number }, novelty: { mean: number, low: number, high: number }, groups: Array<{ group: string, profileLength: number | null, cases: number, ndcg: { mean: number, low: number, high: number } }>, popularity: Array<{ maxRentals: number | null, testRentals: number, recall: number }>, differences: Array<{ policy: Policy, ndcg: { mean: number, low: number, high: number } }> }>, skipped: Array<{ policy: Policy, reason: string }>, offPolicy: Array<{ policy: Policy, effectiveSampleSize: number, lists: number, snips: { mean: number, low: number, high: number }, doublyRobust: { mean: number, low: number, high: number } }> } | null };

export type EvaluateMutationVariables = Exact<{
  input: EvaluatePoliciesInput;
}>;


export type EvaluateMutation = { evaluatePolicies: { evaluation: { id: string, status: RunStatus, startedAt: string, finishedAt: string | null, seed: number, k: number, split: EvaluationSplit, share: number, date: string | null, customers: number, trainRentals: number, testRentals: number, engine: string, error: string | null } } | null };

export type TrialsQueryVariables = Exact<{ [key: string]: never; }>;


export type TrialsQuery = { promotionTrials: Array<{ id: string, status: TrialStatus, policy: Policy, version: string, currentPolicy: Policy, currentVersion: string | null, startedAt: string, day: number, endedAt: string | null, reason: string | null, results: { candidateCustomers: number, currentCustomers: number, rentals: { difference: number, low: number | null, high: number | null, verdict: TrialVerdict }, visits: { difference: number, low: number | null, high: number | null, verdict: TrialVerdict } } | null }> };

export type TrialFragment = { id: string, status: TrialStatus, policy: Policy, version: string, currentPolicy: Policy, currentVersion: string | null, startedAt: string, day: number, endedAt: string | null, reason: string | null, results: { candidateCustomers: number, currentCustomers: number, rentals: { difference: number, low: number | null, high: number | null, verdict: TrialVerdict }, visits: { difference: number, low: number | null, high: number | null, verdict: TrialVerdict } } | null };

export type DifferenceFragment = { difference: number, low: number | null, high: number | null, verdict: TrialVerdict };

export type EndTrialMutationVariables = Exact<{
  trial: string;
}>;


export type EndTrialMutation = { endTrial: { trial: { id: string, status: TrialStatus, policy: Policy, version: string, currentPolicy: Policy, currentVersion: string | null, startedAt: string, day: number, endedAt: string | null, reason: string | null, results: { candidateCustomers: number, currentCustomers: number, rentals: { difference: number, low: number | null, high: number | null, verdict: TrialVerdict }, visits: { difference: number, low: number | null, high: number | null, verdict: TrialVerdict } } | null } } | null };

export type FindCustomersQueryVariables = Exact<{
  where: CustomerWhere;
  limit: number;
}>;


export type FindCustomersQuery = { customers: Array<{ customerId: string }> };

export type FindCustomersWithNamesQueryVariables = Exact<{
  where: CustomerWhere;
  limit: number;
}>;


export type FindCustomersWithNamesQuery = { customers: Array<{ customerId: string, firstName: string | null, lastName: string | null }> };

export type FilmMapQueryVariables = Exact<{
  embedding: Embedding;
  projection: Projection;
}>;


export type FilmMapQuery = { filmMap: Array<{ x: number, y: number, film: { filmId: string, title: string, releaseYear: number | null, categories: Array<{ name: string }> } }> };

export type FilmAndNeighborsQueryVariables = Exact<{
  film: string;
  first?: number;
  embedding: Embedding;
}>;


export type FilmAndNeighborsQuery = { films: Array<{ filmId: string, title: string, description: string | null, releaseYear: number | null, length: number | null, rating: string | null, categories: Array<{ name: string }>, actors: Array<{ actorId: string, firstName: string, lastName: string }> }>, embeddingNeighbors: Array<{ score: number, film: { filmId: string, title: string, releaseYear: number | null, categories: Array<{ name: string }> } }> | null };

export type CategoriesQueryVariables = Exact<{ [key: string]: never; }>;


export type CategoriesQuery = { categories: Array<{ categoryId: string, name: string }> };

export type FirstFilmsQueryVariables = Exact<{
  limit?: number;
}>;


export type FirstFilmsQuery = { films: Array<{ filmId: string, title: string, releaseYear: number | null }> };

export type SearchFilmsQueryVariables = Exact<{
  text: string;
  first?: number;
}>;


export type SearchFilmsQuery = { search: Array<
    | { filmId: string, title: string, releaseYear: number | null }
    | Record<PropertyKey, never>
  > };

export type FilmTitlesQueryVariables = Exact<{
  ids: Array<string> | string;
}>;


export type FilmTitlesQuery = { films: Array<{ filmId: string, title: string, releaseYear: number | null }> };

export type ServingPolicyQueryVariables = Exact<{ [key: string]: never; }>;


export type ServingPolicyQuery = { agent: { engine: string, engineVersion: string, policy: Policy, version: string } };

export type WriteMissingEmbeddingsMutationVariables = Exact<{ [key: string]: never; }>;


export type WriteMissingEmbeddingsMutation = { writeEmbeddings: { written: Array<{ embedding: Embedding, nodes: number }> } | null };

export type RecommendQueryVariables = Exact<{
  customer: string;
  first: number;
  policy?: Policy | null | undefined;
  where?: FilmWhere | null | undefined;
  imagine?: Array<string> | string | null | undefined;
  diversity?: number;
}>;


export type RecommendQuery = { recommendations: { id: string, policy: Policy, version: string, ranking: Ranking, items: Array<{ rank: number, score: number, film: { filmId: string, title: string, releaseYear: number | null, categories: Array<{ name: string }> }, reasons: Array<{ text: string, rented: { filmId: string, title: string }, actor: { actorId: string, firstName: string, lastName: string } | null, category: { categoryId: string, name: string } | null }> }> } | null };

export type RentedFilmsQueryVariables = Exact<{
  customer: string;
  first: number;
}>;


export type RentedFilmsQuery = { customers: Array<{ customerId: string, fanOf: Array<{ actorId: string, firstName: string, lastName: string }>, rentedConnection: { totalCount: number, edges: Array<{ properties: { lastAt: string | null, times: number }, node: { filmId: string, title: string, releaseYear: number | null, categories: Array<{ name: string }> } }> } }> };

export type RecommendTitlesQueryVariables = Exact<{
  customer: string;
  first: number;
  policy: Policy;
  where?: FilmWhere | null | undefined;
  imagine?: Array<string> | string | null | undefined;
}>;


export type RecommendTitlesQuery = { recommendations: { policy: Policy, version: string, items: Array<{ rank: number, score: number, film: { filmId: string, title: string, categories: Array<{ name: string }> } }> } | null };

export type CurrentViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type CurrentViewerQuery = { viewer: { role: Role, customerId: string | null } };

export type SystemStateQueryVariables = Exact<{ [key: string]: never; }>;


export type SystemStateQuery = { system: { counts: { films: number, actors: number, categories: number, customers: number, rentals: number, fanOf: number | null, impressions: number, trainingRuns: number, policyVersions: number }, dataIssues: Array<{ description: string, count: number, examples: Array<string>, isLeftOut: boolean, remedy: string }>, events: Array<{ at: string, level: EventLevel, message: string, cause: string | null }>, versions: { engine: string, engineVersion: string, node: string, neo4j: string, edition: string, gds: string | null } }, trainingRuns: Array<{ id: string, policy: Policy, status: RunStatus, seed: number, startedAt: string, finishedAt: string | null, step: number, steps: number, firstStep: number, epsilon: number, engine: string, engineVersion: string, stepsPerSecond: number, validation: number | null, version: string | null, resumedFrom: string | null, error: string | null, settings: Array<{ name: string, value: string }> }>, promotions: Array<{ policy: Policy, version: string | null, exploration: number, promotedAt: string }> };

export type SystemActivityQueryVariables = Exact<{ [key: string]: never; }>;


export type SystemActivityQuery = { system: { rentalDays: Array<{ date: string, rentals: number, attributed: number }>, impressionDays: Array<{ date: string, policy: Policy, version: string, impressions: number, rented: number }> } };

export type RunFragment = { id: string, policy: Policy, status: RunStatus, seed: number, startedAt: string, finishedAt: string | null, step: number, steps: number, firstStep: number, epsilon: number, engine: string, engineVersion: string, stepsPerSecond: number, validation: number | null, version: string | null, resumedFrom: string | null, error: string | null, settings: Array<{ name: string, value: string }> };

export type PointFragment = { step: number, seconds: number | null, loss: number | null, reward: number, meanReward: number, epsilon: number, validation: number | null };

export type TrainingRunsQueryVariables = Exact<{
  first?: number;
}>;


export type TrainingRunsQuery = { trainingRuns: Array<{ id: string, policy: Policy, status: RunStatus, seed: number, startedAt: string, finishedAt: string | null, step: number, steps: number, firstStep: number, epsilon: number, engine: string, engineVersion: string, stepsPerSecond: number, validation: number | null, version: string | null, resumedFrom: string | null, error: string | null, settings: Array<{ name: string, value: string }> }> };

export type RunCurveQueryVariables = Exact<{
  run: string;
  points?: number;
}>;


export type RunCurveQuery = { trainingRun: { id: string, policy: Policy, status: RunStatus, seed: number, startedAt: string, finishedAt: string | null, step: number, steps: number, firstStep: number, epsilon: number, engine: string, engineVersion: string, stepsPerSecond: number, validation: number | null, version: string | null, resumedFrom: string | null, error: string | null, curve: Array<{ step: number, seconds: number | null, loss: number | null, reward: number, meanReward: number, epsilon: number, validation: number | null }>, settings: Array<{ name: string, value: string }> } | null };

export type VersionScoresQueryVariables = Exact<{ [key: string]: never; }>;


export type VersionScoresQuery = { policyVersions: Array<{ version: string, validation: number | null }> };

export type StartTrainingMutationVariables = Exact<{
  input: StartTrainingInput;
}>;


export type StartTrainingMutation = { startTraining: { run: { id: string, policy: Policy, status: RunStatus, seed: number, startedAt: string, finishedAt: string | null, step: number, steps: number, firstStep: number, epsilon: number, engine: string, engineVersion: string, stepsPerSecond: number, validation: number | null, version: string | null, resumedFrom: string | null, error: string | null, settings: Array<{ name: string, value: string }> } } | null };

export type CancelTrainingMutationVariables = Exact<{
  run: string;
}>;


export type CancelTrainingMutation = { cancelTraining: { run: { id: string, policy: Policy, status: RunStatus, seed: number, startedAt: string, finishedAt: string | null, step: number, steps: number, firstStep: number, epsilon: number, engine: string, engineVersion: string, stepsPerSecond: number, validation: number | null, version: string | null, resumedFrom: string | null, error: string | null, settings: Array<{ name: string, value: string }> } } | null };

export type TrainingProgressSubscriptionVariables = Exact<{
  run: string;
}>;


export type TrainingProgressSubscription = { trainingProgress: { run: string, status: RunStatus, step: number, loss: number | null, reward: number, meanReward: number, epsilon: number, stepsPerSecond: number, validation: number | null } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const EvaluationFactsFragmentDoc = new TypedDocumentString(`
    fragment EvaluationFacts on Evaluation {
  id
  status
  startedAt
  finishedAt
  seed
  k
  split
  share
  date
  customers
  trainRentals
  testRentals
  engine
  error
}
    `, {"fragmentName":"EvaluationFacts"}) as unknown as TypedDocumentString<EvaluationFactsFragment, unknown>;
export const MeasuredFragmentDoc = new TypedDocumentString(`
    fragment Measured on Interval {
  mean
  low
  high
}
    `, {"fragmentName":"Measured"}) as unknown as TypedDocumentString<MeasuredFragment, unknown>;
export const DifferenceFragmentDoc = new TypedDocumentString(`
    fragment Difference on TrialDifference {
  difference
  low
  high
  verdict
}
    `, {"fragmentName":"Difference"}) as unknown as TypedDocumentString<DifferenceFragment, unknown>;
export const TrialFragmentDoc = new TypedDocumentString(`
    fragment Trial on PromotionTrial {
  id
  status
  policy
  version
  currentPolicy
  currentVersion
  startedAt
  day
  results {
    candidateCustomers
    currentCustomers
    rentals {
      ...Difference
    }
    visits {
      ...Difference
    }
  }
  endedAt
  reason
}
    fragment Difference on TrialDifference {
  difference
  low
  high
  verdict
}`, {"fragmentName":"Trial"}) as unknown as TypedDocumentString<TrialFragment, unknown>;
export const RunFragmentDoc = new TypedDocumentString(`
    fragment Run on TrainingRun {
  id
  policy
  status
  seed
  startedAt
  finishedAt
  step
  steps
  firstStep
  epsilon
  engine
  engineVersion
  stepsPerSecond
  validation
  version
  resumedFrom
  error
  settings {
    name
    value
  }
}
    `, {"fragmentName":"Run"}) as unknown as TypedDocumentString<RunFragment, unknown>;
export const PointFragmentDoc = new TypedDocumentString(`
    fragment Point on CurvePoint {
  step
  seconds
  loss
  reward
  meanReward
  epsilon
  validation
}
    `, {"fragmentName":"Point"}) as unknown as TypedDocumentString<PointFragment, unknown>;
export const FirstActorsDocument = new TypedDocumentString(`
    query FirstActors($limit: Int! = 12) {
  actors(limit: $limit, sort: [{lastName: ASC}, {firstName: ASC}]) {
    actorId
    firstName
    lastName
  }
}
    `) as unknown as TypedDocumentString<FirstActorsQuery, FirstActorsQueryVariables>;
export const SearchActorsDocument = new TypedDocumentString(`
    query SearchActors($text: String!, $first: Int! = 12) {
  search(text: $text, first: $first, types: [ACTOR]) {
    ... on Actor {
      actorId
      firstName
      lastName
    }
  }
}
    `) as unknown as TypedDocumentString<SearchActorsQuery, SearchActorsQueryVariables>;
export const VersionsAndPromotionsDocument = new TypedDocumentString(`
    query VersionsAndPromotions {
  policyVersions(first: 12) {
    policy
    version
    step
    validation
    publishedAt
    run
  }
  promotions(first: 5) {
    policy
    version
    exploration
    promotedAt
  }
}
    `) as unknown as TypedDocumentString<VersionsAndPromotionsQuery, VersionsAndPromotionsQueryVariables>;
export const PromoteDocument = new TypedDocumentString(`
    mutation Promote($input: PromotePolicyInput!) {
  promotePolicy(input: $input) {
    promotion {
      policy
      version
      exploration
      promotedAt
    }
  }
}
    `) as unknown as TypedDocumentString<PromoteMutation, PromoteMutationVariables>;
export const ListsOfTwoDocument = new TypedDocumentString(`
    query ListsOfTwo($customers: [ID!]!, $first: Int!, $before: Policy!, $beforeVersion: String, $after: Policy!, $afterVersion: String) {
  customers(where: {customerId: {in: $customers}}) {
    customerId
    before: recommendations(first: $first, policy: $before, version: $beforeVersion) {
      version
      items {
        film {
          filmId
          title
        }
      }
    }
    after: recommendations(first: $first, policy: $after, version: $afterVersion) {
      version
      items {
        film {
          filmId
          title
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ListsOfTwoQuery, ListsOfTwoQueryVariables>;
export const EvaluationsDocument = new TypedDocumentString(`
    query Evaluations {
  evaluations(first: 20) {
    ...EvaluationFacts
  }
}
    fragment EvaluationFacts on Evaluation {
  id
  status
  startedAt
  finishedAt
  seed
  k
  split
  share
  date
  customers
  trainRentals
  testRentals
  engine
  error
}`) as unknown as TypedDocumentString<EvaluationsQuery, EvaluationsQueryVariables>;
export const EvaluationResultsDocument = new TypedDocumentString(`
    query EvaluationResults($evaluation: ID!) {
  evaluation(id: $evaluation) {
    ...EvaluationFacts
    results {
      policy
      recall {
        ...Measured
      }
      ndcg {
        ...Measured
      }
      hitRate {
        ...Measured
      }
      coverage {
        ...Measured
      }
      novelty {
        ...Measured
      }
      trainSeconds
      answerMilliseconds
      groups {
        group
        profileLength
        cases
        ndcg {
          ...Measured
        }
      }
      popularity {
        maxRentals
        testRentals
        recall
      }
      differences {
        policy
        ndcg {
          ...Measured
        }
      }
    }
    skipped {
      policy
      reason
    }
    offPolicy {
      policy
      snips {
        ...Measured
      }
      doublyRobust {
        ...Measured
      }
      effectiveSampleSize
      lists
    }
  }
}
    fragment EvaluationFacts on Evaluation {
  id
  status
  startedAt
  finishedAt
  seed
  k
  split
  share
  date
  customers
  trainRentals
  testRentals
  engine
  error
}
fragment Measured on Interval {
  mean
  low
  high
}`) as unknown as TypedDocumentString<EvaluationResultsQuery, EvaluationResultsQueryVariables>;
export const EvaluateDocument = new TypedDocumentString(`
    mutation Evaluate($input: EvaluatePoliciesInput!) {
  evaluatePolicies(input: $input) {
    evaluation {
      ...EvaluationFacts
    }
  }
}
    fragment EvaluationFacts on Evaluation {
  id
  status
  startedAt
  finishedAt
  seed
  k
  split
  share
  date
  customers
  trainRentals
  testRentals
  engine
  error
}`) as unknown as TypedDocumentString<EvaluateMutation, EvaluateMutationVariables>;
export const TrialsDocument = new TypedDocumentString(`
    query Trials {
  promotionTrials(first: 5) {
    ...Trial
  }
}
    fragment Trial on PromotionTrial {
  id
  status
  policy
  version
  currentPolicy
  currentVersion
  startedAt
  day
  results {
    candidateCustomers
    currentCustomers
    rentals {
      ...Difference
    }
    visits {
      ...Difference
    }
  }
  endedAt
  reason
}
fragment Difference on TrialDifference {
  difference
  low
  high
  verdict
}`) as unknown as TypedDocumentString<TrialsQuery, TrialsQueryVariables>;
export const EndTrialDocument = new TypedDocumentString(`
    mutation EndTrial($trial: ID!) {
  endTrial(input: {trial: $trial}) {
    trial {
      ...Trial
    }
  }
}
    fragment Trial on PromotionTrial {
  id
  status
  policy
  version
  currentPolicy
  currentVersion
  startedAt
  day
  results {
    candidateCustomers
    currentCustomers
    rentals {
      ...Difference
    }
    visits {
      ...Difference
    }
  }
  endedAt
  reason
}
fragment Difference on TrialDifference {
  difference
  low
  high
  verdict
}`) as unknown as TypedDocumentString<EndTrialMutation, EndTrialMutationVariables>;
export const FindCustomersDocument = new TypedDocumentString(`
    query FindCustomers($where: CustomerWhere!, $limit: Int!) {
  customers(where: $where, limit: $limit, sort: [{customerId: ASC}]) {
    customerId
  }
}
    `) as unknown as TypedDocumentString<FindCustomersQuery, FindCustomersQueryVariables>;
export const FindCustomersWithNamesDocument = new TypedDocumentString(`
    query FindCustomersWithNames($where: CustomerWhere!, $limit: Int!) {
  customers(where: $where, limit: $limit, sort: [{customerId: ASC}]) {
    customerId
    firstName
    lastName
  }
}
    `) as unknown as TypedDocumentString<FindCustomersWithNamesQuery, FindCustomersWithNamesQueryVariables>;
export const FilmMapDocument = new TypedDocumentString(`
    query FilmMap($embedding: Embedding!, $projection: Projection!) {
  filmMap(embedding: $embedding, projection: $projection) {
    x
    y
    film {
      filmId
      title
      releaseYear
      categories(limit: 1) {
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FilmMapQuery, FilmMapQueryVariables>;
export const FilmAndNeighborsDocument = new TypedDocumentString(`
    query FilmAndNeighbors($film: ID!, $first: Int! = 10, $embedding: Embedding!) {
  films(where: {filmId: {eq: $film}}) {
    filmId
    title
    description
    releaseYear
    length
    rating
    categories(limit: 3) {
      name
    }
    actors(limit: 10) {
      actorId
      firstName
      lastName
    }
  }
  embeddingNeighbors(film: $film, first: $first, embedding: $embedding) {
    score
    film {
      filmId
      title
      releaseYear
      categories(limit: 1) {
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FilmAndNeighborsQuery, FilmAndNeighborsQueryVariables>;
export const CategoriesDocument = new TypedDocumentString(`
    query Categories {
  categories(limit: 200, sort: [{name: ASC}]) {
    categoryId
    name
  }
}
    `) as unknown as TypedDocumentString<CategoriesQuery, CategoriesQueryVariables>;
export const FirstFilmsDocument = new TypedDocumentString(`
    query FirstFilms($limit: Int! = 12) {
  films(limit: $limit, sort: [{title: ASC}]) {
    filmId
    title
    releaseYear
  }
}
    `) as unknown as TypedDocumentString<FirstFilmsQuery, FirstFilmsQueryVariables>;
export const SearchFilmsDocument = new TypedDocumentString(`
    query SearchFilms($text: String!, $first: Int! = 12) {
  search(text: $text, first: $first, types: [FILM]) {
    ... on Film {
      filmId
      title
      releaseYear
    }
  }
}
    `) as unknown as TypedDocumentString<SearchFilmsQuery, SearchFilmsQueryVariables>;
export const FilmTitlesDocument = new TypedDocumentString(`
    query FilmTitles($ids: [ID!]!) {
  films(where: {filmId: {in: $ids}}, limit: 200) {
    filmId
    title
    releaseYear
  }
}
    `) as unknown as TypedDocumentString<FilmTitlesQuery, FilmTitlesQueryVariables>;
export const ServingPolicyDocument = new TypedDocumentString(`
    query ServingPolicy {
  agent {
    engine
    engineVersion
    policy
    version
  }
}
    `) as unknown as TypedDocumentString<ServingPolicyQuery, ServingPolicyQueryVariables>;
export const WriteMissingEmbeddingsDocument = new TypedDocumentString(`
    mutation WriteMissingEmbeddings {
  writeEmbeddings(input: {}) {
    written {
      embedding
      nodes
    }
  }
}
    `) as unknown as TypedDocumentString<WriteMissingEmbeddingsMutation, WriteMissingEmbeddingsMutationVariables>;
export const RecommendDocument = new TypedDocumentString(`
    query Recommend($customer: ID!, $first: Int!, $policy: Policy, $where: FilmWhere, $imagine: [ID!], $diversity: Float! = 0) {
  recommendations(
    customer: $customer
    first: $first
    policy: $policy
    where: $where
    imagine: $imagine
    diversity: $diversity
  ) {
    id
    policy
    version
    ranking
    items {
      rank
      score
      film {
        filmId
        title
        releaseYear
        categories(limit: 3) {
          name
        }
      }
      reasons(first: 3) {
        text
        rented {
          filmId
          title
        }
        actor {
          actorId
          firstName
          lastName
        }
        category {
          categoryId
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RecommendQuery, RecommendQueryVariables>;
export const RentedFilmsDocument = new TypedDocumentString(`
    query RentedFilms($customer: ID!, $first: Int!) {
  customers(where: {customerId: {eq: $customer}}) {
    customerId
    fanOf(limit: 6) {
      actorId
      firstName
      lastName
    }
    rentedConnection(first: $first, sort: [{edge: {lastAt: DESC}}]) {
      totalCount
      edges {
        properties {
          lastAt
          times
        }
        node {
          filmId
          title
          releaseYear
          categories(limit: 3) {
            name
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RentedFilmsQuery, RentedFilmsQueryVariables>;
export const RecommendTitlesDocument = new TypedDocumentString(`
    query RecommendTitles($customer: ID!, $first: Int!, $policy: Policy!, $where: FilmWhere, $imagine: [ID!]) {
  recommendations(
    customer: $customer
    first: $first
    policy: $policy
    where: $where
    imagine: $imagine
  ) {
    policy
    version
    items {
      rank
      score
      film {
        filmId
        title
        categories(limit: 1) {
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RecommendTitlesQuery, RecommendTitlesQueryVariables>;
export const CurrentViewerDocument = new TypedDocumentString(`
    query CurrentViewer {
  viewer {
    role
    customerId
  }
}
    `) as unknown as TypedDocumentString<CurrentViewerQuery, CurrentViewerQueryVariables>;
export const SystemStateDocument = new TypedDocumentString(`
    query SystemState {
  system {
    counts {
      films
      actors
      categories
      customers
      rentals
      fanOf
      impressions
      trainingRuns
      policyVersions
    }
    dataIssues {
      description
      count
      examples
      isLeftOut
      remedy
    }
    events(first: 50) {
      at
      level
      message
      cause
    }
    versions {
      engine
      engineVersion
      node
      neo4j
      edition
      gds
    }
  }
  trainingRuns(first: 1) {
    ...Run
  }
  promotions(first: 1) {
    policy
    version
    exploration
    promotedAt
  }
}
    fragment Run on TrainingRun {
  id
  policy
  status
  seed
  startedAt
  finishedAt
  step
  steps
  firstStep
  epsilon
  engine
  engineVersion
  stepsPerSecond
  validation
  version
  resumedFrom
  error
  settings {
    name
    value
  }
}`) as unknown as TypedDocumentString<SystemStateQuery, SystemStateQueryVariables>;
export const SystemActivityDocument = new TypedDocumentString(`
    query SystemActivity {
  system {
    rentalDays {
      date
      rentals
      attributed
    }
    impressionDays {
      date
      policy
      version
      impressions
      rented
    }
  }
}
    `) as unknown as TypedDocumentString<SystemActivityQuery, SystemActivityQueryVariables>;
export const TrainingRunsDocument = new TypedDocumentString(`
    query TrainingRuns($first: Int! = 20) {
  trainingRuns(first: $first) {
    ...Run
  }
}
    fragment Run on TrainingRun {
  id
  policy
  status
  seed
  startedAt
  finishedAt
  step
  steps
  firstStep
  epsilon
  engine
  engineVersion
  stepsPerSecond
  validation
  version
  resumedFrom
  error
  settings {
    name
    value
  }
}`) as unknown as TypedDocumentString<TrainingRunsQuery, TrainingRunsQueryVariables>;
export const RunCurveDocument = new TypedDocumentString(`
    query RunCurve($run: ID!, $points: Int! = 500) {
  trainingRun(id: $run) {
    ...Run
    curve(points: $points) {
      ...Point
    }
  }
}
    fragment Run on TrainingRun {
  id
  policy
  status
  seed
  startedAt
  finishedAt
  step
  steps
  firstStep
  epsilon
  engine
  engineVersion
  stepsPerSecond
  validation
  version
  resumedFrom
  error
  settings {
    name
    value
  }
}
fragment Point on CurvePoint {
  step
  seconds
  loss
  reward
  meanReward
  epsilon
  validation
}`) as unknown as TypedDocumentString<RunCurveQuery, RunCurveQueryVariables>;
export const VersionScoresDocument = new TypedDocumentString(`
    query VersionScores {
  policyVersions(first: 100) {
    version
    validation
  }
}
    `) as unknown as TypedDocumentString<VersionScoresQuery, VersionScoresQueryVariables>;
export const StartTrainingDocument = new TypedDocumentString(`
    mutation StartTraining($input: StartTrainingInput!) {
  startTraining(input: $input) {
    run {
      ...Run
    }
  }
}
    fragment Run on TrainingRun {
  id
  policy
  status
  seed
  startedAt
  finishedAt
  step
  steps
  firstStep
  epsilon
  engine
  engineVersion
  stepsPerSecond
  validation
  version
  resumedFrom
  error
  settings {
    name
    value
  }
}`) as unknown as TypedDocumentString<StartTrainingMutation, StartTrainingMutationVariables>;
export const CancelTrainingDocument = new TypedDocumentString(`
    mutation CancelTraining($run: ID!) {
  cancelTraining(input: {run: $run}) {
    run {
      ...Run
    }
  }
}
    fragment Run on TrainingRun {
  id
  policy
  status
  seed
  startedAt
  finishedAt
  step
  steps
  firstStep
  epsilon
  engine
  engineVersion
  stepsPerSecond
  validation
  version
  resumedFrom
  error
  settings {
    name
    value
  }
}`) as unknown as TypedDocumentString<CancelTrainingMutation, CancelTrainingMutationVariables>;
export const TrainingProgressDocument = new TypedDocumentString(`
    subscription TrainingProgress($run: ID!) {
  trainingProgress(run: $run) {
    run
    status
    step
    loss
    reward
    meanReward
    epsilon
    stepsPerSecond
    validation
  }
}
    `) as unknown as TypedDocumentString<TrainingProgressSubscription, TrainingProgressSubscriptionVariables>;