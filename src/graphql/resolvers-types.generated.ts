import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { RecommendationListSource, RecommendationSource } from './recommend';
import type { ReasonPath } from '../recommender/serving/reasons';
import type { RecordedRental } from '../recommender/rentals/record-rental';
import type { TrainingRun as TrainingRunSource } from '../recommender/training/run-repository';
import type { FilmNeighborSource } from './film-neighbors';
import type { FilmPointSource } from './resolvers/film-point';
import type { Context } from './context';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A date and time, represented as an ISO-8601 string */
  DateTime: { input: string; output: string; }
};

/** An actor, who acted in films. */
export type Actor = {
  __typename?: 'Actor';
  /** The actor's id, unique in the store. Two actors may share a name. */
  actorId: Scalars['ID']['output'];
  /** The films that the actor acted in. */
  films: Array<Film>;
  /** Films, page by page. */
  filmsConnection: ActorFilmsConnection;
  /** The actor's first name. */
  firstName: Scalars['String']['output'];
  /** The actor's last name. */
  lastName: Scalars['String']['output'];
};


/** An actor, who acted in films. */
export type ActorFilmsArgs = {
  limit?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<Array<FilmSort>>;
  where?: InputMaybe<FilmWhere>;
};


/** An actor, who acted in films. */
export type ActorFilmsConnectionArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<Array<ActorFilmsConnectionSort>>;
  where?: InputMaybe<ActorFilmsConnectionWhere>;
};

/** What is computed over all nodes of a list. */
export type ActorAggregate = {
  __typename?: 'ActorAggregate';
  /** How many there are. */
  count: Count;
  /** The node. */
  node: ActorAggregateNode;
};

/** What is computed over the values of many nodes. */
export type ActorAggregateNode = {
  __typename?: 'ActorAggregateNode';
  /** The actor's first name. */
  firstName: StringAggregateSelection;
  /** The actor's last name. */
  lastName: StringAggregateSelection;
};

/** A node at its place in a list. */
export type ActorEdge = {
  __typename?: 'ActorEdge';
  /** Names this place; give it to `after` for what follows. */
  cursor: Scalars['String']['output'];
  /** The node. */
  node: Actor;
};

/** What is computed over the values of many nodes. */
export type ActorFilmFilmsAggregateSelection = {
  __typename?: 'ActorFilmFilmsAggregateSelection';
  /** How many there are. */
  count: CountConnection;
  /** The node. */
  node?: Maybe<ActorFilmFilmsNodeAggregateSelection>;
};

/** What is computed over the values of many nodes. */
export type ActorFilmFilmsNodeAggregateSelection = {
  __typename?: 'ActorFilmFilmsNodeAggregateSelection';
  /** What the film is about, where the store says so. */
  description: StringAggregateSelection;
  /** The language that the film is spoken in. */
  language: StringAggregateSelection;
  /** How long the film runs, in minutes. */
  length: IntAggregateSelection;
  /** The film's age rating, such as PG-13. */
  rating: StringAggregateSelection;
  /** The year in which the film came out. */
  releaseYear: IntAggregateSelection;
  /** What a rental costs, in the store's currency. */
  rentalRate: FloatAggregateSelection;
  /** The film's title. */
  title: StringAggregateSelection;
};

/** A page of a list, with cursors to ask for the next one. */
export type ActorFilmsConnection = {
  __typename?: 'ActorFilmsConnection';
  /** What is computed over the whole list, not the page alone. */
  aggregate: ActorFilmFilmsAggregateSelection;
  /** The nodes of this page at their places. */
  edges: Array<ActorFilmsRelationship>;
  /** Where this page stands in the whole list. */
  pageInfo: PageInfo;
  /** How many nodes the whole list has. */
  totalCount: Scalars['Int']['output'];
};

/** Conditions on what is computed over related nodes. */
export type ActorFilmsConnectionAggregateInput = {
  /** All of these must hold. */
  AND?: InputMaybe<Array<ActorFilmsConnectionAggregateInput>>;
  /** This must not hold. */
  NOT?: InputMaybe<ActorFilmsConnectionAggregateInput>;
  /** At least one of these must hold. */
  OR?: InputMaybe<Array<ActorFilmsConnectionAggregateInput>>;
  /** How many there are. */
  count?: InputMaybe<ConnectionAggregationCountFilterInput>;
  /** The node. */
  node?: InputMaybe<ActorFilmsNodeAggregationWhereInput>;
};

/** Conditions on related nodes, by how many must meet them. */
export type ActorFilmsConnectionFilters = {
  /** Filter Actors by aggregating results on related ActorFilmsConnections */
  aggregate?: InputMaybe<ActorFilmsConnectionAggregateInput>;
  /** Return Actors where all of the related ActorFilmsConnections match this filter */
  all?: InputMaybe<ActorFilmsConnectionWhere>;
  /** Return Actors where none of the related ActorFilmsConnections match this filter */
  none?: InputMaybe<ActorFilmsConnectionWhere>;
  /** Return Actors where one of the related ActorFilmsConnections match this filter */
  single?: InputMaybe<ActorFilmsConnectionWhere>;
  /** Return Actors where some of the related ActorFilmsConnections match this filter */
  some?: InputMaybe<ActorFilmsConnectionWhere>;
};

/** The order of a list: one field a sort. */
export type ActorFilmsConnectionSort = {
  /** The node. */
  node?: InputMaybe<FilmSort>;
};

/** Conditions; all of those given must hold. */
export type ActorFilmsConnectionWhere = {
  /** All of these must hold. */
  AND?: InputMaybe<Array<ActorFilmsConnectionWhere>>;
  /** This must not hold. */
  NOT?: InputMaybe<ActorFilmsConnectionWhere>;
  /** At least one of these must hold. */
  OR?: InputMaybe<Array<ActorFilmsConnectionWhere>>;
  /** The node. */
  node?: InputMaybe<FilmWhere>;
};

/** Conditions on what is computed over related nodes. */
export type ActorFilmsNodeAggregationWhereInput = {
  /** All of these must hold. */
  AND?: InputMaybe<Array<ActorFilmsNodeAggregationWhereInput>>;
  /** This must not hold. */
  NOT?: InputMaybe<ActorFilmsNodeAggregationWhereInput>;
  /** At least one of these must hold. */
  OR?: InputMaybe<Array<ActorFilmsNodeAggregationWhereInput>>;
  /** What the film is about, where the store says so. */
  description?: InputMaybe<StringScalarAggregationFilters>;
  /** The language that the film is spoken in. */
  language?: InputMaybe<StringScalarAggregationFilters>;
  /** How long the film runs, in minutes. */
  length?: InputMaybe<IntScalarAggregationFilters>;
  /** The film's age rating, such as PG-13. */
  rating?: InputMaybe<StringScalarAggregationFilters>;
  /** The year in which the film came out. */
  releaseYear?: InputMaybe<IntScalarAggregationFilters>;
  /** What a rental costs, in the store's currency. */
  rentalRate?: InputMaybe<FloatScalarAggregationFilters>;
  /** The film's title. */
  title?: InputMaybe<StringScalarAggregationFilters>;
};

/** A node at its place in a list. */
export type ActorFilmsRelationship = {
  __typename?: 'ActorFilmsRelationship';
  /** Names this place; give it to `after` for what follows. */
  cursor: Scalars['String']['output'];
  /** The node. */
  node: Film;
};

/** Conditions on related nodes, by how many must meet them. */
export type ActorRelationshipFilters = {
  /** Filter type where all of the related Actors match this filter */
  all?: InputMaybe<ActorWhere>;
  /** Filter type where none of the related Actors match this filter */
  none?: InputMaybe<ActorWhere>;
  /** Filter type where one of the related Actors match this filter */
  single?: InputMaybe<ActorWhere>;
  /** Filter type where some of the related Actors match this filter */
  some?: InputMaybe<ActorWhere>;
};

/** Fields to sort Actors by. The order in which sorts are applied is not guaranteed when specifying many fields in one ActorSort object. */
export type ActorSort = {
  /** The actor's id, unique in the store. Two actors may share a name. */
  actorId?: InputMaybe<SortDirection>;
  /** The actor's first name. */
  firstName?: InputMaybe<SortDirection>;
  /** The actor's last name. */
  lastName?: InputMaybe<SortDirection>;
};

/** Conditions; all of those given must hold. */
export type ActorWhere = {
  /** All of these must hold. */
  AND?: InputMaybe<Array<ActorWhere>>;
  /** This must not hold. */
  NOT?: InputMaybe<ActorWhere>;
  /** At least one of these must hold. */
  OR?: InputMaybe<Array<ActorWhere>>;
  /** The actor's id, unique in the store. Two actors may share a name. */
  actorId?: InputMaybe<IdScalarFilters>;
  /** Films, as the graph holds them. */
  films?: InputMaybe<FilmRelationshipFilters>;
  /** Films, page by page. */
  filmsConnection?: InputMaybe<ActorFilmsConnectionFilters>;
  /** The actor's first name. */
  firstName?: InputMaybe<StringScalarFilters>;
  /** The actor's last name. */
  lastName?: InputMaybe<StringScalarFilters>;
};

/** A page of a list, with cursors to ask for the next one. */
export type ActorsConnection = {
  __typename?: 'ActorsConnection';
  /** What is computed over the whole list, not the page alone. */
  aggregate: ActorAggregate;
  /** The nodes of this page at their places. */
  edges: Array<ActorEdge>;
  /** Where this page stands in the whole list. */
  pageInfo: PageInfo;
  /** How many nodes the whole list has. */
  totalCount: Scalars['Int']['output'];
};

/** The agent that learns in this process. */
export type Agent = {
  __typename?: 'Agent';
  /** The engine that computes the network: tensorflow, wasm or cpu. */
  engine: Scalars['String']['output'];
  /** The engine's version. */
  engineVersion: Scalars['String']['output'];
  /** The TUTORIAL agent's chance of acting at random. */
  epsilon: Scalars['Float']['output'];
  /** Moving average of the TUTORIAL agent's reward; starts at 0, so it rises at first for any policy. */
  meanReward: Scalars['Float']['output'];
  /** The policy that answers where none is asked for. */
  policy: Policy;
  /** The seed of the TUTORIAL agent's randomness. */
  seed: Scalars['Int']['output'];
  /** Training steps that the TUTORIAL agent has done. */
  step: Scalars['Int']['output'];
  /** The version of that policy. */
  version: Scalars['String']['output'];
};

/** Which run to cancel. */
export type CancelTrainingInput = {
  /** The run's id. */
  run: Scalars['ID']['input'];
};

/** The run that was cancelled. */
export type CancelTrainingPayload = {
  __typename?: 'CancelTrainingPayload';
  /** The run as it ended. A run that was over before stays as it was. */
  run: TrainingRun;
};

/** A page of a list, with cursors to ask for the next one. */
export type CategoriesConnection = {
  __typename?: 'CategoriesConnection';
  /** What is computed over the whole list, not the page alone. */
  aggregate: CategoryAggregate;
  /** The nodes of this page at their places. */
  edges: Array<CategoryEdge>;
  /** Where this page stands in the whole list. */
  pageInfo: PageInfo;
  /** How many nodes the whole list has. */
  totalCount: Scalars['Int']['output'];
};

/** A category of films, such as Comedy. */
export type Category = {
  __typename?: 'Category';
  /** The category's id, unique in the store. */
  categoryId: Scalars['ID']['output'];
  /** The films of the category. */
  films: Array<Film>;
  /** Films, page by page. */
  filmsConnection: CategoryFilmsConnection;
  /** The category's name. */
  name: Scalars['String']['output'];
};


/** A category of films, such as Comedy. */
export type CategoryFilmsArgs = {
  limit?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<Array<FilmSort>>;
  where?: InputMaybe<FilmWhere>;
};


/** A category of films, such as Comedy. */
export type CategoryFilmsConnectionArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<Array<CategoryFilmsConnectionSort>>;
  where?: InputMaybe<CategoryFilmsConnectionWhere>;
};

/** What is computed over all nodes of a list. */
export type CategoryAggregate = {
  __typename?: 'CategoryAggregate';
  /** How many there are. */
  count: Count;
  /** The node. */
  node: CategoryAggregateNode;
};

/** What is computed over the values of many nodes. */
export type CategoryAggregateNode = {
  __typename?: 'CategoryAggregateNode';
  /** The category's name. */
  name: StringAggregateSelection;
};

/** A node at its place in a list. */
export type CategoryEdge = {
  __typename?: 'CategoryEdge';
  /** Names this place; give it to `after` for what follows. */
  cursor: Scalars['String']['output'];
  /** The node. */
  node: Category;
};

/** What is computed over the values of many nodes. */
export type CategoryFilmFilmsAggregateSelection = {
  __typename?: 'CategoryFilmFilmsAggregateSelection';
  /** How many there are. */
  count: CountConnection;
  /** The node. */
  node?: Maybe<CategoryFilmFilmsNodeAggregateSelection>;
};

/** What is computed over the values of many nodes. */
export type CategoryFilmFilmsNodeAggregateSelection = {
  __typename?: 'CategoryFilmFilmsNodeAggregateSelection';
  /** What the film is about, where the store says so. */
  description: StringAggregateSelection;
  /** The language that the film is spoken in. */
  language: StringAggregateSelection;
  /** How long the film runs, in minutes. */
  length: IntAggregateSelection;
  /** The film's age rating, such as PG-13. */
  rating: StringAggregateSelection;
  /** The year in which the film came out. */
  releaseYear: IntAggregateSelection;
  /** What a rental costs, in the store's currency. */
  rentalRate: FloatAggregateSelection;
  /** The film's title. */
  title: StringAggregateSelection;
};

/** A page of a list, with cursors to ask for the next one. */
export type CategoryFilmsConnection = {
  __typename?: 'CategoryFilmsConnection';
  /** What is computed over the whole list, not the page alone. */
  aggregate: CategoryFilmFilmsAggregateSelection;
  /** The nodes of this page at their places. */
  edges: Array<CategoryFilmsRelationship>;
  /** Where this page stands in the whole list. */
  pageInfo: PageInfo;
  /** How many nodes the whole list has. */
  totalCount: Scalars['Int']['output'];
};

/** Conditions on what is computed over related nodes. */
export type CategoryFilmsConnectionAggregateInput = {
  /** All of these must hold. */
  AND?: InputMaybe<Array<CategoryFilmsConnectionAggregateInput>>;
  /** This must not hold. */
  NOT?: InputMaybe<CategoryFilmsConnectionAggregateInput>;
  /** At least one of these must hold. */
  OR?: InputMaybe<Array<CategoryFilmsConnectionAggregateInput>>;
  /** How many there are. */
  count?: InputMaybe<ConnectionAggregationCountFilterInput>;
  /** The node. */
  node?: InputMaybe<CategoryFilmsNodeAggregationWhereInput>;
};

/** Conditions on related nodes, by how many must meet them. */
export type CategoryFilmsConnectionFilters = {
  /** Filter Categories by aggregating results on related CategoryFilmsConnections */
  aggregate?: InputMaybe<CategoryFilmsConnectionAggregateInput>;
  /** Return Categories where all of the related CategoryFilmsConnections match this filter */
  all?: InputMaybe<CategoryFilmsConnectionWhere>;
  /** Return Categories where none of the related CategoryFilmsConnections match this filter */
  none?: InputMaybe<CategoryFilmsConnectionWhere>;
  /** Return Categories where one of the related CategoryFilmsConnections match this filter */
  single?: InputMaybe<CategoryFilmsConnectionWhere>;
  /** Return Categories where some of the related CategoryFilmsConnections match this filter */
  some?: InputMaybe<CategoryFilmsConnectionWhere>;
};

/** The order of a list: one field a sort. */
export type CategoryFilmsConnectionSort = {
  /** The node. */
  node?: InputMaybe<FilmSort>;
};

/** Conditions; all of those given must hold. */
export type CategoryFilmsConnectionWhere = {
  /** All of these must hold. */
  AND?: InputMaybe<Array<CategoryFilmsConnectionWhere>>;
  /** This must not hold. */
  NOT?: InputMaybe<CategoryFilmsConnectionWhere>;
  /** At least one of these must hold. */
  OR?: InputMaybe<Array<CategoryFilmsConnectionWhere>>;
  /** The node. */
  node?: InputMaybe<FilmWhere>;
};

/** Conditions on what is computed over related nodes. */
export type CategoryFilmsNodeAggregationWhereInput = {
  /** All of these must hold. */
  AND?: InputMaybe<Array<CategoryFilmsNodeAggregationWhereInput>>;
  /** This must not hold. */
  NOT?: InputMaybe<CategoryFilmsNodeAggregationWhereInput>;
  /** At least one of these must hold. */
  OR?: InputMaybe<Array<CategoryFilmsNodeAggregationWhereInput>>;
  /** What the film is about, where the store says so. */
  description?: InputMaybe<StringScalarAggregationFilters>;
  /** The language that the film is spoken in. */
  language?: InputMaybe<StringScalarAggregationFilters>;
  /** How long the film runs, in minutes. */
  length?: InputMaybe<IntScalarAggregationFilters>;
  /** The film's age rating, such as PG-13. */
  rating?: InputMaybe<StringScalarAggregationFilters>;
  /** The year in which the film came out. */
  releaseYear?: InputMaybe<IntScalarAggregationFilters>;
  /** What a rental costs, in the store's currency. */
  rentalRate?: InputMaybe<FloatScalarAggregationFilters>;
  /** The film's title. */
  title?: InputMaybe<StringScalarAggregationFilters>;
};

/** A node at its place in a list. */
export type CategoryFilmsRelationship = {
  __typename?: 'CategoryFilmsRelationship';
  /** Names this place; give it to `after` for what follows. */
  cursor: Scalars['String']['output'];
  /** The node. */
  node: Film;
};

/** Conditions on related nodes, by how many must meet them. */
export type CategoryRelationshipFilters = {
  /** Filter type where all of the related Categories match this filter */
  all?: InputMaybe<CategoryWhere>;
  /** Filter type where none of the related Categories match this filter */
  none?: InputMaybe<CategoryWhere>;
  /** Filter type where one of the related Categories match this filter */
  single?: InputMaybe<CategoryWhere>;
  /** Filter type where some of the related Categories match this filter */
  some?: InputMaybe<CategoryWhere>;
};

/** Fields to sort Categories by. The order in which sorts are applied is not guaranteed when specifying many fields in one CategorySort object. */
export type CategorySort = {
  /** The category's id, unique in the store. */
  categoryId?: InputMaybe<SortDirection>;
  /** The category's name. */
  name?: InputMaybe<SortDirection>;
};

/** Conditions; all of those given must hold. */
export type CategoryWhere = {
  /** All of these must hold. */
  AND?: InputMaybe<Array<CategoryWhere>>;
  /** This must not hold. */
  NOT?: InputMaybe<CategoryWhere>;
  /** At least one of these must hold. */
  OR?: InputMaybe<Array<CategoryWhere>>;
  /** The category's id, unique in the store. */
  categoryId?: InputMaybe<IdScalarFilters>;
  /** Films, as the graph holds them. */
  films?: InputMaybe<FilmRelationshipFilters>;
  /** Films, page by page. */
  filmsConnection?: InputMaybe<CategoryFilmsConnectionFilters>;
  /** The category's name. */
  name?: InputMaybe<StringScalarFilters>;
};

/** A condition on how many there are. */
export type ConnectionAggregationCountFilterInput = {
  /** The nodes of this page at their places. */
  edges?: InputMaybe<IntScalarFilters>;
  /** The nodes. */
  nodes?: InputMaybe<IntScalarFilters>;
};

/** How many there are. */
export type Count = {
  __typename?: 'Count';
  /** The nodes. */
  nodes: Scalars['Int']['output'];
};

/** How many there are. */
export type CountConnection = {
  __typename?: 'CountConnection';
  /** The nodes of this page at their places. */
  edges: Scalars['Int']['output'];
  /** The nodes. */
  nodes: Scalars['Int']['output'];
};

/** One place of a run's course; it may stand for several steps. */
export type CurvePoint = {
  __typename?: 'CurvePoint';
  /** The chance of acting at random, after the last step. */
  epsilon: Scalars['Float']['output'];
  /** The mean loss; null where nothing was learned yet. */
  loss?: Maybe<Scalars['Float']['output']>;
  /** The moving average of the rewards, after the last step. */
  meanReward: Scalars['Float']['output'];
  /** The mean reward. */
  reward: Scalars['Float']['output'];
  /** The last of its steps. */
  step: Scalars['Int']['output'];
  /** NDCG@10 on what early stopping holds out, where it was measured here. */
  validation?: Maybe<Scalars['Float']['output']>;
};

/** A customer, who rents films. */
export type Customer = {
  __typename?: 'Customer';
  /** The customer's id, unique in the store. */
  customerId: Scalars['ID']['output'];
  /** The actors of whom the customer rented more than two films. */
  fanOf: Array<Actor>;
  /** The actors of whom the customer is a fan, page by page. */
  fanOfConnection: CustomerFanOfConnection;
  /** The customer's first name, where the store says one. */
  firstName?: Maybe<Scalars['String']['output']>;
  /** The customer's last name, where the store says one. */
  lastName?: Maybe<Scalars['String']['output']>;
  /** What to recommend to this customer. See Query.recommendations. */
  recommendations?: Maybe<RecommendationList>;
  /** The films that the customer rented; the connection's edges say when and how often. */
  rented: Array<Film>;
  /** The films that the customer rented, page by page, with when and how often. */
  rentedConnection: CustomerRentedConnection;
};


/** A customer, who rents films. */
export type CustomerFanOfArgs = {
  limit?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<Array<ActorSort>>;
  where?: InputMaybe<ActorWhere>;
};


/** A customer, who rents films. */
export type CustomerFanOfConnectionArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<Array<CustomerFanOfConnectionSort>>;
  where?: InputMaybe<CustomerFanOfConnectionWhere>;
};


/** A customer, who rents films. */
export type CustomerRecommendationsArgs = {
  diversity?: Scalars['Float']['input'];
  excludeRented?: Scalars['Boolean']['input'];
  first?: Scalars['Int']['input'];
  imagine?: InputMaybe<Array<Scalars['ID']['input']>>;
  policy?: InputMaybe<Policy>;
  version?: InputMaybe<Scalars['String']['input']>;
  where?: InputMaybe<FilmWhere>;
};


/** A customer, who rents films. */
export type CustomerRentedArgs = {
  limit?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<Array<FilmSort>>;
  where?: InputMaybe<FilmWhere>;
};


/** A customer, who rents films. */
export type CustomerRentedConnectionArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<Array<CustomerRentedConnectionSort>>;
  where?: InputMaybe<CustomerRentedConnectionWhere>;
};

/** What is computed over the values of many nodes. */
export type CustomerActorFanOfAggregateSelection = {
  __typename?: 'CustomerActorFanOfAggregateSelection';
  /** How many there are. */
  count: CountConnection;
  /** The node. */
  node?: Maybe<CustomerActorFanOfNodeAggregateSelection>;
};

/** What is computed over the values of many nodes. */
export type CustomerActorFanOfNodeAggregateSelection = {
  __typename?: 'CustomerActorFanOfNodeAggregateSelection';
  /** The actor's first name. */
  firstName: StringAggregateSelection;
  /** The actor's last name. */
  lastName: StringAggregateSelection;
};

/** What is computed over all nodes of a list. */
export type CustomerAggregate = {
  __typename?: 'CustomerAggregate';
  /** How many there are. */
  count: Count;
  /** The node. */
  node: CustomerAggregateNode;
};

/** What is computed over the values of many nodes. */
export type CustomerAggregateNode = {
  __typename?: 'CustomerAggregateNode';
  /** The customer's first name, where the store says one. */
  firstName: StringAggregateSelection;
  /** The customer's last name, where the store says one. */
  lastName: StringAggregateSelection;
};

/** A node at its place in a list. */
export type CustomerEdge = {
  __typename?: 'CustomerEdge';
  /** Names this place; give it to `after` for what follows. */
  cursor: Scalars['String']['output'];
  /** The node. */
  node: Customer;
};

/** A page of a list, with cursors to ask for the next one. */
export type CustomerFanOfConnection = {
  __typename?: 'CustomerFanOfConnection';
  /** What is computed over the whole list, not the page alone. */
  aggregate: CustomerActorFanOfAggregateSelection;
  /** The nodes of this page at their places. */
  edges: Array<CustomerFanOfRelationship>;
  /** Where this page stands in the whole list. */
  pageInfo: PageInfo;
  /** How many nodes the whole list has. */
  totalCount: Scalars['Int']['output'];
};

/** Conditions on what is computed over related nodes. */
export type CustomerFanOfConnectionAggregateInput = {
  /** All of these must hold. */
  AND?: InputMaybe<Array<CustomerFanOfConnectionAggregateInput>>;
  /** This must not hold. */
  NOT?: InputMaybe<CustomerFanOfConnectionAggregateInput>;
  /** At least one of these must hold. */
  OR?: InputMaybe<Array<CustomerFanOfConnectionAggregateInput>>;
  /** How many there are. */
  count?: InputMaybe<ConnectionAggregationCountFilterInput>;
  /** The node. */
  node?: InputMaybe<CustomerFanOfNodeAggregationWhereInput>;
};

/** Conditions on related nodes, by how many must meet them. */
export type CustomerFanOfConnectionFilters = {
  /** Filter Customers by aggregating results on related CustomerFanOfConnections */
  aggregate?: InputMaybe<CustomerFanOfConnectionAggregateInput>;
  /** Return Customers where all of the related CustomerFanOfConnections match this filter */
  all?: InputMaybe<CustomerFanOfConnectionWhere>;
  /** Return Customers where none of the related CustomerFanOfConnections match this filter */
  none?: InputMaybe<CustomerFanOfConnectionWhere>;
  /** Return Customers where one of the related CustomerFanOfConnections match this filter */
  single?: InputMaybe<CustomerFanOfConnectionWhere>;
  /** Return Customers where some of the related CustomerFanOfConnections match this filter */
  some?: InputMaybe<CustomerFanOfConnectionWhere>;
};

/** The order of a list: one field a sort. */
export type CustomerFanOfConnectionSort = {
  /** The node. */
  node?: InputMaybe<ActorSort>;
};

/** Conditions; all of those given must hold. */
export type CustomerFanOfConnectionWhere = {
  /** All of these must hold. */
  AND?: InputMaybe<Array<CustomerFanOfConnectionWhere>>;
  /** This must not hold. */
  NOT?: InputMaybe<CustomerFanOfConnectionWhere>;
  /** At least one of these must hold. */
  OR?: InputMaybe<Array<CustomerFanOfConnectionWhere>>;
  /** The node. */
  node?: InputMaybe<ActorWhere>;
};

/** Conditions on what is computed over related nodes. */
export type CustomerFanOfNodeAggregationWhereInput = {
  /** All of these must hold. */
  AND?: InputMaybe<Array<CustomerFanOfNodeAggregationWhereInput>>;
  /** This must not hold. */
  NOT?: InputMaybe<CustomerFanOfNodeAggregationWhereInput>;
  /** At least one of these must hold. */
  OR?: InputMaybe<Array<CustomerFanOfNodeAggregationWhereInput>>;
  /** The customer's first name, where the store says one. */
  firstName?: InputMaybe<StringScalarAggregationFilters>;
  /** The customer's last name, where the store says one. */
  lastName?: InputMaybe<StringScalarAggregationFilters>;
};

/** A node at its place in a list. */
export type CustomerFanOfRelationship = {
  __typename?: 'CustomerFanOfRelationship';
  /** Names this place; give it to `after` for what follows. */
  cursor: Scalars['String']['output'];
  /** The node. */
  node: Actor;
};

/** What is computed over the values of many nodes. */
export type CustomerFilmRentedAggregateSelection = {
  __typename?: 'CustomerFilmRentedAggregateSelection';
  /** How many there are. */
  count: CountConnection;
  /** The properties of the relationship. */
  edge?: Maybe<CustomerFilmRentedEdgeAggregateSelection>;
  /** The node. */
  node?: Maybe<CustomerFilmRentedNodeAggregateSelection>;
};

/** What is computed over the properties of relationships. */
export type CustomerFilmRentedEdgeAggregateSelection = {
  __typename?: 'CustomerFilmRentedEdgeAggregateSelection';
  /** The first rental. */
  firstAt: DateTimeAggregateSelection;
  /** The latest rental. */
  lastAt: DateTimeAggregateSelection;
  /** How many times the film was rented by the customer. */
  times: IntAggregateSelection;
};

/** What is computed over the values of many nodes. */
export type CustomerFilmRentedNodeAggregateSelection = {
  __typename?: 'CustomerFilmRentedNodeAggregateSelection';
  /** What the film is about, where the store says so. */
  description: StringAggregateSelection;
  /** The language that the film is spoken in. */
  language: StringAggregateSelection;
  /** How long the film runs, in minutes. */
  length: IntAggregateSelection;
  /** The film's age rating, such as PG-13. */
  rating: StringAggregateSelection;
  /** The year in which the film came out. */
  releaseYear: IntAggregateSelection;
  /** What a rental costs, in the store's currency. */
  rentalRate: FloatAggregateSelection;
  /** The film's title. */
  title: StringAggregateSelection;
};

/** A page of a list, with cursors to ask for the next one. */
export type CustomerRentedConnection = {
  __typename?: 'CustomerRentedConnection';
  /** What is computed over the whole list, not the page alone. */
  aggregate: CustomerFilmRentedAggregateSelection;
  /** The nodes of this page at their places. */
  edges: Array<CustomerRentedRelationship>;
  /** Where this page stands in the whole list. */
  pageInfo: PageInfo;
  /** How many nodes the whole list has. */
  totalCount: Scalars['Int']['output'];
};

/** Conditions on what is computed over related nodes. */
export type CustomerRentedConnectionAggregateInput = {
  /** All of these must hold. */
  AND?: InputMaybe<Array<CustomerRentedConnectionAggregateInput>>;
  /** This must not hold. */
  NOT?: InputMaybe<CustomerRentedConnectionAggregateInput>;
  /** At least one of these must hold. */
  OR?: InputMaybe<Array<CustomerRentedConnectionAggregateInput>>;
  /** How many there are. */
  count?: InputMaybe<ConnectionAggregationCountFilterInput>;
  /** The properties of the relationship. */
  edge?: InputMaybe<RentedAggregationWhereInput>;
  /** The node. */
  node?: InputMaybe<CustomerRentedNodeAggregationWhereInput>;
};

/** Conditions on related nodes, by how many must meet them. */
export type CustomerRentedConnectionFilters = {
  /** Filter Customers by aggregating results on related CustomerRentedConnections */
  aggregate?: InputMaybe<CustomerRentedConnectionAggregateInput>;
  /** Return Customers where all of the related CustomerRentedConnections match this filter */
  all?: InputMaybe<CustomerRentedConnectionWhere>;
  /** Return Customers where none of the related CustomerRentedConnections match this filter */
  none?: InputMaybe<CustomerRentedConnectionWhere>;
  /** Return Customers where one of the related CustomerRentedConnections match this filter */
  single?: InputMaybe<CustomerRentedConnectionWhere>;
  /** Return Customers where some of the related CustomerRentedConnections match this filter */
  some?: InputMaybe<CustomerRentedConnectionWhere>;
};

/** The order of a list: one field a sort. */
export type CustomerRentedConnectionSort = {
  /** The properties of the relationship. */
  edge?: InputMaybe<RentedSort>;
  /** The node. */
  node?: InputMaybe<FilmSort>;
};

/** Conditions; all of those given must hold. */
export type CustomerRentedConnectionWhere = {
  /** All of these must hold. */
  AND?: InputMaybe<Array<CustomerRentedConnectionWhere>>;
  /** This must not hold. */
  NOT?: InputMaybe<CustomerRentedConnectionWhere>;
  /** At least one of these must hold. */
  OR?: InputMaybe<Array<CustomerRentedConnectionWhere>>;
  /** The properties of the relationship. */
  edge?: InputMaybe<RentedWhere>;
  /** The node. */
  node?: InputMaybe<FilmWhere>;
};

/** Conditions on what is computed over related nodes. */
export type CustomerRentedNodeAggregationWhereInput = {
  /** All of these must hold. */
  AND?: InputMaybe<Array<CustomerRentedNodeAggregationWhereInput>>;
  /** This must not hold. */
  NOT?: InputMaybe<CustomerRentedNodeAggregationWhereInput>;
  /** At least one of these must hold. */
  OR?: InputMaybe<Array<CustomerRentedNodeAggregationWhereInput>>;
  /** What the film is about, where the store says so. */
  description?: InputMaybe<StringScalarAggregationFilters>;
  /** The language that the film is spoken in. */
  language?: InputMaybe<StringScalarAggregationFilters>;
  /** How long the film runs, in minutes. */
  length?: InputMaybe<IntScalarAggregationFilters>;
  /** The film's age rating, such as PG-13. */
  rating?: InputMaybe<StringScalarAggregationFilters>;
  /** The year in which the film came out. */
  releaseYear?: InputMaybe<IntScalarAggregationFilters>;
  /** What a rental costs, in the store's currency. */
  rentalRate?: InputMaybe<FloatScalarAggregationFilters>;
  /** The film's title. */
  title?: InputMaybe<StringScalarAggregationFilters>;
};

/** A node at its place in a list. */
export type CustomerRentedRelationship = {
  __typename?: 'CustomerRentedRelationship';
  /** Names this place; give it to `after` for what follows. */
  cursor: Scalars['String']['output'];
  /** The node. */
  node: Film;
  /** The properties of the relationship. */
  properties: Rented;
};

/** Fields to sort Customers by. The order in which sorts are applied is not guaranteed when specifying many fields in one CustomerSort object. */
export type CustomerSort = {
  /** The customer's id, unique in the store. */
  customerId?: InputMaybe<SortDirection>;
  /** The customer's first name, where the store says one. */
  firstName?: InputMaybe<SortDirection>;
  /** The customer's last name, where the store says one. */
  lastName?: InputMaybe<SortDirection>;
};

/** Conditions; all of those given must hold. */
export type CustomerWhere = {
  /** All of these must hold. */
  AND?: InputMaybe<Array<CustomerWhere>>;
  /** This must not hold. */
  NOT?: InputMaybe<CustomerWhere>;
  /** At least one of these must hold. */
  OR?: InputMaybe<Array<CustomerWhere>>;
  /** The customer's id, unique in the store. */
  customerId?: InputMaybe<IdScalarFilters>;
  /** The actors of whom the customer rented more than two films. */
  fanOf?: InputMaybe<ActorRelationshipFilters>;
  /** The actors of whom the customer is a fan, page by page. */
  fanOfConnection?: InputMaybe<CustomerFanOfConnectionFilters>;
  /** The customer's first name, where the store says one. */
  firstName?: InputMaybe<StringScalarFilters>;
  /** The customer's last name, where the store says one. */
  lastName?: InputMaybe<StringScalarFilters>;
  /** The films that the customer rented; the connection's edges say when and how often. */
  rented?: InputMaybe<FilmRelationshipFilters>;
  /** The films that the customer rented, page by page, with when and how often. */
  rentedConnection?: InputMaybe<CustomerRentedConnectionFilters>;
};

/** A page of a list, with cursors to ask for the next one. */
export type CustomersConnection = {
  __typename?: 'CustomersConnection';
  /** What is computed over the whole list, not the page alone. */
  aggregate: CustomerAggregate;
  /** The nodes of this page at their places. */
  edges: Array<CustomerEdge>;
  /** Where this page stands in the whole list. */
  pageInfo: PageInfo;
  /** How many nodes the whole list has. */
  totalCount: Scalars['Int']['output'];
};

/** What is computed over the values of many nodes. */
export type DateTimeAggregateSelection = {
  __typename?: 'DateTimeAggregateSelection';
  /** The greatest. */
  max?: Maybe<Scalars['DateTime']['output']>;
  /** The least. */
  min?: Maybe<Scalars['DateTime']['output']>;
};

/** Filters for an aggregation of an DateTime input field */
export type DateTimeScalarAggregationFilters = {
  /** The greatest. */
  max?: InputMaybe<DateTimeScalarFilters>;
  /** The least. */
  min?: InputMaybe<DateTimeScalarFilters>;
};

/** DateTime filters */
export type DateTimeScalarFilters = {
  /** Equals this. */
  eq?: InputMaybe<Scalars['DateTime']['input']>;
  /** Is greater than this. */
  gt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Is this or greater. */
  gte?: InputMaybe<Scalars['DateTime']['input']>;
  /** Is one of these. */
  in?: InputMaybe<Array<Scalars['DateTime']['input']>>;
  /** Is less than this. */
  lt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Is this or less. */
  lte?: InputMaybe<Scalars['DateTime']['input']>;
};

/** Which film embedding Graph Data Science wrote. */
export type Embedding =
  /** Fast random projection over the same graph, reproducible: the property fastrpEmbedding. */
  | 'FASTRP'
  /** node2vec over actors, films and categories: the property node2vecEmbedding. */
  | 'NODE2VEC';

/** Which policies to compare, and how. */
export type EvaluatePoliciesInput = {
  /** How many films of each list count, 1 to 100. */
  k?: Scalars['Int']['input'];
  /** The policies; all of them where it is left out. */
  policies?: InputMaybe<Array<Policy>>;
  /** The seed of the evaluation's randomness; the service's own where it is left out. */
  seed?: InputMaybe<Scalars['Int']['input']>;
  /** The share of each history that policies learn from, above 0 and below 1. */
  share?: Scalars['Float']['input'];
};

/** The evaluation, as it starts. */
export type EvaluatePoliciesPayload = {
  __typename?: 'EvaluatePoliciesPayload';
  /** The evaluation; ask for it again to see how far it is. */
  evaluation: Evaluation;
};

/** A comparison of policies: each learns from the earlier part of every customer's rentals and is measured on the later. */
export type Evaluation = {
  __typename?: 'Evaluation';
  /** Customers with rentals in the later part. */
  customers: Scalars['Int']['output'];
  /** The engine that computes it, and its version. */
  engine: Scalars['String']['output'];
  /** Why it failed. */
  error?: Maybe<Scalars['String']['output']>;
  /** When it ended; of an interrupted one, when it was last heard of. */
  finishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The evaluation's id. */
  id: Scalars['ID']['output'];
  /** How many films of each list count. */
  k: Scalars['Int']['output'];
  /** Estimates from served lists; empty where none was served with exploration. */
  offPolicy: Array<OffPolicyEstimate>;
  /** What is known by now, one entry a policy. */
  results: Array<PolicyEvaluation>;
  /** The seed of its randomness. */
  seed: Scalars['Int']['output'];
  /** The share of each history that policies learn from. */
  share: Scalars['Float']['output'];
  /** When it started. */
  startedAt: Scalars['DateTime']['output'];
  /** How far the evaluation is. */
  status: RunStatus;
  /** Rentals that they are measured on. */
  testRentals: Scalars['Int']['output'];
  /** Rentals that policies learn from. */
  trainRentals: Scalars['Int']['output'];
};

/** A film of the store. Its id is the graph's filmID. */
export type Film = {
  __typename?: 'Film';
  /** The actors who acted in the film. */
  actors: Array<Actor>;
  /** Actors, page by page. */
  actorsConnection: FilmActorsConnection;
  /** The categories that the film belongs to. */
  categories: Array<Category>;
  /** Categories, page by page. */
  categoriesConnection: FilmCategoriesConnection;
  /** What the film is about, where the store says so. */
  description?: Maybe<Scalars['String']['output']>;
  /** The film's id, unique in the store. */
  filmId: Scalars['ID']['output'];
  /** The language that the film is spoken in. */
  language?: Maybe<Scalars['String']['output']>;
  /** How long the film runs, in minutes. */
  length?: Maybe<Scalars['Int']['output']>;
  /** The films nearest to this one by cosine of their embeddings, the nearest first. Null with an error where this film has no embedding. */
  neighbors?: Maybe<Array<FilmNeighbor>>;
  /** The film's age rating, such as PG-13. */
  rating?: Maybe<Scalars['String']['output']>;
  /** The year in which the film came out. */
  releaseYear?: Maybe<Scalars['Int']['output']>;
  /** What a rental costs, in the store's currency. */
  rentalRate?: Maybe<Scalars['Float']['output']>;
  /** The film's title. */
  title: Scalars['String']['output'];
};


/** A film of the store. Its id is the graph's filmID. */
export type FilmActorsArgs = {
  limit?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<Array<ActorSort>>;
  where?: InputMaybe<ActorWhere>;
};


/** A film of the store. Its id is the graph's filmID. */
export type FilmActorsConnectionArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<Array<FilmActorsConnectionSort>>;
  where?: InputMaybe<FilmActorsConnectionWhere>;
};


/** A film of the store. Its id is the graph's filmID. */
export type FilmCategoriesArgs = {
  limit?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<Array<CategorySort>>;
  where?: InputMaybe<CategoryWhere>;
};


/** A film of the store. Its id is the graph's filmID. */
export type FilmCategoriesConnectionArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<Array<FilmCategoriesConnectionSort>>;
  where?: InputMaybe<FilmCategoriesConnectionWhere>;
};


/** A film of the store. Its id is the graph's filmID. */
export type FilmNeighborsArgs = {
  embedding?: Embedding;
  first?: Scalars['Int']['input'];
};

/** What is computed over the values of many nodes. */
export type FilmActorActorsAggregateSelection = {
  __typename?: 'FilmActorActorsAggregateSelection';
  /** How many there are. */
  count: CountConnection;
  /** The node. */
  node?: Maybe<FilmActorActorsNodeAggregateSelection>;
};

/** What is computed over the values of many nodes. */
export type FilmActorActorsNodeAggregateSelection = {
  __typename?: 'FilmActorActorsNodeAggregateSelection';
  /** The actor's first name. */
  firstName: StringAggregateSelection;
  /** The actor's last name. */
  lastName: StringAggregateSelection;
};

/** A page of a list, with cursors to ask for the next one. */
export type FilmActorsConnection = {
  __typename?: 'FilmActorsConnection';
  /** What is computed over the whole list, not the page alone. */
  aggregate: FilmActorActorsAggregateSelection;
  /** The nodes of this page at their places. */
  edges: Array<FilmActorsRelationship>;
  /** Where this page stands in the whole list. */
  pageInfo: PageInfo;
  /** How many nodes the whole list has. */
  totalCount: Scalars['Int']['output'];
};

/** Conditions on what is computed over related nodes. */
export type FilmActorsConnectionAggregateInput = {
  /** All of these must hold. */
  AND?: InputMaybe<Array<FilmActorsConnectionAggregateInput>>;
  /** This must not hold. */
  NOT?: InputMaybe<FilmActorsConnectionAggregateInput>;
  /** At least one of these must hold. */
  OR?: InputMaybe<Array<FilmActorsConnectionAggregateInput>>;
  /** How many there are. */
  count?: InputMaybe<ConnectionAggregationCountFilterInput>;
  /** The node. */
  node?: InputMaybe<FilmActorsNodeAggregationWhereInput>;
};

/** Conditions on related nodes, by how many must meet them. */
export type FilmActorsConnectionFilters = {
  /** Filter Films by aggregating results on related FilmActorsConnections */
  aggregate?: InputMaybe<FilmActorsConnectionAggregateInput>;
  /** Return Films where all of the related FilmActorsConnections match this filter */
  all?: InputMaybe<FilmActorsConnectionWhere>;
  /** Return Films where none of the related FilmActorsConnections match this filter */
  none?: InputMaybe<FilmActorsConnectionWhere>;
  /** Return Films where one of the related FilmActorsConnections match this filter */
  single?: InputMaybe<FilmActorsConnectionWhere>;
  /** Return Films where some of the related FilmActorsConnections match this filter */
  some?: InputMaybe<FilmActorsConnectionWhere>;
};

/** The order of a list: one field a sort. */
export type FilmActorsConnectionSort = {
  /** The node. */
  node?: InputMaybe<ActorSort>;
};

/** Conditions; all of those given must hold. */
export type FilmActorsConnectionWhere = {
  /** All of these must hold. */
  AND?: InputMaybe<Array<FilmActorsConnectionWhere>>;
  /** This must not hold. */
  NOT?: InputMaybe<FilmActorsConnectionWhere>;
  /** At least one of these must hold. */
  OR?: InputMaybe<Array<FilmActorsConnectionWhere>>;
  /** The node. */
  node?: InputMaybe<ActorWhere>;
};

/** Conditions on what is computed over related nodes. */
export type FilmActorsNodeAggregationWhereInput = {
  /** All of these must hold. */
  AND?: InputMaybe<Array<FilmActorsNodeAggregationWhereInput>>;
  /** This must not hold. */
  NOT?: InputMaybe<FilmActorsNodeAggregationWhereInput>;
  /** At least one of these must hold. */
  OR?: InputMaybe<Array<FilmActorsNodeAggregationWhereInput>>;
  /** The actor's first name. */
  firstName?: InputMaybe<StringScalarAggregationFilters>;
  /** The actor's last name. */
  lastName?: InputMaybe<StringScalarAggregationFilters>;
};

/** A node at its place in a list. */
export type FilmActorsRelationship = {
  __typename?: 'FilmActorsRelationship';
  /** Names this place; give it to `after` for what follows. */
  cursor: Scalars['String']['output'];
  /** The node. */
  node: Actor;
};

/** What is computed over all nodes of a list. */
export type FilmAggregate = {
  __typename?: 'FilmAggregate';
  /** How many there are. */
  count: Count;
  /** The node. */
  node: FilmAggregateNode;
};

/** What is computed over the values of many nodes. */
export type FilmAggregateNode = {
  __typename?: 'FilmAggregateNode';
  /** What the film is about, where the store says so. */
  description: StringAggregateSelection;
  /** The language that the film is spoken in. */
  language: StringAggregateSelection;
  /** How long the film runs, in minutes. */
  length: IntAggregateSelection;
  /** The film's age rating, such as PG-13. */
  rating: StringAggregateSelection;
  /** The year in which the film came out. */
  releaseYear: IntAggregateSelection;
  /** What a rental costs, in the store's currency. */
  rentalRate: FloatAggregateSelection;
  /** The film's title. */
  title: StringAggregateSelection;
};

/** A page of a list, with cursors to ask for the next one. */
export type FilmCategoriesConnection = {
  __typename?: 'FilmCategoriesConnection';
  /** What is computed over the whole list, not the page alone. */
  aggregate: FilmCategoryCategoriesAggregateSelection;
  /** The nodes of this page at their places. */
  edges: Array<FilmCategoriesRelationship>;
  /** Where this page stands in the whole list. */
  pageInfo: PageInfo;
  /** How many nodes the whole list has. */
  totalCount: Scalars['Int']['output'];
};

/** Conditions on what is computed over related nodes. */
export type FilmCategoriesConnectionAggregateInput = {
  /** All of these must hold. */
  AND?: InputMaybe<Array<FilmCategoriesConnectionAggregateInput>>;
  /** This must not hold. */
  NOT?: InputMaybe<FilmCategoriesConnectionAggregateInput>;
  /** At least one of these must hold. */
  OR?: InputMaybe<Array<FilmCategoriesConnectionAggregateInput>>;
  /** How many there are. */
  count?: InputMaybe<ConnectionAggregationCountFilterInput>;
  /** The node. */
  node?: InputMaybe<FilmCategoriesNodeAggregationWhereInput>;
};

/** Conditions on related nodes, by how many must meet them. */
export type FilmCategoriesConnectionFilters = {
  /** Filter Films by aggregating results on related FilmCategoriesConnections */
  aggregate?: InputMaybe<FilmCategoriesConnectionAggregateInput>;
  /** Return Films where all of the related FilmCategoriesConnections match this filter */
  all?: InputMaybe<FilmCategoriesConnectionWhere>;
  /** Return Films where none of the related FilmCategoriesConnections match this filter */
  none?: InputMaybe<FilmCategoriesConnectionWhere>;
  /** Return Films where one of the related FilmCategoriesConnections match this filter */
  single?: InputMaybe<FilmCategoriesConnectionWhere>;
  /** Return Films where some of the related FilmCategoriesConnections match this filter */
  some?: InputMaybe<FilmCategoriesConnectionWhere>;
};

/** The order of a list: one field a sort. */
export type FilmCategoriesConnectionSort = {
  /** The node. */
  node?: InputMaybe<CategorySort>;
};

/** Conditions; all of those given must hold. */
export type FilmCategoriesConnectionWhere = {
  /** All of these must hold. */
  AND?: InputMaybe<Array<FilmCategoriesConnectionWhere>>;
  /** This must not hold. */
  NOT?: InputMaybe<FilmCategoriesConnectionWhere>;
  /** At least one of these must hold. */
  OR?: InputMaybe<Array<FilmCategoriesConnectionWhere>>;
  /** The node. */
  node?: InputMaybe<CategoryWhere>;
};

/** Conditions on what is computed over related nodes. */
export type FilmCategoriesNodeAggregationWhereInput = {
  /** All of these must hold. */
  AND?: InputMaybe<Array<FilmCategoriesNodeAggregationWhereInput>>;
  /** This must not hold. */
  NOT?: InputMaybe<FilmCategoriesNodeAggregationWhereInput>;
  /** At least one of these must hold. */
  OR?: InputMaybe<Array<FilmCategoriesNodeAggregationWhereInput>>;
  /** The category's name. */
  name?: InputMaybe<StringScalarAggregationFilters>;
};

/** A node at its place in a list. */
export type FilmCategoriesRelationship = {
  __typename?: 'FilmCategoriesRelationship';
  /** Names this place; give it to `after` for what follows. */
  cursor: Scalars['String']['output'];
  /** The node. */
  node: Category;
};

/** What is computed over the values of many nodes. */
export type FilmCategoryCategoriesAggregateSelection = {
  __typename?: 'FilmCategoryCategoriesAggregateSelection';
  /** How many there are. */
  count: CountConnection;
  /** The node. */
  node?: Maybe<FilmCategoryCategoriesNodeAggregateSelection>;
};

/** What is computed over the values of many nodes. */
export type FilmCategoryCategoriesNodeAggregateSelection = {
  __typename?: 'FilmCategoryCategoriesNodeAggregateSelection';
  /** The category's name. */
  name: StringAggregateSelection;
};

/** A node at its place in a list. */
export type FilmEdge = {
  __typename?: 'FilmEdge';
  /** Names this place; give it to `after` for what follows. */
  cursor: Scalars['String']['output'];
  /** The node. */
  node: Film;
};

/** A film near another one. */
export type FilmNeighbor = {
  __typename?: 'FilmNeighbor';
  /** The film. */
  film: Film;
  /** Cosine of the two films' embeddings, -1 to 1. */
  score: Scalars['Float']['output'];
};

/** Where a film stands on the map of all films. */
export type FilmPoint = {
  __typename?: 'FilmPoint';
  /** The film. */
  film: Film;
  /** Across: the direction in which the films differ most. 0 is the middle of all films. */
  x: Scalars['Float']['output'];
  /** Up: the direction, square to the first, in which they differ most. 0 is the middle of all films. */
  y: Scalars['Float']['output'];
};

/** Conditions on related nodes, by how many must meet them. */
export type FilmRelationshipFilters = {
  /** Filter type where all of the related Films match this filter */
  all?: InputMaybe<FilmWhere>;
  /** Filter type where none of the related Films match this filter */
  none?: InputMaybe<FilmWhere>;
  /** Filter type where one of the related Films match this filter */
  single?: InputMaybe<FilmWhere>;
  /** Filter type where some of the related Films match this filter */
  some?: InputMaybe<FilmWhere>;
};

/** Fields to sort Films by. The order in which sorts are applied is not guaranteed when specifying many fields in one FilmSort object. */
export type FilmSort = {
  /** What the film is about, where the store says so. */
  description?: InputMaybe<SortDirection>;
  /** The film's id, unique in the store. */
  filmId?: InputMaybe<SortDirection>;
  /** The language that the film is spoken in. */
  language?: InputMaybe<SortDirection>;
  /** How long the film runs, in minutes. */
  length?: InputMaybe<SortDirection>;
  /** The film's age rating, such as PG-13. */
  rating?: InputMaybe<SortDirection>;
  /** The year in which the film came out. */
  releaseYear?: InputMaybe<SortDirection>;
  /** What a rental costs, in the store's currency. */
  rentalRate?: InputMaybe<SortDirection>;
  /** The film's title. */
  title?: InputMaybe<SortDirection>;
};

/** Conditions; all of those given must hold. */
export type FilmWhere = {
  /** All of these must hold. */
  AND?: InputMaybe<Array<FilmWhere>>;
  /** This must not hold. */
  NOT?: InputMaybe<FilmWhere>;
  /** At least one of these must hold. */
  OR?: InputMaybe<Array<FilmWhere>>;
  /** Actors, as the graph holds them. */
  actors?: InputMaybe<ActorRelationshipFilters>;
  /** Actors, page by page. */
  actorsConnection?: InputMaybe<FilmActorsConnectionFilters>;
  /** Categories, as the graph holds them. */
  categories?: InputMaybe<CategoryRelationshipFilters>;
  /** Categories, page by page. */
  categoriesConnection?: InputMaybe<FilmCategoriesConnectionFilters>;
  /** What the film is about, where the store says so. */
  description?: InputMaybe<StringScalarFilters>;
  /** The film's id, unique in the store. */
  filmId?: InputMaybe<IdScalarFilters>;
  /** The language that the film is spoken in. */
  language?: InputMaybe<StringScalarFilters>;
  /** How long the film runs, in minutes. */
  length?: InputMaybe<IntScalarFilters>;
  /** The film's age rating, such as PG-13. */
  rating?: InputMaybe<StringScalarFilters>;
  /** The year in which the film came out. */
  releaseYear?: InputMaybe<IntScalarFilters>;
  /** What a rental costs, in the store's currency. */
  rentalRate?: InputMaybe<FloatScalarFilters>;
  /** The film's title. */
  title?: InputMaybe<StringScalarFilters>;
};

/** A page of a list, with cursors to ask for the next one. */
export type FilmsConnection = {
  __typename?: 'FilmsConnection';
  /** What is computed over the whole list, not the page alone. */
  aggregate: FilmAggregate;
  /** The nodes of this page at their places. */
  edges: Array<FilmEdge>;
  /** Where this page stands in the whole list. */
  pageInfo: PageInfo;
  /** How many nodes the whole list has. */
  totalCount: Scalars['Int']['output'];
};

/** What is computed over the values of many nodes. */
export type FloatAggregateSelection = {
  __typename?: 'FloatAggregateSelection';
  /** The mean. */
  average?: Maybe<Scalars['Float']['output']>;
  /** The greatest. */
  max?: Maybe<Scalars['Float']['output']>;
  /** The least. */
  min?: Maybe<Scalars['Float']['output']>;
  /** The sum. */
  sum?: Maybe<Scalars['Float']['output']>;
};

/** Filters for an aggregation of a float field */
export type FloatScalarAggregationFilters = {
  /** The mean. */
  average?: InputMaybe<FloatScalarFilters>;
  /** The greatest. */
  max?: InputMaybe<FloatScalarFilters>;
  /** The least. */
  min?: InputMaybe<FloatScalarFilters>;
  /** The sum. */
  sum?: InputMaybe<FloatScalarFilters>;
};

/** Float filters */
export type FloatScalarFilters = {
  /** Equals this. */
  eq?: InputMaybe<Scalars['Float']['input']>;
  /** Is greater than this. */
  gt?: InputMaybe<Scalars['Float']['input']>;
  /** Is this or greater. */
  gte?: InputMaybe<Scalars['Float']['input']>;
  /** Is one of these. */
  in?: InputMaybe<Array<Scalars['Float']['input']>>;
  /** Is less than this. */
  lt?: InputMaybe<Scalars['Float']['input']>;
  /** Is this or less. */
  lte?: InputMaybe<Scalars['Float']['input']>;
};

/** ID filters */
export type IdScalarFilters = {
  /** Holds this text. */
  contains?: InputMaybe<Scalars['ID']['input']>;
  /** Ends with this text. */
  endsWith?: InputMaybe<Scalars['ID']['input']>;
  /** Equals this. */
  eq?: InputMaybe<Scalars['ID']['input']>;
  /** Is one of these. */
  in?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Starts with this text. */
  startsWith?: InputMaybe<Scalars['ID']['input']>;
};

/** What is computed over the values of many nodes. */
export type IntAggregateSelection = {
  __typename?: 'IntAggregateSelection';
  /** The mean. */
  average?: Maybe<Scalars['Float']['output']>;
  /** The greatest. */
  max?: Maybe<Scalars['Int']['output']>;
  /** The least. */
  min?: Maybe<Scalars['Int']['output']>;
  /** The sum. */
  sum?: Maybe<Scalars['Int']['output']>;
};

/** Filters for an aggregation of an int field */
export type IntScalarAggregationFilters = {
  /** The mean. */
  average?: InputMaybe<FloatScalarFilters>;
  /** The greatest. */
  max?: InputMaybe<IntScalarFilters>;
  /** The least. */
  min?: InputMaybe<IntScalarFilters>;
  /** The sum. */
  sum?: InputMaybe<IntScalarFilters>;
};

/** Int filters */
export type IntScalarFilters = {
  /** Equals this. */
  eq?: InputMaybe<Scalars['Int']['input']>;
  /** Is greater than this. */
  gt?: InputMaybe<Scalars['Int']['input']>;
  /** Is this or greater. */
  gte?: InputMaybe<Scalars['Int']['input']>;
  /** Is one of these. */
  in?: InputMaybe<Array<Scalars['Int']['input']>>;
  /** Is less than this. */
  lt?: InputMaybe<Scalars['Int']['input']>;
  /** Is this or less. */
  lte?: InputMaybe<Scalars['Int']['input']>;
};

/** An estimate over customers and its 95 % interval, by bootstrap. */
export type Interval = {
  __typename?: 'Interval';
  /** Where the interval ends. */
  high: Scalars['Float']['output'];
  /** Where the interval begins. */
  low: Scalars['Float']['output'];
  /** The estimate. */
  mean: Scalars['Float']['output'];
};

/** Everything that can be changed. */
export type Mutation = {
  __typename?: 'Mutation';
  /** Ends a training run within a second, in whatever process it goes on, and keeps what it learned. */
  cancelTraining?: Maybe<CancelTrainingPayload>;
  /** Starts to compare policies and returns at once. TRAINING_BUSY while another evaluation goes on in this process. */
  evaluatePolicies?: Maybe<EvaluatePoliciesPayload>;
  /** Lets a policy answer where none is asked for, in every process of the graph within seconds. BAD_USER_INPUT where it does not beat what answers now: another policy in the newest evaluation of both, another version by its validation. */
  promotePolicy?: Maybe<PromotePolicyPayload>;
  /** Records that a customer rented a film, once for each idempotencyKey; what is recommended next takes it into account. NOT_FOUND for an unknown customer, film or list. */
  recordRental?: Maybe<RecordRentalPayload>;
  /** Starts a training run in a thread of its own and returns it at once. TRAINING_BUSY while other training goes on, in whatever process; EMBEDDINGS_MISSING where the policy needs embeddings that are not written. */
  startTraining?: Maybe<StartTrainingPayload>;
  /** Trains the TUTORIAL agent and waits for it. TRAINING_BUSY while other training goes on, in whatever process. */
  trainStep?: Maybe<TrainStepPayload>;
  /** Lets Graph Data Science compute film, actor and category embeddings and write them to the nodes, and waits for it. */
  writeEmbeddings?: Maybe<WriteEmbeddingsPayload>;
};


/** Everything that can be changed. */
export type MutationCancelTrainingArgs = {
  input: CancelTrainingInput;
};


/** Everything that can be changed. */
export type MutationEvaluatePoliciesArgs = {
  input: EvaluatePoliciesInput;
};


/** Everything that can be changed. */
export type MutationPromotePolicyArgs = {
  input: PromotePolicyInput;
};


/** Everything that can be changed. */
export type MutationRecordRentalArgs = {
  input: RecordRentalInput;
};


/** Everything that can be changed. */
export type MutationStartTrainingArgs = {
  input: StartTrainingInput;
};


/** Everything that can be changed. */
export type MutationTrainStepArgs = {
  input?: InputMaybe<TrainStepInput>;
};


/** Everything that can be changed. */
export type MutationWriteEmbeddingsArgs = {
  input: WriteEmbeddingsInput;
};

/** What a policy would have earned where another one served, estimated from lists that were served with exploration. */
export type OffPolicyEstimate = {
  __typename?: 'OffPolicyEstimate';
  /** Rentals for each film shown, by the doubly robust estimate. */
  doublyRobust: Interval;
  /** How many films shown by the policy itself would tell as much (Kish 1965). A small one says: do not trust this. */
  effectiveSampleSize: Scalars['Float']['output'];
  /** Lists that the estimate comes from. */
  lists: Scalars['Int']['output'];
  /** The policy. */
  policy: Policy;
  /** Rentals for each film shown, by self-normalised inverse propensity scoring. */
  snips: Interval;
};

/** Pagination information (Relay) */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** The cursor of the last node of this page. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether nodes follow this page. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether nodes come before this page. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** The cursor of the first node of this page. */
  startCursor?: Maybe<Scalars['String']['output']>;
};

/** How films are chosen. */
export type Policy =
  /** The agent: a conservative double deep Q-network in embedding space. */
  | 'DQN'
  /** EASE, a linear autoencoder of films rented together (Steck 2019). */
  | 'EASE'
  /** Films rented by the same customers, by cosine. */
  | 'ITEM_KNN'
  /** Films that most customers rented. */
  | 'POPULARITY'
  /** Films by chance, the floor that every policy must beat. */
  | 'RANDOM'
  /** The tutorial's agent, faithful and with its flaws. */
  | 'TUTORIAL';

/** How a policy did that learned from the earlier part of each history, on the later part. */
export type PolicyEvaluation = {
  __typename?: 'PolicyEvaluation';
  /** How long an answer took for one of many customers, in milliseconds. */
  answerMilliseconds: Scalars['Float']['output'];
  /** Films that are among anybody's first k, of all films. */
  coverage: Interval;
  /** Customers with a later rental among the first k films. */
  hitRate: Interval;
  /** Discounted gain of the first k films, of that of an ideal list. */
  ndcg: Interval;
  /** How little known the first k films are: mean of -log2 of the share of customers who rented a film before. */
  novelty: Interval;
  /** The policy. */
  policy: Policy;
  /** Later rentals among the first k films, of all later rentals of a customer. */
  recall: Interval;
  /** How long training took, in seconds. */
  trainSeconds: Scalars['Float']['output'];
};

/** What a run learned, as it was published. */
export type PolicyVersion = {
  __typename?: 'PolicyVersion';
  /** The policy. */
  policy: Policy;
  /** When it was published. */
  publishedAt: Scalars['DateTime']['output'];
  /** The id of the run that learned it. */
  run: Scalars['ID']['output'];
  /** Steps learned. */
  step: Scalars['Int']['output'];
  /** NDCG@10 on what early stopping holds out; null where the policy measures none. */
  validation?: Maybe<Scalars['Float']['output']>;
  /** The version's name. */
  version: Scalars['String']['output'];
};

/** What to promote. */
export type PromotePolicyInput = {
  /** The chance with which a place of a served list goes to a film drawn at random, 0 to 1. */
  exploration?: Scalars['Float']['input'];
  /** Promote it even where nothing shows that it beats what answers now. */
  force?: Scalars['Boolean']['input'];
  /** The policy that shall answer where none is asked for. */
  policy: Policy;
  /** The version, one of policyVersions; where it is left out, of DQN the newest, of TUTORIAL whatever was trained last. */
  version?: InputMaybe<Scalars['String']['input']>;
};

/** The policy that answers from now on. */
export type PromotePolicyPayload = {
  __typename?: 'PromotePolicyPayload';
  /** What was promoted before; null where nothing was. */
  previous?: Maybe<Promotion>;
  /** What answers now. */
  promotion: Promotion;
};

/** That a policy answers where none is asked for, from a moment on. */
export type Promotion = {
  __typename?: 'Promotion';
  /** The chance with which a place of a served list goes to a film drawn at random. */
  exploration: Scalars['Float']['output'];
  /** The policy. */
  policy: Policy;
  /** Since when it answers. */
  promotedAt: Scalars['DateTime']['output'];
  /** Its version; null for a baseline, fitted to the rentals as they are, and for TUTORIAL as it was trained last. */
  version?: Maybe<Scalars['String']['output']>;
};

/** Everything that can be asked. */
export type Query = {
  __typename?: 'Query';
  /** Actors, as the graph holds them. */
  actors: Array<Actor>;
  /** Actors, page by page. */
  actorsConnection: ActorsConnection;
  /** The agent that learns in this process. */
  agent: Agent;
  /** Categories, as the graph holds them. */
  categories: Array<Category>;
  /** Categories, page by page. */
  categoriesConnection: CategoriesConnection;
  /** Customers, as the graph holds them. */
  customers: Array<Customer>;
  /** Customers, page by page. */
  customersConnection: CustomersConnection;
  /** The films nearest to a film by cosine of their embeddings, the nearest first, the film itself left out. NOT_FOUND for an unknown film, EMBEDDINGS_MISSING before embeddings are written. */
  embeddingNeighbors?: Maybe<Array<FilmNeighbor>>;
  /** An evaluation. NOT_FOUND for an unknown one. */
  evaluation?: Maybe<Evaluation>;
  /** The newest evaluations, the newest first. */
  evaluations: Array<Evaluation>;
  /** All films with an embedding on a plane, near films near each other: principal component analysis of the embeddings' directions. EMBEDDINGS_MISSING before embeddings are written. */
  filmMap: Array<FilmPoint>;
  /** Films, as the graph holds them. */
  films: Array<Film>;
  /** Films, page by page. */
  filmsConnection: FilmsConnection;
  /** The newest versions of policies that learn, the newest first. */
  policyVersions: Array<PolicyVersion>;
  /** What was promoted, the newest first: that is what answers where no policy is asked for. */
  promotions: Array<Promotion>;
  /** Films to recommend to a customer. NOT_FOUND for an unknown customer, EMBEDDINGS_MISSING where the policy needs embeddings that are not written. */
  recommendations?: Maybe<RecommendationList>;
  /** Films to recommend to somebody who rented these films, in this order, and of whom nothing else is known. */
  recommendationsFor?: Maybe<RecommendationList>;
  /** A training run. NOT_FOUND for an unknown id. */
  trainingRun?: Maybe<TrainingRun>;
  /** The newest training runs, the newest first. */
  trainingRuns: Array<TrainingRun>;
};


/** Everything that can be asked. */
export type QueryActorsArgs = {
  limit?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<Array<ActorSort>>;
  where?: InputMaybe<ActorWhere>;
};


/** Everything that can be asked. */
export type QueryActorsConnectionArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<Array<ActorSort>>;
  where?: InputMaybe<ActorWhere>;
};


/** Everything that can be asked. */
export type QueryCategoriesArgs = {
  limit?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<Array<CategorySort>>;
  where?: InputMaybe<CategoryWhere>;
};


/** Everything that can be asked. */
export type QueryCategoriesConnectionArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<Array<CategorySort>>;
  where?: InputMaybe<CategoryWhere>;
};


/** Everything that can be asked. */
export type QueryCustomersArgs = {
  limit?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<Array<CustomerSort>>;
  where?: InputMaybe<CustomerWhere>;
};


/** Everything that can be asked. */
export type QueryCustomersConnectionArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<Array<CustomerSort>>;
  where?: InputMaybe<CustomerWhere>;
};


/** Everything that can be asked. */
export type QueryEmbeddingNeighborsArgs = {
  embedding?: Embedding;
  film: Scalars['ID']['input'];
  first?: Scalars['Int']['input'];
};


/** Everything that can be asked. */
export type QueryEvaluationArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be asked. */
export type QueryEvaluationsArgs = {
  first?: Scalars['Int']['input'];
};


/** Everything that can be asked. */
export type QueryFilmMapArgs = {
  embedding?: Embedding;
};


/** Everything that can be asked. */
export type QueryFilmsArgs = {
  limit?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<Array<FilmSort>>;
  where?: InputMaybe<FilmWhere>;
};


/** Everything that can be asked. */
export type QueryFilmsConnectionArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<Array<FilmSort>>;
  where?: InputMaybe<FilmWhere>;
};


/** Everything that can be asked. */
export type QueryPolicyVersionsArgs = {
  first?: Scalars['Int']['input'];
  policy?: InputMaybe<Policy>;
};


/** Everything that can be asked. */
export type QueryPromotionsArgs = {
  first?: Scalars['Int']['input'];
};


/** Everything that can be asked. */
export type QueryRecommendationsArgs = {
  customer: Scalars['ID']['input'];
  diversity?: Scalars['Float']['input'];
  excludeRented?: Scalars['Boolean']['input'];
  first?: Scalars['Int']['input'];
  imagine?: InputMaybe<Array<Scalars['ID']['input']>>;
  policy?: InputMaybe<Policy>;
  version?: InputMaybe<Scalars['String']['input']>;
  where?: InputMaybe<FilmWhere>;
};


/** Everything that can be asked. */
export type QueryRecommendationsForArgs = {
  diversity?: Scalars['Float']['input'];
  films: Array<Scalars['ID']['input']>;
  first?: Scalars['Int']['input'];
  policy?: InputMaybe<Policy>;
  where?: InputMaybe<FilmWhere>;
};


/** Everything that can be asked. */
export type QueryTrainingRunArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be asked. */
export type QueryTrainingRunsArgs = {
  first?: Scalars['Int']['input'];
};

/** A path of the graph: rented film, shared actor or category, recommended film. */
export type Reason = {
  __typename?: 'Reason';
  /** The actor whom both films share, where it is an actor. */
  actor?: Maybe<Actor>;
  /** The category that both films share, where it is a category. */
  category?: Maybe<Category>;
  /** The film that was rented. */
  rented: Film;
  /** The reason as a sentence. */
  text: Scalars['String']['output'];
};

/** One recommended film. */
export type Recommendation = {
  __typename?: 'Recommendation';
  /** The recommended film. */
  film: Film;
  /** The place in the list, from 1. */
  rank: Scalars['Int']['output'];
  /** Why: paths of the graph from a rented film through a shared actor or category to this film, the most telling first. Empty where there is none. */
  reasons: Array<Reason>;
  /** What the policy thinks of the film; comparable within one list only. */
  score: Scalars['Float']['output'];
};


/** One recommended film. */
export type RecommendationReasonsArgs = {
  first?: Scalars['Int']['input'];
};

/** Films recommended to one customer, or for a set of films. */
export type RecommendationList = {
  __typename?: 'RecommendationList';
  /** Whom the list is for; null where it was made from films alone. */
  customer?: Maybe<Customer>;
  /** Names this very list; give it back with a rental that came of it. */
  id: Scalars['ID']['output'];
  /** The films, the best first. */
  items: Array<Recommendation>;
  /** The policy that ranked the films. */
  policy: Policy;
  /** The version of the policy. */
  version: Scalars['String']['output'];
};

/** A rental to record. */
export type RecordRentalInput = {
  /** When; now where it is left out. It may not lie in the future. */
  at?: InputMaybe<Scalars['DateTime']['input']>;
  /** The customer's id. */
  customer: Scalars['ID']['input'];
  /** The id of the film that the customer rented. */
  film: Scalars['ID']['input'];
  /** Names this rental, 1 to 200 characters: a rental sent again under its key is recorded once. Keys are remembered for 30 days. */
  idempotencyKey: Scalars['String']['input'];
  /** The id of the RecommendationList that the rental came of, where it came of one. */
  recommendationList?: InputMaybe<Scalars['ID']['input']>;
};

/** A rental that is recorded. */
export type RecordRentalPayload = {
  __typename?: 'RecordRentalPayload';
  /** When it was rented. */
  at: Scalars['DateTime']['output'];
  /** Who rented, as the graph knows them with this rental. */
  customer?: Maybe<Customer>;
  /** What was rented. */
  film?: Maybe<Film>;
  /** Whether the key was used before: this is what was recorded then, and nothing was written now. */
  repeated: Scalars['Boolean']['output'];
  /** How many times the customer had rented the film then, with this rental. */
  times: Scalars['Int']['output'];
};

/**
 * The edge properties for the following fields:
 * * Customer.rented
 */
export type Rented = {
  __typename?: 'Rented';
  /** The first rental. */
  firstAt: Scalars['DateTime']['output'];
  /** The latest rental. */
  lastAt: Scalars['DateTime']['output'];
  /** How many times the film was rented by the customer. */
  times: Scalars['Int']['output'];
};

/** Conditions on what is computed over related nodes. */
export type RentedAggregationWhereInput = {
  /** All of these must hold. */
  AND?: InputMaybe<Array<RentedAggregationWhereInput>>;
  /** This must not hold. */
  NOT?: InputMaybe<RentedAggregationWhereInput>;
  /** At least one of these must hold. */
  OR?: InputMaybe<Array<RentedAggregationWhereInput>>;
  /** The first rental. */
  firstAt?: InputMaybe<DateTimeScalarAggregationFilters>;
  /** The latest rental. */
  lastAt?: InputMaybe<DateTimeScalarAggregationFilters>;
  /** How many times the film was rented by the customer. */
  times?: InputMaybe<IntScalarAggregationFilters>;
};

/** The order of a list: one field a sort. */
export type RentedSort = {
  /** The first rental. */
  firstAt?: InputMaybe<SortDirection>;
  /** The latest rental. */
  lastAt?: InputMaybe<SortDirection>;
  /** How many times the film was rented by the customer. */
  times?: InputMaybe<SortDirection>;
};

/** Conditions; all of those given must hold. */
export type RentedWhere = {
  /** All of these must hold. */
  AND?: InputMaybe<Array<RentedWhere>>;
  /** This must not hold. */
  NOT?: InputMaybe<RentedWhere>;
  /** At least one of these must hold. */
  OR?: InputMaybe<Array<RentedWhere>>;
  /** The first rental. */
  firstAt?: InputMaybe<DateTimeScalarFilters>;
  /** The latest rental. */
  lastAt?: InputMaybe<DateTimeScalarFilters>;
  /** How many times the film was rented by the customer. */
  times?: InputMaybe<IntScalarFilters>;
};

/** How far a training run or an evaluation is. */
export type RunStatus =
  /** It was cancelled; what it learned by then is kept. */
  | 'CANCELLED'
  /** It failed; what it published before is kept. */
  | 'FAILED'
  /** Its process ended or stood still: a training run can be resumed from what it published last. */
  | 'INTERRUPTED'
  /** It goes on. */
  | 'RUNNING'
  /** It ended by itself. */
  | 'SUCCEEDED';

/** An enum for sorting in either ascending or descending order. */
export type SortDirection =
  /** Sort by field values in ascending order. */
  | 'ASC'
  /** Sort by field values in descending order. */
  | 'DESC';

/** What to train. */
export type StartTrainingInput = {
  /** The policy to train, DQN or TUTORIAL; a resumed run's policy is taken from that run. */
  policy?: Policy;
  /** The id of a run that is over: the new run goes on from what it published last, with today's rentals and films. */
  resume?: InputMaybe<Scalars['ID']['input']>;
  /** The seed of the run's randomness; of a resumed run its own, else the service's, where it is left out. */
  seed?: InputMaybe<Scalars['Int']['input']>;
  /** How many steps at the most; where it is left out, as many as the policy needs. */
  steps?: InputMaybe<Scalars['Int']['input']>;
};

/** The run that was started. */
export type StartTrainingPayload = {
  __typename?: 'StartTrainingPayload';
  /** The run, which has just begun. */
  run: TrainingRun;
};

/** What is computed over the values of many nodes. */
export type StringAggregateSelection = {
  __typename?: 'StringAggregateSelection';
  /** The longest text. */
  longest?: Maybe<Scalars['String']['output']>;
  /** The shortest text. */
  shortest?: Maybe<Scalars['String']['output']>;
};

/** Filters for an aggregation of a string field */
export type StringScalarAggregationFilters = {
  /** The mean length, in characters. */
  averageLength?: InputMaybe<FloatScalarFilters>;
  /** The length of the longest text, in characters. */
  longestLength?: InputMaybe<IntScalarFilters>;
  /** The length of the shortest text, in characters. */
  shortestLength?: InputMaybe<IntScalarFilters>;
};

/** String filters */
export type StringScalarFilters = {
  /** Holds this text. */
  contains?: InputMaybe<Scalars['String']['input']>;
  /** Ends with this text. */
  endsWith?: InputMaybe<Scalars['String']['input']>;
  /** Equals this. */
  eq?: InputMaybe<Scalars['String']['input']>;
  /** Is one of these. */
  in?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Starts with this text. */
  startsWith?: InputMaybe<Scalars['String']['input']>;
};

/** Everything that can be followed while it goes on. */
export type Subscription = {
  __typename?: 'Subscription';
  /** Where a training run stands, several times a second until it ends; of a run that is over, its end alone. Over WebSocket (graphql-ws) and server-sent events, both at /graphql. */
  trainingProgress: TrainingProgress;
};


/** Everything that can be followed while it goes on. */
export type SubscriptionTrainingProgressArgs = {
  run: Scalars['ID']['input'];
};

/** What to train, and how far. */
export type TrainStepInput = {
  /** How many training steps, 1 to 10000. */
  steps?: Scalars['Int']['input'];
};

/** Where the agent stands after the steps. */
export type TrainStepPayload = {
  __typename?: 'TrainStepPayload';
  /** Chance of acting at random in the next step. */
  epsilon: Scalars['Float']['output'];
  /** Loss of the last step; null until the replay memory holds more than a batch. */
  loss?: Maybe<Scalars['Float']['output']>;
  /** Moving average of the reward (α = .01). */
  meanReward: Scalars['Float']['output'];
  /** Reward of the last step: how many of the films it recommended the customer had rented. */
  reward: Scalars['Float']['output'];
  /** Training steps done since the agent began. */
  step: Scalars['Int']['output'];
};

/** Where a run stands. */
export type TrainingProgress = {
  __typename?: 'TrainingProgress';
  /** The chance that the next step's action is random. */
  epsilon: Scalars['Float']['output'];
  /** The mean loss of the last steps; null where they learned nothing yet. */
  loss?: Maybe<Scalars['Float']['output']>;
  /** The moving average of the rewards. */
  meanReward: Scalars['Float']['output'];
  /** The mean reward of the last steps. */
  reward: Scalars['Float']['output'];
  /** The run's id. */
  run: Scalars['ID']['output'];
  /** How far the run is. */
  status: RunStatus;
  /** Steps learned so far. */
  step: Scalars['Int']['output'];
  /** Steps a second, lately. */
  stepsPerSecond: Scalars['Float']['output'];
  /** NDCG@10 on what early stopping holds out, the best so far; null where the policy measures none. */
  validation?: Maybe<Scalars['Float']['output']>;
};

/** One training of a policy that learns. */
export type TrainingRun = {
  __typename?: 'TrainingRun';
  /** The course of loss, reward and the others, averaged so that no more points come than are asked for. */
  curve: Array<CurvePoint>;
  /** The engine that computes it: tensorflow, wasm or cpu. */
  engine: Scalars['String']['output'];
  /** The engine's version. */
  engineVersion: Scalars['String']['output'];
  /** The chance that the next step's action is random. */
  epsilon: Scalars['Float']['output'];
  /** Why it failed. */
  error?: Maybe<Scalars['String']['output']>;
  /** When it ended; of an interrupted run, when it was last heard of. */
  finishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The run's id. */
  id: Scalars['ID']['output'];
  /** The policy that is trained. */
  policy: Policy;
  /** The id of the run that it went on from. */
  resumedFrom?: Maybe<Scalars['ID']['output']>;
  /** The seed of its randomness. */
  seed: Scalars['Int']['output'];
  /** When it started. */
  startedAt: Scalars['DateTime']['output'];
  /** How far the run is. */
  status: RunStatus;
  /** Steps learned so far, those of the run that it went on from included. */
  step: Scalars['Int']['output'];
  /** How many steps the run makes at the most. */
  steps: Scalars['Int']['output'];
  /** Steps a second, lately. */
  stepsPerSecond: Scalars['Float']['output'];
  /** NDCG@10 on what early stopping holds out, the best so far; null where the policy measures none. */
  validation?: Maybe<Scalars['Float']['output']>;
  /** The version that the run published last. */
  version?: Maybe<Scalars['String']['output']>;
};


/** One training of a policy that learns. */
export type TrainingRunCurveArgs = {
  points?: Scalars['Int']['input'];
};

/** Which embeddings to write. */
export type WriteEmbeddingsInput = {
  /** The embeddings to write; both where it is left out. */
  embeddings?: Array<Embedding>;
};

/** Embeddings that were written. */
export type WriteEmbeddingsPayload = {
  __typename?: 'WriteEmbeddingsPayload';
  /** What was written, one entry an embedding. */
  written: Array<WrittenEmbedding>;
};

/** One embedding that was written. */
export type WrittenEmbedding = {
  __typename?: 'WrittenEmbedding';
  /** How many numbers an embedding has. */
  dimension: Scalars['Int']['output'];
  /** The embedding. */
  embedding: Embedding;
  /** How many nodes got one. */
  nodes: Scalars['Int']['output'];
  /** The node property that holds it. */
  property: Scalars['String']['output'];
  /** How long Graph Data Science took, in seconds. */
  seconds: Scalars['Float']['output'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;





/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Actor: ResolverTypeWrapper<Omit<Actor, 'films' | 'filmsConnection'> & { films: Array<ResolversTypes['Film']>, filmsConnection: ResolversTypes['ActorFilmsConnection'] }>;
  ActorAggregate: ResolverTypeWrapper<ActorAggregate>;
  ActorAggregateNode: ResolverTypeWrapper<ActorAggregateNode>;
  ActorEdge: ResolverTypeWrapper<Omit<ActorEdge, 'node'> & { node: ResolversTypes['Actor'] }>;
  ActorFilmFilmsAggregateSelection: ResolverTypeWrapper<ActorFilmFilmsAggregateSelection>;
  ActorFilmFilmsNodeAggregateSelection: ResolverTypeWrapper<ActorFilmFilmsNodeAggregateSelection>;
  ActorFilmsConnection: ResolverTypeWrapper<Omit<ActorFilmsConnection, 'edges'> & { edges: Array<ResolversTypes['ActorFilmsRelationship']> }>;
  ActorFilmsConnectionAggregateInput: ActorFilmsConnectionAggregateInput;
  ActorFilmsConnectionFilters: ActorFilmsConnectionFilters;
  ActorFilmsConnectionSort: ActorFilmsConnectionSort;
  ActorFilmsConnectionWhere: ActorFilmsConnectionWhere;
  ActorFilmsNodeAggregationWhereInput: ActorFilmsNodeAggregationWhereInput;
  ActorFilmsRelationship: ResolverTypeWrapper<Omit<ActorFilmsRelationship, 'node'> & { node: ResolversTypes['Film'] }>;
  ActorRelationshipFilters: ActorRelationshipFilters;
  ActorSort: ActorSort;
  ActorWhere: ActorWhere;
  ActorsConnection: ResolverTypeWrapper<Omit<ActorsConnection, 'edges'> & { edges: Array<ResolversTypes['ActorEdge']> }>;
  Agent: ResolverTypeWrapper<Agent>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  CancelTrainingInput: CancelTrainingInput;
  CancelTrainingPayload: ResolverTypeWrapper<Omit<CancelTrainingPayload, 'run'> & { run: ResolversTypes['TrainingRun'] }>;
  CategoriesConnection: ResolverTypeWrapper<Omit<CategoriesConnection, 'edges'> & { edges: Array<ResolversTypes['CategoryEdge']> }>;
  Category: ResolverTypeWrapper<Omit<Category, 'films' | 'filmsConnection'> & { films: Array<ResolversTypes['Film']>, filmsConnection: ResolversTypes['CategoryFilmsConnection'] }>;
  CategoryAggregate: ResolverTypeWrapper<CategoryAggregate>;
  CategoryAggregateNode: ResolverTypeWrapper<CategoryAggregateNode>;
  CategoryEdge: ResolverTypeWrapper<Omit<CategoryEdge, 'node'> & { node: ResolversTypes['Category'] }>;
  CategoryFilmFilmsAggregateSelection: ResolverTypeWrapper<CategoryFilmFilmsAggregateSelection>;
  CategoryFilmFilmsNodeAggregateSelection: ResolverTypeWrapper<CategoryFilmFilmsNodeAggregateSelection>;
  CategoryFilmsConnection: ResolverTypeWrapper<Omit<CategoryFilmsConnection, 'edges'> & { edges: Array<ResolversTypes['CategoryFilmsRelationship']> }>;
  CategoryFilmsConnectionAggregateInput: CategoryFilmsConnectionAggregateInput;
  CategoryFilmsConnectionFilters: CategoryFilmsConnectionFilters;
  CategoryFilmsConnectionSort: CategoryFilmsConnectionSort;
  CategoryFilmsConnectionWhere: CategoryFilmsConnectionWhere;
  CategoryFilmsNodeAggregationWhereInput: CategoryFilmsNodeAggregationWhereInput;
  CategoryFilmsRelationship: ResolverTypeWrapper<Omit<CategoryFilmsRelationship, 'node'> & { node: ResolversTypes['Film'] }>;
  CategoryRelationshipFilters: CategoryRelationshipFilters;
  CategorySort: CategorySort;
  CategoryWhere: CategoryWhere;
  ConnectionAggregationCountFilterInput: ConnectionAggregationCountFilterInput;
  Count: ResolverTypeWrapper<Count>;
  CountConnection: ResolverTypeWrapper<CountConnection>;
  CurvePoint: ResolverTypeWrapper<CurvePoint>;
  Customer: ResolverTypeWrapper<Omit<Customer, 'fanOf' | 'fanOfConnection' | 'recommendations' | 'rented' | 'rentedConnection'> & { fanOf: Array<ResolversTypes['Actor']>, fanOfConnection: ResolversTypes['CustomerFanOfConnection'], recommendations?: Maybe<ResolversTypes['RecommendationList']>, rented: Array<ResolversTypes['Film']>, rentedConnection: ResolversTypes['CustomerRentedConnection'] }>;
  CustomerActorFanOfAggregateSelection: ResolverTypeWrapper<CustomerActorFanOfAggregateSelection>;
  CustomerActorFanOfNodeAggregateSelection: ResolverTypeWrapper<CustomerActorFanOfNodeAggregateSelection>;
  CustomerAggregate: ResolverTypeWrapper<CustomerAggregate>;
  CustomerAggregateNode: ResolverTypeWrapper<CustomerAggregateNode>;
  CustomerEdge: ResolverTypeWrapper<Omit<CustomerEdge, 'node'> & { node: ResolversTypes['Customer'] }>;
  CustomerFanOfConnection: ResolverTypeWrapper<Omit<CustomerFanOfConnection, 'edges'> & { edges: Array<ResolversTypes['CustomerFanOfRelationship']> }>;
  CustomerFanOfConnectionAggregateInput: CustomerFanOfConnectionAggregateInput;
  CustomerFanOfConnectionFilters: CustomerFanOfConnectionFilters;
  CustomerFanOfConnectionSort: CustomerFanOfConnectionSort;
  CustomerFanOfConnectionWhere: CustomerFanOfConnectionWhere;
  CustomerFanOfNodeAggregationWhereInput: CustomerFanOfNodeAggregationWhereInput;
  CustomerFanOfRelationship: ResolverTypeWrapper<Omit<CustomerFanOfRelationship, 'node'> & { node: ResolversTypes['Actor'] }>;
  CustomerFilmRentedAggregateSelection: ResolverTypeWrapper<CustomerFilmRentedAggregateSelection>;
  CustomerFilmRentedEdgeAggregateSelection: ResolverTypeWrapper<CustomerFilmRentedEdgeAggregateSelection>;
  CustomerFilmRentedNodeAggregateSelection: ResolverTypeWrapper<CustomerFilmRentedNodeAggregateSelection>;
  CustomerRentedConnection: ResolverTypeWrapper<Omit<CustomerRentedConnection, 'edges'> & { edges: Array<ResolversTypes['CustomerRentedRelationship']> }>;
  CustomerRentedConnectionAggregateInput: CustomerRentedConnectionAggregateInput;
  CustomerRentedConnectionFilters: CustomerRentedConnectionFilters;
  CustomerRentedConnectionSort: CustomerRentedConnectionSort;
  CustomerRentedConnectionWhere: CustomerRentedConnectionWhere;
  CustomerRentedNodeAggregationWhereInput: CustomerRentedNodeAggregationWhereInput;
  CustomerRentedRelationship: ResolverTypeWrapper<Omit<CustomerRentedRelationship, 'node'> & { node: ResolversTypes['Film'] }>;
  CustomerSort: CustomerSort;
  CustomerWhere: CustomerWhere;
  CustomersConnection: ResolverTypeWrapper<Omit<CustomersConnection, 'edges'> & { edges: Array<ResolversTypes['CustomerEdge']> }>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DateTimeAggregateSelection: ResolverTypeWrapper<DateTimeAggregateSelection>;
  DateTimeScalarAggregationFilters: DateTimeScalarAggregationFilters;
  DateTimeScalarFilters: DateTimeScalarFilters;
  Embedding: Embedding;
  EvaluatePoliciesInput: EvaluatePoliciesInput;
  EvaluatePoliciesPayload: ResolverTypeWrapper<EvaluatePoliciesPayload>;
  Evaluation: ResolverTypeWrapper<Evaluation>;
  Film: ResolverTypeWrapper<Omit<Film, 'actors' | 'actorsConnection' | 'categories' | 'categoriesConnection' | 'neighbors'> & { actors: Array<ResolversTypes['Actor']>, actorsConnection: ResolversTypes['FilmActorsConnection'], categories: Array<ResolversTypes['Category']>, categoriesConnection: ResolversTypes['FilmCategoriesConnection'], neighbors?: Maybe<Array<ResolversTypes['FilmNeighbor']>> }>;
  FilmActorActorsAggregateSelection: ResolverTypeWrapper<FilmActorActorsAggregateSelection>;
  FilmActorActorsNodeAggregateSelection: ResolverTypeWrapper<FilmActorActorsNodeAggregateSelection>;
  FilmActorsConnection: ResolverTypeWrapper<Omit<FilmActorsConnection, 'edges'> & { edges: Array<ResolversTypes['FilmActorsRelationship']> }>;
  FilmActorsConnectionAggregateInput: FilmActorsConnectionAggregateInput;
  FilmActorsConnectionFilters: FilmActorsConnectionFilters;
  FilmActorsConnectionSort: FilmActorsConnectionSort;
  FilmActorsConnectionWhere: FilmActorsConnectionWhere;
  FilmActorsNodeAggregationWhereInput: FilmActorsNodeAggregationWhereInput;
  FilmActorsRelationship: ResolverTypeWrapper<Omit<FilmActorsRelationship, 'node'> & { node: ResolversTypes['Actor'] }>;
  FilmAggregate: ResolverTypeWrapper<FilmAggregate>;
  FilmAggregateNode: ResolverTypeWrapper<FilmAggregateNode>;
  FilmCategoriesConnection: ResolverTypeWrapper<Omit<FilmCategoriesConnection, 'edges'> & { edges: Array<ResolversTypes['FilmCategoriesRelationship']> }>;
  FilmCategoriesConnectionAggregateInput: FilmCategoriesConnectionAggregateInput;
  FilmCategoriesConnectionFilters: FilmCategoriesConnectionFilters;
  FilmCategoriesConnectionSort: FilmCategoriesConnectionSort;
  FilmCategoriesConnectionWhere: FilmCategoriesConnectionWhere;
  FilmCategoriesNodeAggregationWhereInput: FilmCategoriesNodeAggregationWhereInput;
  FilmCategoriesRelationship: ResolverTypeWrapper<Omit<FilmCategoriesRelationship, 'node'> & { node: ResolversTypes['Category'] }>;
  FilmCategoryCategoriesAggregateSelection: ResolverTypeWrapper<FilmCategoryCategoriesAggregateSelection>;
  FilmCategoryCategoriesNodeAggregateSelection: ResolverTypeWrapper<FilmCategoryCategoriesNodeAggregateSelection>;
  FilmEdge: ResolverTypeWrapper<Omit<FilmEdge, 'node'> & { node: ResolversTypes['Film'] }>;
  FilmNeighbor: ResolverTypeWrapper<FilmNeighborSource>;
  FilmPoint: ResolverTypeWrapper<FilmPointSource>;
  FilmRelationshipFilters: FilmRelationshipFilters;
  FilmSort: FilmSort;
  FilmWhere: FilmWhere;
  FilmsConnection: ResolverTypeWrapper<Omit<FilmsConnection, 'edges'> & { edges: Array<ResolversTypes['FilmEdge']> }>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  FloatAggregateSelection: ResolverTypeWrapper<FloatAggregateSelection>;
  FloatScalarAggregationFilters: FloatScalarAggregationFilters;
  FloatScalarFilters: FloatScalarFilters;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  IDScalarFilters: IdScalarFilters;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  IntAggregateSelection: ResolverTypeWrapper<IntAggregateSelection>;
  IntScalarAggregationFilters: IntScalarAggregationFilters;
  IntScalarFilters: IntScalarFilters;
  Interval: ResolverTypeWrapper<Interval>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  OffPolicyEstimate: ResolverTypeWrapper<OffPolicyEstimate>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Policy: Policy;
  PolicyEvaluation: ResolverTypeWrapper<PolicyEvaluation>;
  PolicyVersion: ResolverTypeWrapper<PolicyVersion>;
  PromotePolicyInput: PromotePolicyInput;
  PromotePolicyPayload: ResolverTypeWrapper<PromotePolicyPayload>;
  Promotion: ResolverTypeWrapper<Promotion>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Reason: ResolverTypeWrapper<ReasonPath>;
  Recommendation: ResolverTypeWrapper<RecommendationSource>;
  RecommendationList: ResolverTypeWrapper<RecommendationListSource>;
  RecordRentalInput: RecordRentalInput;
  RecordRentalPayload: ResolverTypeWrapper<RecordedRental>;
  Rented: ResolverTypeWrapper<Rented>;
  RentedAggregationWhereInput: RentedAggregationWhereInput;
  RentedSort: RentedSort;
  RentedWhere: RentedWhere;
  RunStatus: RunStatus;
  SortDirection: SortDirection;
  StartTrainingInput: StartTrainingInput;
  StartTrainingPayload: ResolverTypeWrapper<Omit<StartTrainingPayload, 'run'> & { run: ResolversTypes['TrainingRun'] }>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  StringAggregateSelection: ResolverTypeWrapper<StringAggregateSelection>;
  StringScalarAggregationFilters: StringScalarAggregationFilters;
  StringScalarFilters: StringScalarFilters;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  TrainStepInput: TrainStepInput;
  TrainStepPayload: ResolverTypeWrapper<TrainStepPayload>;
  TrainingProgress: ResolverTypeWrapper<TrainingProgress>;
  TrainingRun: ResolverTypeWrapper<TrainingRunSource>;
  WriteEmbeddingsInput: WriteEmbeddingsInput;
  WriteEmbeddingsPayload: ResolverTypeWrapper<WriteEmbeddingsPayload>;
  WrittenEmbedding: ResolverTypeWrapper<WrittenEmbedding>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Actor: Omit<Actor, 'films' | 'filmsConnection'> & { films: Array<ResolversParentTypes['Film']>, filmsConnection: ResolversParentTypes['ActorFilmsConnection'] };
  ActorAggregate: ActorAggregate;
  ActorAggregateNode: ActorAggregateNode;
  ActorEdge: Omit<ActorEdge, 'node'> & { node: ResolversParentTypes['Actor'] };
  ActorFilmFilmsAggregateSelection: ActorFilmFilmsAggregateSelection;
  ActorFilmFilmsNodeAggregateSelection: ActorFilmFilmsNodeAggregateSelection;
  ActorFilmsConnection: Omit<ActorFilmsConnection, 'edges'> & { edges: Array<ResolversParentTypes['ActorFilmsRelationship']> };
  ActorFilmsConnectionAggregateInput: ActorFilmsConnectionAggregateInput;
  ActorFilmsConnectionFilters: ActorFilmsConnectionFilters;
  ActorFilmsConnectionSort: ActorFilmsConnectionSort;
  ActorFilmsConnectionWhere: ActorFilmsConnectionWhere;
  ActorFilmsNodeAggregationWhereInput: ActorFilmsNodeAggregationWhereInput;
  ActorFilmsRelationship: Omit<ActorFilmsRelationship, 'node'> & { node: ResolversParentTypes['Film'] };
  ActorRelationshipFilters: ActorRelationshipFilters;
  ActorSort: ActorSort;
  ActorWhere: ActorWhere;
  ActorsConnection: Omit<ActorsConnection, 'edges'> & { edges: Array<ResolversParentTypes['ActorEdge']> };
  Agent: Agent;
  Boolean: Scalars['Boolean']['output'];
  CancelTrainingInput: CancelTrainingInput;
  CancelTrainingPayload: Omit<CancelTrainingPayload, 'run'> & { run: ResolversParentTypes['TrainingRun'] };
  CategoriesConnection: Omit<CategoriesConnection, 'edges'> & { edges: Array<ResolversParentTypes['CategoryEdge']> };
  Category: Omit<Category, 'films' | 'filmsConnection'> & { films: Array<ResolversParentTypes['Film']>, filmsConnection: ResolversParentTypes['CategoryFilmsConnection'] };
  CategoryAggregate: CategoryAggregate;
  CategoryAggregateNode: CategoryAggregateNode;
  CategoryEdge: Omit<CategoryEdge, 'node'> & { node: ResolversParentTypes['Category'] };
  CategoryFilmFilmsAggregateSelection: CategoryFilmFilmsAggregateSelection;
  CategoryFilmFilmsNodeAggregateSelection: CategoryFilmFilmsNodeAggregateSelection;
  CategoryFilmsConnection: Omit<CategoryFilmsConnection, 'edges'> & { edges: Array<ResolversParentTypes['CategoryFilmsRelationship']> };
  CategoryFilmsConnectionAggregateInput: CategoryFilmsConnectionAggregateInput;
  CategoryFilmsConnectionFilters: CategoryFilmsConnectionFilters;
  CategoryFilmsConnectionSort: CategoryFilmsConnectionSort;
  CategoryFilmsConnectionWhere: CategoryFilmsConnectionWhere;
  CategoryFilmsNodeAggregationWhereInput: CategoryFilmsNodeAggregationWhereInput;
  CategoryFilmsRelationship: Omit<CategoryFilmsRelationship, 'node'> & { node: ResolversParentTypes['Film'] };
  CategoryRelationshipFilters: CategoryRelationshipFilters;
  CategorySort: CategorySort;
  CategoryWhere: CategoryWhere;
  ConnectionAggregationCountFilterInput: ConnectionAggregationCountFilterInput;
  Count: Count;
  CountConnection: CountConnection;
  CurvePoint: CurvePoint;
  Customer: Omit<Customer, 'fanOf' | 'fanOfConnection' | 'recommendations' | 'rented' | 'rentedConnection'> & { fanOf: Array<ResolversParentTypes['Actor']>, fanOfConnection: ResolversParentTypes['CustomerFanOfConnection'], recommendations?: Maybe<ResolversParentTypes['RecommendationList']>, rented: Array<ResolversParentTypes['Film']>, rentedConnection: ResolversParentTypes['CustomerRentedConnection'] };
  CustomerActorFanOfAggregateSelection: CustomerActorFanOfAggregateSelection;
  CustomerActorFanOfNodeAggregateSelection: CustomerActorFanOfNodeAggregateSelection;
  CustomerAggregate: CustomerAggregate;
  CustomerAggregateNode: CustomerAggregateNode;
  CustomerEdge: Omit<CustomerEdge, 'node'> & { node: ResolversParentTypes['Customer'] };
  CustomerFanOfConnection: Omit<CustomerFanOfConnection, 'edges'> & { edges: Array<ResolversParentTypes['CustomerFanOfRelationship']> };
  CustomerFanOfConnectionAggregateInput: CustomerFanOfConnectionAggregateInput;
  CustomerFanOfConnectionFilters: CustomerFanOfConnectionFilters;
  CustomerFanOfConnectionSort: CustomerFanOfConnectionSort;
  CustomerFanOfConnectionWhere: CustomerFanOfConnectionWhere;
  CustomerFanOfNodeAggregationWhereInput: CustomerFanOfNodeAggregationWhereInput;
  CustomerFanOfRelationship: Omit<CustomerFanOfRelationship, 'node'> & { node: ResolversParentTypes['Actor'] };
  CustomerFilmRentedAggregateSelection: CustomerFilmRentedAggregateSelection;
  CustomerFilmRentedEdgeAggregateSelection: CustomerFilmRentedEdgeAggregateSelection;
  CustomerFilmRentedNodeAggregateSelection: CustomerFilmRentedNodeAggregateSelection;
  CustomerRentedConnection: Omit<CustomerRentedConnection, 'edges'> & { edges: Array<ResolversParentTypes['CustomerRentedRelationship']> };
  CustomerRentedConnectionAggregateInput: CustomerRentedConnectionAggregateInput;
  CustomerRentedConnectionFilters: CustomerRentedConnectionFilters;
  CustomerRentedConnectionSort: CustomerRentedConnectionSort;
  CustomerRentedConnectionWhere: CustomerRentedConnectionWhere;
  CustomerRentedNodeAggregationWhereInput: CustomerRentedNodeAggregationWhereInput;
  CustomerRentedRelationship: Omit<CustomerRentedRelationship, 'node'> & { node: ResolversParentTypes['Film'] };
  CustomerSort: CustomerSort;
  CustomerWhere: CustomerWhere;
  CustomersConnection: Omit<CustomersConnection, 'edges'> & { edges: Array<ResolversParentTypes['CustomerEdge']> };
  DateTime: Scalars['DateTime']['output'];
  DateTimeAggregateSelection: DateTimeAggregateSelection;
  DateTimeScalarAggregationFilters: DateTimeScalarAggregationFilters;
  DateTimeScalarFilters: DateTimeScalarFilters;
  EvaluatePoliciesInput: EvaluatePoliciesInput;
  EvaluatePoliciesPayload: EvaluatePoliciesPayload;
  Evaluation: Evaluation;
  Film: Omit<Film, 'actors' | 'actorsConnection' | 'categories' | 'categoriesConnection' | 'neighbors'> & { actors: Array<ResolversParentTypes['Actor']>, actorsConnection: ResolversParentTypes['FilmActorsConnection'], categories: Array<ResolversParentTypes['Category']>, categoriesConnection: ResolversParentTypes['FilmCategoriesConnection'], neighbors?: Maybe<Array<ResolversParentTypes['FilmNeighbor']>> };
  FilmActorActorsAggregateSelection: FilmActorActorsAggregateSelection;
  FilmActorActorsNodeAggregateSelection: FilmActorActorsNodeAggregateSelection;
  FilmActorsConnection: Omit<FilmActorsConnection, 'edges'> & { edges: Array<ResolversParentTypes['FilmActorsRelationship']> };
  FilmActorsConnectionAggregateInput: FilmActorsConnectionAggregateInput;
  FilmActorsConnectionFilters: FilmActorsConnectionFilters;
  FilmActorsConnectionSort: FilmActorsConnectionSort;
  FilmActorsConnectionWhere: FilmActorsConnectionWhere;
  FilmActorsNodeAggregationWhereInput: FilmActorsNodeAggregationWhereInput;
  FilmActorsRelationship: Omit<FilmActorsRelationship, 'node'> & { node: ResolversParentTypes['Actor'] };
  FilmAggregate: FilmAggregate;
  FilmAggregateNode: FilmAggregateNode;
  FilmCategoriesConnection: Omit<FilmCategoriesConnection, 'edges'> & { edges: Array<ResolversParentTypes['FilmCategoriesRelationship']> };
  FilmCategoriesConnectionAggregateInput: FilmCategoriesConnectionAggregateInput;
  FilmCategoriesConnectionFilters: FilmCategoriesConnectionFilters;
  FilmCategoriesConnectionSort: FilmCategoriesConnectionSort;
  FilmCategoriesConnectionWhere: FilmCategoriesConnectionWhere;
  FilmCategoriesNodeAggregationWhereInput: FilmCategoriesNodeAggregationWhereInput;
  FilmCategoriesRelationship: Omit<FilmCategoriesRelationship, 'node'> & { node: ResolversParentTypes['Category'] };
  FilmCategoryCategoriesAggregateSelection: FilmCategoryCategoriesAggregateSelection;
  FilmCategoryCategoriesNodeAggregateSelection: FilmCategoryCategoriesNodeAggregateSelection;
  FilmEdge: Omit<FilmEdge, 'node'> & { node: ResolversParentTypes['Film'] };
  FilmNeighbor: FilmNeighborSource;
  FilmPoint: FilmPointSource;
  FilmRelationshipFilters: FilmRelationshipFilters;
  FilmSort: FilmSort;
  FilmWhere: FilmWhere;
  FilmsConnection: Omit<FilmsConnection, 'edges'> & { edges: Array<ResolversParentTypes['FilmEdge']> };
  Float: Scalars['Float']['output'];
  FloatAggregateSelection: FloatAggregateSelection;
  FloatScalarAggregationFilters: FloatScalarAggregationFilters;
  FloatScalarFilters: FloatScalarFilters;
  ID: Scalars['ID']['output'];
  IDScalarFilters: IdScalarFilters;
  Int: Scalars['Int']['output'];
  IntAggregateSelection: IntAggregateSelection;
  IntScalarAggregationFilters: IntScalarAggregationFilters;
  IntScalarFilters: IntScalarFilters;
  Interval: Interval;
  Mutation: Record<PropertyKey, never>;
  OffPolicyEstimate: OffPolicyEstimate;
  PageInfo: PageInfo;
  PolicyEvaluation: PolicyEvaluation;
  PolicyVersion: PolicyVersion;
  PromotePolicyInput: PromotePolicyInput;
  PromotePolicyPayload: PromotePolicyPayload;
  Promotion: Promotion;
  Query: Record<PropertyKey, never>;
  Reason: ReasonPath;
  Recommendation: RecommendationSource;
  RecommendationList: RecommendationListSource;
  RecordRentalInput: RecordRentalInput;
  RecordRentalPayload: RecordedRental;
  Rented: Rented;
  RentedAggregationWhereInput: RentedAggregationWhereInput;
  RentedSort: RentedSort;
  RentedWhere: RentedWhere;
  StartTrainingInput: StartTrainingInput;
  StartTrainingPayload: Omit<StartTrainingPayload, 'run'> & { run: ResolversParentTypes['TrainingRun'] };
  String: Scalars['String']['output'];
  StringAggregateSelection: StringAggregateSelection;
  StringScalarAggregationFilters: StringScalarAggregationFilters;
  StringScalarFilters: StringScalarFilters;
  Subscription: Record<PropertyKey, never>;
  TrainStepInput: TrainStepInput;
  TrainStepPayload: TrainStepPayload;
  TrainingProgress: TrainingProgress;
  TrainingRun: TrainingRunSource;
  WriteEmbeddingsInput: WriteEmbeddingsInput;
  WriteEmbeddingsPayload: WriteEmbeddingsPayload;
  WrittenEmbedding: WrittenEmbedding;
};

export type ActorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Actor'] = ResolversParentTypes['Actor']> = {
  actorId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  films?: Resolver<Array<ResolversTypes['Film']>, ParentType, ContextType, Partial<ActorFilmsArgs>>;
  filmsConnection?: Resolver<ResolversTypes['ActorFilmsConnection'], ParentType, ContextType, Partial<ActorFilmsConnectionArgs>>;
  firstName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lastName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ActorAggregateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActorAggregate'] = ResolversParentTypes['ActorAggregate']> = {
  count?: Resolver<ResolversTypes['Count'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ActorAggregateNode'], ParentType, ContextType>;
};

export type ActorAggregateNodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActorAggregateNode'] = ResolversParentTypes['ActorAggregateNode']> = {
  firstName?: Resolver<ResolversTypes['StringAggregateSelection'], ParentType, ContextType>;
  lastName?: Resolver<ResolversTypes['StringAggregateSelection'], ParentType, ContextType>;
};

export type ActorEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActorEdge'] = ResolversParentTypes['ActorEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
};

export type ActorFilmFilmsAggregateSelectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActorFilmFilmsAggregateSelection'] = ResolversParentTypes['ActorFilmFilmsAggregateSelection']> = {
  count?: Resolver<ResolversTypes['CountConnection'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['ActorFilmFilmsNodeAggregateSelection']>, ParentType, ContextType>;
};

export type ActorFilmFilmsNodeAggregateSelectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActorFilmFilmsNodeAggregateSelection'] = ResolversParentTypes['ActorFilmFilmsNodeAggregateSelection']> = {
  description?: Resolver<ResolversTypes['StringAggregateSelection'], ParentType, ContextType>;
  language?: Resolver<ResolversTypes['StringAggregateSelection'], ParentType, ContextType>;
  length?: Resolver<ResolversTypes['IntAggregateSelection'], ParentType, ContextType>;
  rating?: Resolver<ResolversTypes['StringAggregateSelection'], ParentType, ContextType>;
  releaseYear?: Resolver<ResolversTypes['IntAggregateSelection'], ParentType, ContextType>;
  rentalRate?: Resolver<ResolversTypes['FloatAggregateSelection'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['StringAggregateSelection'], ParentType, ContextType>;
};

export type ActorFilmsConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActorFilmsConnection'] = ResolversParentTypes['ActorFilmsConnection']> = {
  aggregate?: Resolver<ResolversTypes['ActorFilmFilmsAggregateSelection'], ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['ActorFilmsRelationship']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ActorFilmsRelationshipResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActorFilmsRelationship'] = ResolversParentTypes['ActorFilmsRelationship']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Film'], ParentType, ContextType>;
};

export type ActorsConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActorsConnection'] = ResolversParentTypes['ActorsConnection']> = {
  aggregate?: Resolver<ResolversTypes['ActorAggregate'], ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['ActorEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AgentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Agent'] = ResolversParentTypes['Agent']> = {
  engine?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  engineVersion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  epsilon?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  meanReward?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  policy?: Resolver<ResolversTypes['Policy'], ParentType, ContextType>;
  seed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  step?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CancelTrainingPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancelTrainingPayload'] = ResolversParentTypes['CancelTrainingPayload']> = {
  run?: Resolver<ResolversTypes['TrainingRun'], ParentType, ContextType>;
};

export type CategoriesConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CategoriesConnection'] = ResolversParentTypes['CategoriesConnection']> = {
  aggregate?: Resolver<ResolversTypes['CategoryAggregate'], ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['CategoryEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CategoryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Category'] = ResolversParentTypes['Category']> = {
  categoryId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  films?: Resolver<Array<ResolversTypes['Film']>, ParentType, ContextType, Partial<CategoryFilmsArgs>>;
  filmsConnection?: Resolver<ResolversTypes['CategoryFilmsConnection'], ParentType, ContextType, Partial<CategoryFilmsConnectionArgs>>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CategoryAggregateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CategoryAggregate'] = ResolversParentTypes['CategoryAggregate']> = {
  count?: Resolver<ResolversTypes['Count'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['CategoryAggregateNode'], ParentType, ContextType>;
};

export type CategoryAggregateNodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CategoryAggregateNode'] = ResolversParentTypes['CategoryAggregateNode']> = {
  name?: Resolver<ResolversTypes['StringAggregateSelection'], ParentType, ContextType>;
};

export type CategoryEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CategoryEdge'] = ResolversParentTypes['CategoryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Category'], ParentType, ContextType>;
};

export type CategoryFilmFilmsAggregateSelectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CategoryFilmFilmsAggregateSelection'] = ResolversParentTypes['CategoryFilmFilmsAggregateSelection']> = {
  count?: Resolver<ResolversTypes['CountConnection'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['CategoryFilmFilmsNodeAggregateSelection']>, ParentType, ContextType>;
};

export type CategoryFilmFilmsNodeAggregateSelectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CategoryFilmFilmsNodeAggregateSelection'] = ResolversParentTypes['CategoryFilmFilmsNodeAggregateSelection']> = {
  description?: Resolver<ResolversTypes['StringAggregateSelection'], ParentType, ContextType>;
  language?: Resolver<ResolversTypes['StringAggregateSelection'], ParentType, ContextType>;
  length?: Resolver<ResolversTypes['IntAggregateSelection'], ParentType, ContextType>;
  rating?: Resolver<ResolversTypes['StringAggregateSelection'], ParentType, ContextType>;
  releaseYear?: Resolver<ResolversTypes['IntAggregateSelection'], ParentType, ContextType>;
  rentalRate?: Resolver<ResolversTypes['FloatAggregateSelection'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['StringAggregateSelection'], ParentType, ContextType>;
};

export type CategoryFilmsConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CategoryFilmsConnection'] = ResolversParentTypes['CategoryFilmsConnection']> = {
  aggregate?: Resolver<ResolversTypes['CategoryFilmFilmsAggregateSelection'], ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['CategoryFilmsRelationship']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CategoryFilmsRelationshipResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CategoryFilmsRelationship'] = ResolversParentTypes['CategoryFilmsRelationship']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Film'], ParentType, ContextType>;
};

export type CountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Count'] = ResolversParentTypes['Count']> = {
  nodes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CountConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CountConnection'] = ResolversParentTypes['CountConnection']> = {
  edges?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  nodes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CurvePointResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CurvePoint'] = ResolversParentTypes['CurvePoint']> = {
  epsilon?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  loss?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  meanReward?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  reward?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  step?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  validation?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type CustomerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Customer'] = ResolversParentTypes['Customer']> = {
  customerId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  fanOf?: Resolver<Array<ResolversTypes['Actor']>, ParentType, ContextType, Partial<CustomerFanOfArgs>>;
  fanOfConnection?: Resolver<ResolversTypes['CustomerFanOfConnection'], ParentType, ContextType, Partial<CustomerFanOfConnectionArgs>>;
  firstName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recommendations?: Resolver<Maybe<ResolversTypes['RecommendationList']>, ParentType, ContextType, RequireFields<CustomerRecommendationsArgs, 'diversity' | 'excludeRented' | 'first'>>;
  rented?: Resolver<Array<ResolversTypes['Film']>, ParentType, ContextType, Partial<CustomerRentedArgs>>;
  rentedConnection?: Resolver<ResolversTypes['CustomerRentedConnection'], ParentType, ContextType, Partial<CustomerRentedConnectionArgs>>;
};

export type CustomerActorFanOfAggregateSelectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CustomerActorFanOfAggregateSelection'] = ResolversParentTypes['CustomerActorFanOfAggregateSelection']> = {
  count?: Resolver<ResolversTypes['CountConnection'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['CustomerActorFanOfNodeAggregateSelection']>, ParentType, ContextType>;
};

export type CustomerActorFanOfNodeAggregateSelectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CustomerActorFanOfNodeAggregateSelection'] = ResolversParentTypes['CustomerActorFanOfNodeAggregateSelection']> = {
  firstName?: Resolver<ResolversTypes['StringAggregateSelection'], ParentType, ContextType>;
  lastName?: Resolver<ResolversTypes['StringAggregateSelection'], ParentType, ContextType>;
};

export type CustomerAggregateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CustomerAggregate'] = ResolversParentTypes['CustomerAggregate']> = {
  count?: Resolver<ResolversTypes['Count'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['CustomerAggregateNode'], ParentType, ContextType>;
};

export type CustomerAggregateNodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CustomerAggregateNode'] = ResolversParentTypes['CustomerAggregateNode']> = {
  firstName?: Resolver<ResolversTypes['StringAggregateSelection'], ParentType, ContextType>;
  lastName?: Resolver<ResolversTypes['StringAggregateSelection'], ParentType, ContextType>;
};

export type CustomerEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CustomerEdge'] = ResolversParentTypes['CustomerEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Customer'], ParentType, ContextType>;
};

export type CustomerFanOfConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CustomerFanOfConnection'] = ResolversParentTypes['CustomerFanOfConnection']> = {
  aggregate?: Resolver<ResolversTypes['CustomerActorFanOfAggregateSelection'], ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['CustomerFanOfRelationship']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CustomerFanOfRelationshipResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CustomerFanOfRelationship'] = ResolversParentTypes['CustomerFanOfRelationship']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
};

export type CustomerFilmRentedAggregateSelectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CustomerFilmRentedAggregateSelection'] = ResolversParentTypes['CustomerFilmRentedAggregateSelection']> = {
  count?: Resolver<ResolversTypes['CountConnection'], ParentType, ContextType>;
  edge?: Resolver<Maybe<ResolversTypes['CustomerFilmRentedEdgeAggregateSelection']>, ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['CustomerFilmRentedNodeAggregateSelection']>, ParentType, ContextType>;
};

export type CustomerFilmRentedEdgeAggregateSelectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CustomerFilmRentedEdgeAggregateSelection'] = ResolversParentTypes['CustomerFilmRentedEdgeAggregateSelection']> = {
  firstAt?: Resolver<ResolversTypes['DateTimeAggregateSelection'], ParentType, ContextType>;
  lastAt?: Resolver<ResolversTypes['DateTimeAggregateSelection'], ParentType, ContextType>;
  times?: Resolver<ResolversTypes['IntAggregateSelection'], ParentType, ContextType>;
};

export type CustomerFilmRentedNodeAggregateSelectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CustomerFilmRentedNodeAggregateSelection'] = ResolversParentTypes['CustomerFilmRentedNodeAggregateSelection']> = {
  description?: Resolver<ResolversTypes['StringAggregateSelection'], ParentType, ContextType>;
  language?: Resolver<ResolversTypes['StringAggregateSelection'], ParentType, ContextType>;
  length?: Resolver<ResolversTypes['IntAggregateSelection'], ParentType, ContextType>;
  rating?: Resolver<ResolversTypes['StringAggregateSelection'], ParentType, ContextType>;
  releaseYear?: Resolver<ResolversTypes['IntAggregateSelection'], ParentType, ContextType>;
  rentalRate?: Resolver<ResolversTypes['FloatAggregateSelection'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['StringAggregateSelection'], ParentType, ContextType>;
};

export type CustomerRentedConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CustomerRentedConnection'] = ResolversParentTypes['CustomerRentedConnection']> = {
  aggregate?: Resolver<ResolversTypes['CustomerFilmRentedAggregateSelection'], ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['CustomerRentedRelationship']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CustomerRentedRelationshipResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CustomerRentedRelationship'] = ResolversParentTypes['CustomerRentedRelationship']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Film'], ParentType, ContextType>;
  properties?: Resolver<ResolversTypes['Rented'], ParentType, ContextType>;
};

export type CustomersConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CustomersConnection'] = ResolversParentTypes['CustomersConnection']> = {
  aggregate?: Resolver<ResolversTypes['CustomerAggregate'], ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['CustomerEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DateTimeAggregateSelectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DateTimeAggregateSelection'] = ResolversParentTypes['DateTimeAggregateSelection']> = {
  max?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  min?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type EvaluatePoliciesPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EvaluatePoliciesPayload'] = ResolversParentTypes['EvaluatePoliciesPayload']> = {
  evaluation?: Resolver<ResolversTypes['Evaluation'], ParentType, ContextType>;
};

export type EvaluationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Evaluation'] = ResolversParentTypes['Evaluation']> = {
  customers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  engine?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  k?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  offPolicy?: Resolver<Array<ResolversTypes['OffPolicyEstimate']>, ParentType, ContextType>;
  results?: Resolver<Array<ResolversTypes['PolicyEvaluation']>, ParentType, ContextType>;
  seed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  share?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['RunStatus'], ParentType, ContextType>;
  testRentals?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  trainRentals?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type FilmResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Film'] = ResolversParentTypes['Film']> = {
  actors?: Resolver<Array<ResolversTypes['Actor']>, ParentType, ContextType, Partial<FilmActorsArgs>>;
  actorsConnection?: Resolver<ResolversTypes['FilmActorsConnection'], ParentType, ContextType, Partial<FilmActorsConnectionArgs>>;
  categories?: Resolver<Array<ResolversTypes['Category']>, ParentType, ContextType, Partial<FilmCategoriesArgs>>;
  categoriesConnection?: Resolver<ResolversTypes['FilmCategoriesConnection'], ParentType, ContextType, Partial<FilmCategoriesConnectionArgs>>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  filmId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  language?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  length?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  neighbors?: Resolver<Maybe<Array<ResolversTypes['FilmNeighbor']>>, ParentType, ContextType, RequireFields<FilmNeighborsArgs, 'embedding' | 'first'>>;
  rating?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  releaseYear?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  rentalRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FilmActorActorsAggregateSelectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FilmActorActorsAggregateSelection'] = ResolversParentTypes['FilmActorActorsAggregateSelection']> = {
  count?: Resolver<ResolversTypes['CountConnection'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['FilmActorActorsNodeAggregateSelection']>, ParentType, ContextType>;
};

export type FilmActorActorsNodeAggregateSelectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FilmActorActorsNodeAggregateSelection'] = ResolversParentTypes['FilmActorActorsNodeAggregateSelection']> = {
  firstName?: Resolver<ResolversTypes['StringAggregateSelection'], ParentType, ContextType>;
  lastName?: Resolver<ResolversTypes['StringAggregateSelection'], ParentType, ContextType>;
};

export type FilmActorsConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FilmActorsConnection'] = ResolversParentTypes['FilmActorsConnection']> = {
  aggregate?: Resolver<ResolversTypes['FilmActorActorsAggregateSelection'], ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['FilmActorsRelationship']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type FilmActorsRelationshipResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FilmActorsRelationship'] = ResolversParentTypes['FilmActorsRelationship']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
};

export type FilmAggregateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FilmAggregate'] = ResolversParentTypes['FilmAggregate']> = {
  count?: Resolver<ResolversTypes['Count'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['FilmAggregateNode'], ParentType, ContextType>;
};

export type FilmAggregateNodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FilmAggregateNode'] = ResolversParentTypes['FilmAggregateNode']> = {
  description?: Resolver<ResolversTypes['StringAggregateSelection'], ParentType, ContextType>;
  language?: Resolver<ResolversTypes['StringAggregateSelection'], ParentType, ContextType>;
  length?: Resolver<ResolversTypes['IntAggregateSelection'], ParentType, ContextType>;
  rating?: Resolver<ResolversTypes['StringAggregateSelection'], ParentType, ContextType>;
  releaseYear?: Resolver<ResolversTypes['IntAggregateSelection'], ParentType, ContextType>;
  rentalRate?: Resolver<ResolversTypes['FloatAggregateSelection'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['StringAggregateSelection'], ParentType, ContextType>;
};

export type FilmCategoriesConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FilmCategoriesConnection'] = ResolversParentTypes['FilmCategoriesConnection']> = {
  aggregate?: Resolver<ResolversTypes['FilmCategoryCategoriesAggregateSelection'], ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['FilmCategoriesRelationship']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type FilmCategoriesRelationshipResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FilmCategoriesRelationship'] = ResolversParentTypes['FilmCategoriesRelationship']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Category'], ParentType, ContextType>;
};

export type FilmCategoryCategoriesAggregateSelectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FilmCategoryCategoriesAggregateSelection'] = ResolversParentTypes['FilmCategoryCategoriesAggregateSelection']> = {
  count?: Resolver<ResolversTypes['CountConnection'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['FilmCategoryCategoriesNodeAggregateSelection']>, ParentType, ContextType>;
};

export type FilmCategoryCategoriesNodeAggregateSelectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FilmCategoryCategoriesNodeAggregateSelection'] = ResolversParentTypes['FilmCategoryCategoriesNodeAggregateSelection']> = {
  name?: Resolver<ResolversTypes['StringAggregateSelection'], ParentType, ContextType>;
};

export type FilmEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FilmEdge'] = ResolversParentTypes['FilmEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Film'], ParentType, ContextType>;
};

export type FilmNeighborResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FilmNeighbor'] = ResolversParentTypes['FilmNeighbor']> = {
  film?: Resolver<ResolversTypes['Film'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type FilmPointResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FilmPoint'] = ResolversParentTypes['FilmPoint']> = {
  film?: Resolver<ResolversTypes['Film'], ParentType, ContextType>;
  x?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  y?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type FilmsConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FilmsConnection'] = ResolversParentTypes['FilmsConnection']> = {
  aggregate?: Resolver<ResolversTypes['FilmAggregate'], ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['FilmEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type FloatAggregateSelectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FloatAggregateSelection'] = ResolversParentTypes['FloatAggregateSelection']> = {
  average?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  max?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  min?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  sum?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type IntAggregateSelectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IntAggregateSelection'] = ResolversParentTypes['IntAggregateSelection']> = {
  average?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  max?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  min?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  sum?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type IntervalResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Interval'] = ResolversParentTypes['Interval']> = {
  high?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  low?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  mean?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  cancelTraining?: Resolver<Maybe<ResolversTypes['CancelTrainingPayload']>, ParentType, ContextType, RequireFields<MutationCancelTrainingArgs, 'input'>>;
  evaluatePolicies?: Resolver<Maybe<ResolversTypes['EvaluatePoliciesPayload']>, ParentType, ContextType, RequireFields<MutationEvaluatePoliciesArgs, 'input'>>;
  promotePolicy?: Resolver<Maybe<ResolversTypes['PromotePolicyPayload']>, ParentType, ContextType, RequireFields<MutationPromotePolicyArgs, 'input'>>;
  recordRental?: Resolver<Maybe<ResolversTypes['RecordRentalPayload']>, ParentType, ContextType, RequireFields<MutationRecordRentalArgs, 'input'>>;
  startTraining?: Resolver<Maybe<ResolversTypes['StartTrainingPayload']>, ParentType, ContextType, RequireFields<MutationStartTrainingArgs, 'input'>>;
  trainStep?: Resolver<Maybe<ResolversTypes['TrainStepPayload']>, ParentType, ContextType, Partial<MutationTrainStepArgs>>;
  writeEmbeddings?: Resolver<Maybe<ResolversTypes['WriteEmbeddingsPayload']>, ParentType, ContextType, RequireFields<MutationWriteEmbeddingsArgs, 'input'>>;
};

export type OffPolicyEstimateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OffPolicyEstimate'] = ResolversParentTypes['OffPolicyEstimate']> = {
  doublyRobust?: Resolver<ResolversTypes['Interval'], ParentType, ContextType>;
  effectiveSampleSize?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  lists?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  policy?: Resolver<ResolversTypes['Policy'], ParentType, ContextType>;
  snips?: Resolver<ResolversTypes['Interval'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PolicyEvaluationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PolicyEvaluation'] = ResolversParentTypes['PolicyEvaluation']> = {
  answerMilliseconds?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  coverage?: Resolver<ResolversTypes['Interval'], ParentType, ContextType>;
  hitRate?: Resolver<ResolversTypes['Interval'], ParentType, ContextType>;
  ndcg?: Resolver<ResolversTypes['Interval'], ParentType, ContextType>;
  novelty?: Resolver<ResolversTypes['Interval'], ParentType, ContextType>;
  policy?: Resolver<ResolversTypes['Policy'], ParentType, ContextType>;
  recall?: Resolver<ResolversTypes['Interval'], ParentType, ContextType>;
  trainSeconds?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type PolicyVersionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PolicyVersion'] = ResolversParentTypes['PolicyVersion']> = {
  policy?: Resolver<ResolversTypes['Policy'], ParentType, ContextType>;
  publishedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  run?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  step?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  validation?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PromotePolicyPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PromotePolicyPayload'] = ResolversParentTypes['PromotePolicyPayload']> = {
  previous?: Resolver<Maybe<ResolversTypes['Promotion']>, ParentType, ContextType>;
  promotion?: Resolver<ResolversTypes['Promotion'], ParentType, ContextType>;
};

export type PromotionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Promotion'] = ResolversParentTypes['Promotion']> = {
  exploration?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  policy?: Resolver<ResolversTypes['Policy'], ParentType, ContextType>;
  promotedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  actors?: Resolver<Array<ResolversTypes['Actor']>, ParentType, ContextType, Partial<QueryActorsArgs>>;
  actorsConnection?: Resolver<ResolversTypes['ActorsConnection'], ParentType, ContextType, Partial<QueryActorsConnectionArgs>>;
  agent?: Resolver<ResolversTypes['Agent'], ParentType, ContextType>;
  categories?: Resolver<Array<ResolversTypes['Category']>, ParentType, ContextType, Partial<QueryCategoriesArgs>>;
  categoriesConnection?: Resolver<ResolversTypes['CategoriesConnection'], ParentType, ContextType, Partial<QueryCategoriesConnectionArgs>>;
  customers?: Resolver<Array<ResolversTypes['Customer']>, ParentType, ContextType, Partial<QueryCustomersArgs>>;
  customersConnection?: Resolver<ResolversTypes['CustomersConnection'], ParentType, ContextType, Partial<QueryCustomersConnectionArgs>>;
  embeddingNeighbors?: Resolver<Maybe<Array<ResolversTypes['FilmNeighbor']>>, ParentType, ContextType, RequireFields<QueryEmbeddingNeighborsArgs, 'embedding' | 'film' | 'first'>>;
  evaluation?: Resolver<Maybe<ResolversTypes['Evaluation']>, ParentType, ContextType, RequireFields<QueryEvaluationArgs, 'id'>>;
  evaluations?: Resolver<Array<ResolversTypes['Evaluation']>, ParentType, ContextType, RequireFields<QueryEvaluationsArgs, 'first'>>;
  filmMap?: Resolver<Array<ResolversTypes['FilmPoint']>, ParentType, ContextType, RequireFields<QueryFilmMapArgs, 'embedding'>>;
  films?: Resolver<Array<ResolversTypes['Film']>, ParentType, ContextType, Partial<QueryFilmsArgs>>;
  filmsConnection?: Resolver<ResolversTypes['FilmsConnection'], ParentType, ContextType, Partial<QueryFilmsConnectionArgs>>;
  policyVersions?: Resolver<Array<ResolversTypes['PolicyVersion']>, ParentType, ContextType, RequireFields<QueryPolicyVersionsArgs, 'first'>>;
  promotions?: Resolver<Array<ResolversTypes['Promotion']>, ParentType, ContextType, RequireFields<QueryPromotionsArgs, 'first'>>;
  recommendations?: Resolver<Maybe<ResolversTypes['RecommendationList']>, ParentType, ContextType, RequireFields<QueryRecommendationsArgs, 'customer' | 'diversity' | 'excludeRented' | 'first'>>;
  recommendationsFor?: Resolver<Maybe<ResolversTypes['RecommendationList']>, ParentType, ContextType, RequireFields<QueryRecommendationsForArgs, 'diversity' | 'films' | 'first'>>;
  trainingRun?: Resolver<Maybe<ResolversTypes['TrainingRun']>, ParentType, ContextType, RequireFields<QueryTrainingRunArgs, 'id'>>;
  trainingRuns?: Resolver<Array<ResolversTypes['TrainingRun']>, ParentType, ContextType, RequireFields<QueryTrainingRunsArgs, 'first'>>;
};

export type ReasonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Reason'] = ResolversParentTypes['Reason']> = {
  actor?: Resolver<Maybe<ResolversTypes['Actor']>, ParentType, ContextType>;
  category?: Resolver<Maybe<ResolversTypes['Category']>, ParentType, ContextType>;
  rented?: Resolver<ResolversTypes['Film'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RecommendationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Recommendation'] = ResolversParentTypes['Recommendation']> = {
  film?: Resolver<ResolversTypes['Film'], ParentType, ContextType>;
  rank?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reasons?: Resolver<Array<ResolversTypes['Reason']>, ParentType, ContextType, RequireFields<RecommendationReasonsArgs, 'first'>>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type RecommendationListResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecommendationList'] = ResolversParentTypes['RecommendationList']> = {
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  items?: Resolver<Array<ResolversTypes['Recommendation']>, ParentType, ContextType>;
  policy?: Resolver<ResolversTypes['Policy'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RecordRentalPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecordRentalPayload'] = ResolversParentTypes['RecordRentalPayload']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  film?: Resolver<Maybe<ResolversTypes['Film']>, ParentType, ContextType>;
  repeated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  times?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RentedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Rented'] = ResolversParentTypes['Rented']> = {
  firstAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  lastAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  times?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type StartTrainingPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StartTrainingPayload'] = ResolversParentTypes['StartTrainingPayload']> = {
  run?: Resolver<ResolversTypes['TrainingRun'], ParentType, ContextType>;
};

export type StringAggregateSelectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StringAggregateSelection'] = ResolversParentTypes['StringAggregateSelection']> = {
  longest?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  shortest?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  trainingProgress?: SubscriptionResolver<ResolversTypes['TrainingProgress'], "trainingProgress", ParentType, ContextType, RequireFields<SubscriptionTrainingProgressArgs, 'run'>>;
};

export type TrainStepPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TrainStepPayload'] = ResolversParentTypes['TrainStepPayload']> = {
  epsilon?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  loss?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  meanReward?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  reward?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  step?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TrainingProgressResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TrainingProgress'] = ResolversParentTypes['TrainingProgress']> = {
  epsilon?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  loss?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  meanReward?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  reward?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  run?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['RunStatus'], ParentType, ContextType>;
  step?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  stepsPerSecond?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  validation?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type TrainingRunResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TrainingRun'] = ResolversParentTypes['TrainingRun']> = {
  curve?: Resolver<Array<ResolversTypes['CurvePoint']>, ParentType, ContextType, RequireFields<TrainingRunCurveArgs, 'points'>>;
  engine?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  engineVersion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  epsilon?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  policy?: Resolver<ResolversTypes['Policy'], ParentType, ContextType>;
  resumedFrom?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  seed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['RunStatus'], ParentType, ContextType>;
  step?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  steps?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  stepsPerSecond?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  validation?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type WriteEmbeddingsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WriteEmbeddingsPayload'] = ResolversParentTypes['WriteEmbeddingsPayload']> = {
  written?: Resolver<Array<ResolversTypes['WrittenEmbedding']>, ParentType, ContextType>;
};

export type WrittenEmbeddingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WrittenEmbedding'] = ResolversParentTypes['WrittenEmbedding']> = {
  dimension?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  embedding?: Resolver<ResolversTypes['Embedding'], ParentType, ContextType>;
  nodes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  property?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  seconds?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Actor?: ActorResolvers<ContextType>;
  ActorAggregate?: ActorAggregateResolvers<ContextType>;
  ActorAggregateNode?: ActorAggregateNodeResolvers<ContextType>;
  ActorEdge?: ActorEdgeResolvers<ContextType>;
  ActorFilmFilmsAggregateSelection?: ActorFilmFilmsAggregateSelectionResolvers<ContextType>;
  ActorFilmFilmsNodeAggregateSelection?: ActorFilmFilmsNodeAggregateSelectionResolvers<ContextType>;
  ActorFilmsConnection?: ActorFilmsConnectionResolvers<ContextType>;
  ActorFilmsRelationship?: ActorFilmsRelationshipResolvers<ContextType>;
  ActorsConnection?: ActorsConnectionResolvers<ContextType>;
  Agent?: AgentResolvers<ContextType>;
  CancelTrainingPayload?: CancelTrainingPayloadResolvers<ContextType>;
  CategoriesConnection?: CategoriesConnectionResolvers<ContextType>;
  Category?: CategoryResolvers<ContextType>;
  CategoryAggregate?: CategoryAggregateResolvers<ContextType>;
  CategoryAggregateNode?: CategoryAggregateNodeResolvers<ContextType>;
  CategoryEdge?: CategoryEdgeResolvers<ContextType>;
  CategoryFilmFilmsAggregateSelection?: CategoryFilmFilmsAggregateSelectionResolvers<ContextType>;
  CategoryFilmFilmsNodeAggregateSelection?: CategoryFilmFilmsNodeAggregateSelectionResolvers<ContextType>;
  CategoryFilmsConnection?: CategoryFilmsConnectionResolvers<ContextType>;
  CategoryFilmsRelationship?: CategoryFilmsRelationshipResolvers<ContextType>;
  Count?: CountResolvers<ContextType>;
  CountConnection?: CountConnectionResolvers<ContextType>;
  CurvePoint?: CurvePointResolvers<ContextType>;
  Customer?: CustomerResolvers<ContextType>;
  CustomerActorFanOfAggregateSelection?: CustomerActorFanOfAggregateSelectionResolvers<ContextType>;
  CustomerActorFanOfNodeAggregateSelection?: CustomerActorFanOfNodeAggregateSelectionResolvers<ContextType>;
  CustomerAggregate?: CustomerAggregateResolvers<ContextType>;
  CustomerAggregateNode?: CustomerAggregateNodeResolvers<ContextType>;
  CustomerEdge?: CustomerEdgeResolvers<ContextType>;
  CustomerFanOfConnection?: CustomerFanOfConnectionResolvers<ContextType>;
  CustomerFanOfRelationship?: CustomerFanOfRelationshipResolvers<ContextType>;
  CustomerFilmRentedAggregateSelection?: CustomerFilmRentedAggregateSelectionResolvers<ContextType>;
  CustomerFilmRentedEdgeAggregateSelection?: CustomerFilmRentedEdgeAggregateSelectionResolvers<ContextType>;
  CustomerFilmRentedNodeAggregateSelection?: CustomerFilmRentedNodeAggregateSelectionResolvers<ContextType>;
  CustomerRentedConnection?: CustomerRentedConnectionResolvers<ContextType>;
  CustomerRentedRelationship?: CustomerRentedRelationshipResolvers<ContextType>;
  CustomersConnection?: CustomersConnectionResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  DateTimeAggregateSelection?: DateTimeAggregateSelectionResolvers<ContextType>;
  EvaluatePoliciesPayload?: EvaluatePoliciesPayloadResolvers<ContextType>;
  Evaluation?: EvaluationResolvers<ContextType>;
  Film?: FilmResolvers<ContextType>;
  FilmActorActorsAggregateSelection?: FilmActorActorsAggregateSelectionResolvers<ContextType>;
  FilmActorActorsNodeAggregateSelection?: FilmActorActorsNodeAggregateSelectionResolvers<ContextType>;
  FilmActorsConnection?: FilmActorsConnectionResolvers<ContextType>;
  FilmActorsRelationship?: FilmActorsRelationshipResolvers<ContextType>;
  FilmAggregate?: FilmAggregateResolvers<ContextType>;
  FilmAggregateNode?: FilmAggregateNodeResolvers<ContextType>;
  FilmCategoriesConnection?: FilmCategoriesConnectionResolvers<ContextType>;
  FilmCategoriesRelationship?: FilmCategoriesRelationshipResolvers<ContextType>;
  FilmCategoryCategoriesAggregateSelection?: FilmCategoryCategoriesAggregateSelectionResolvers<ContextType>;
  FilmCategoryCategoriesNodeAggregateSelection?: FilmCategoryCategoriesNodeAggregateSelectionResolvers<ContextType>;
  FilmEdge?: FilmEdgeResolvers<ContextType>;
  FilmNeighbor?: FilmNeighborResolvers<ContextType>;
  FilmPoint?: FilmPointResolvers<ContextType>;
  FilmsConnection?: FilmsConnectionResolvers<ContextType>;
  FloatAggregateSelection?: FloatAggregateSelectionResolvers<ContextType>;
  IntAggregateSelection?: IntAggregateSelectionResolvers<ContextType>;
  Interval?: IntervalResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  OffPolicyEstimate?: OffPolicyEstimateResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PolicyEvaluation?: PolicyEvaluationResolvers<ContextType>;
  PolicyVersion?: PolicyVersionResolvers<ContextType>;
  PromotePolicyPayload?: PromotePolicyPayloadResolvers<ContextType>;
  Promotion?: PromotionResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Reason?: ReasonResolvers<ContextType>;
  Recommendation?: RecommendationResolvers<ContextType>;
  RecommendationList?: RecommendationListResolvers<ContextType>;
  RecordRentalPayload?: RecordRentalPayloadResolvers<ContextType>;
  Rented?: RentedResolvers<ContextType>;
  StartTrainingPayload?: StartTrainingPayloadResolvers<ContextType>;
  StringAggregateSelection?: StringAggregateSelectionResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  TrainStepPayload?: TrainStepPayloadResolvers<ContextType>;
  TrainingProgress?: TrainingProgressResolvers<ContextType>;
  TrainingRun?: TrainingRunResolvers<ContextType>;
  WriteEmbeddingsPayload?: WriteEmbeddingsPayloadResolvers<ContextType>;
  WrittenEmbedding?: WrittenEmbeddingResolvers<ContextType>;
};

