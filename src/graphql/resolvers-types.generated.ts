import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { RecommendationList as RecommendationListSource, Recommendation as RecommendationSource } from '../recommender/serving/recommend';
import type { Reason as ReasonSource } from '../recommender/serving/reasons';
import type { RecordedRental } from '../recommender/rentals/record-rental';
import type { Rating } from '../recommender/rentals/rating-repository';
import type { TrainingRun as TrainingRunSource } from '../recommender/training/run-repository';
import type { PolicyVersion as PolicyVersionSource } from '../recommender/versions/version-repository';
import type { FilmNeighbor as FilmNeighborSource } from '../recommender/films/film-neighbors';
import type { FilmPoint as FilmPointSource } from '../recommender/films/film-map';
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

/** An actor who appears in films. */
export type Actor = Node & {
  __typename?: 'Actor';
  /** The unique ID of the actor. Names are not unique. */
  actorId: Scalars['ID']['output'];
  /** The films the actor appears in. */
  films: Array<Film>;
  /** A paginated list of films. */
  filmsConnection: ActorFilmsConnection;
  /** The first name of the actor. */
  firstName: Scalars['String']['output'];
  /** The global ID, for `Query.node` and for client caches. `actorId` is the ID in the graph. */
  id: Scalars['ID']['output'];
  /** The last name of the actor. */
  lastName: Scalars['String']['output'];
};


/** An actor who appears in films. */
export type ActorFilmsArgs = {
  limit?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<Array<FilmSort>>;
  where?: InputMaybe<FilmWhere>;
};


/** An actor who appears in films. */
export type ActorFilmsConnectionArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<Array<ActorFilmsConnectionSort>>;
  where?: InputMaybe<ActorFilmsConnectionWhere>;
};

/** Aggregated values of all nodes in the list. */
export type ActorAggregate = {
  __typename?: 'ActorAggregate';
  /** The number of matching nodes. */
  count: Count;
  /** The node. */
  node: ActorAggregateNode;
};

/** Aggregated values of many nodes. */
export type ActorAggregateNode = {
  __typename?: 'ActorAggregateNode';
  /** The first name of the actor. */
  firstName: StringAggregateSelection;
  /** The last name of the actor. */
  lastName: StringAggregateSelection;
};

/** A node and its cursor in a list. */
export type ActorEdge = {
  __typename?: 'ActorEdge';
  /** The cursor of this node. Pass it to `after` to fetch the nodes that follow. */
  cursor: Scalars['String']['output'];
  /** The node. */
  node: Actor;
};

/** Aggregated values of many nodes. */
export type ActorFilmFilmsAggregateSelection = {
  __typename?: 'ActorFilmFilmsAggregateSelection';
  /** The number of matching nodes. */
  count: CountConnection;
  /** The node. */
  node?: Maybe<ActorFilmFilmsNodeAggregateSelection>;
};

/** Aggregated values of many nodes. */
export type ActorFilmFilmsNodeAggregateSelection = {
  __typename?: 'ActorFilmFilmsNodeAggregateSelection';
  /** A short description of the plot. */
  description: StringAggregateSelection;
  /** The spoken language. */
  language: StringAggregateSelection;
  /** The running time in minutes. */
  length: IntAggregateSelection;
  /** The age rating, such as PG-13. */
  rating: StringAggregateSelection;
  /** The year the film was released. */
  releaseYear: IntAggregateSelection;
  /** The price of one rental, in the currency of the store. */
  rentalRate: FloatAggregateSelection;
  /** The title of the film. */
  title: StringAggregateSelection;
};

/** A page of a list, with cursors to fetch the next page. */
export type ActorFilmsConnection = {
  __typename?: 'ActorFilmsConnection';
  /** Aggregated values of the whole list, not only of this page. */
  aggregate: ActorFilmFilmsAggregateSelection;
  /** The nodes of this page with their cursors. */
  edges: Array<ActorFilmsRelationship>;
  /** The position of this page in the whole list. */
  pageInfo: PageInfo;
  /** The number of nodes in the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** Conditions on aggregated values of related nodes. */
export type ActorFilmsConnectionAggregateInput = {
  /** All of these conditions must be true. */
  AND?: InputMaybe<Array<ActorFilmsConnectionAggregateInput>>;
  /** This condition must be false. */
  NOT?: InputMaybe<ActorFilmsConnectionAggregateInput>;
  /** At least one of these conditions must be true. */
  OR?: InputMaybe<Array<ActorFilmsConnectionAggregateInput>>;
  /** The number of matching nodes. */
  count?: InputMaybe<ConnectionAggregationCountFilterInput>;
  /** The node. */
  node?: InputMaybe<ActorFilmsNodeAggregationWhereInput>;
};

/** Conditions on related nodes: all, some, single or none must match. */
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

/** The sort order of a list. Each item sorts by one field. */
export type ActorFilmsConnectionSort = {
  /** The node. */
  node?: InputMaybe<FilmSort>;
};

/** Conditions that must all be true. */
export type ActorFilmsConnectionWhere = {
  /** All of these conditions must be true. */
  AND?: InputMaybe<Array<ActorFilmsConnectionWhere>>;
  /** This condition must be false. */
  NOT?: InputMaybe<ActorFilmsConnectionWhere>;
  /** At least one of these conditions must be true. */
  OR?: InputMaybe<Array<ActorFilmsConnectionWhere>>;
  /** The node. */
  node?: InputMaybe<FilmWhere>;
};

/** Conditions on aggregated values of related nodes. */
export type ActorFilmsNodeAggregationWhereInput = {
  /** All of these conditions must be true. */
  AND?: InputMaybe<Array<ActorFilmsNodeAggregationWhereInput>>;
  /** This condition must be false. */
  NOT?: InputMaybe<ActorFilmsNodeAggregationWhereInput>;
  /** At least one of these conditions must be true. */
  OR?: InputMaybe<Array<ActorFilmsNodeAggregationWhereInput>>;
  /** A short description of the plot. */
  description?: InputMaybe<StringScalarAggregationFilters>;
  /** The spoken language. */
  language?: InputMaybe<StringScalarAggregationFilters>;
  /** The running time in minutes. */
  length?: InputMaybe<IntScalarAggregationFilters>;
  /** The age rating, such as PG-13. */
  rating?: InputMaybe<StringScalarAggregationFilters>;
  /** The year the film was released. */
  releaseYear?: InputMaybe<IntScalarAggregationFilters>;
  /** The price of one rental, in the currency of the store. */
  rentalRate?: InputMaybe<FloatScalarAggregationFilters>;
  /** The title of the film. */
  title?: InputMaybe<StringScalarAggregationFilters>;
};

/** A node and its cursor in a list. */
export type ActorFilmsRelationship = {
  __typename?: 'ActorFilmsRelationship';
  /** The cursor of this node. Pass it to `after` to fetch the nodes that follow. */
  cursor: Scalars['String']['output'];
  /** The node. */
  node: Film;
};

/** Conditions on related nodes: all, some, single or none must match. */
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
  /** The unique ID of the actor. Names are not unique. */
  actorId?: InputMaybe<SortDirection>;
  /** The first name of the actor. */
  firstName?: InputMaybe<SortDirection>;
  /** The last name of the actor. */
  lastName?: InputMaybe<SortDirection>;
};

/** Conditions that must all be true. */
export type ActorWhere = {
  /** All of these conditions must be true. */
  AND?: InputMaybe<Array<ActorWhere>>;
  /** This condition must be false. */
  NOT?: InputMaybe<ActorWhere>;
  /** At least one of these conditions must be true. */
  OR?: InputMaybe<Array<ActorWhere>>;
  /** The unique ID of the actor. Names are not unique. */
  actorId?: InputMaybe<IdScalarFilters>;
  /** Conditions on related films. */
  films?: InputMaybe<FilmRelationshipFilters>;
  /** Conditions on the relationships to films. */
  filmsConnection?: InputMaybe<ActorFilmsConnectionFilters>;
  /** The first name of the actor. */
  firstName?: InputMaybe<StringScalarFilters>;
  /** The last name of the actor. */
  lastName?: InputMaybe<StringScalarFilters>;
};

/** A page of a list, with cursors to fetch the next page. */
export type ActorsConnection = {
  __typename?: 'ActorsConnection';
  /** Aggregated values of the whole list, not only of this page. */
  aggregate: ActorAggregate;
  /** The nodes of this page with their cursors. */
  edges: Array<ActorEdge>;
  /** The position of this page in the whole list. */
  pageInfo: PageInfo;
  /** The number of nodes in the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** The policies that learn, and the policy that serves by default. */
export type Agent = {
  __typename?: 'Agent';
  /** Training that the server starts automatically. */
  autopilot: Autopilot;
  /** Why the preferred policy is not available. Null if `status` is READY. */
  degradedReason?: Maybe<Scalars['String']['output']>;
  /** The tensor engine of this process: tensorflow, wasm or cpu. */
  engine: Scalars['String']['output'];
  /** The version of the tensor engine. */
  engineVersion: Scalars['String']['output'];
  /** The probability that DQN acts at random. */
  epsilon: Scalars['Float']['output'];
  /** The policies that learn, DQN first. */
  learners: Array<LearnerState>;
  /** The moving average of DQN's reward. */
  meanReward: Scalars['Float']['output'];
  /** The default policy, for requests without `policy`. */
  policy: Policy;
  /** Why this policy serves: when it was promoted, or why it is the best one available. */
  reason: Scalars['String']['output'];
  /** The random seed of DQN. */
  seed: Scalars['Int']['output'];
  /** Whether the preferred policy is available. */
  status: AgentStatus;
  /** The number of training steps DQN has taken. */
  step: Scalars['Int']['output'];
  /** The running trial: its candidate serves half of the customers. Null if no trial is running. */
  trial?: Maybe<PromotionTrial>;
  /** The version of the policy that serves. */
  version: Scalars['String']['output'];
};

/** Whether the preferred policy is available. */
export type AgentStatus =
  /** It is damaged or missing, and another policy serves instead. */
  | 'DEGRADED'
  /** It serves. */
  | 'READY';

/** Training that the server starts automatically while no policy is promoted. */
export type Autopilot = {
  __typename?: 'Autopilot';
  /** The last failure. Null if there was none. */
  lastError?: Maybe<Scalars['String']['output']>;
  /** When the next attempt starts. Null if none is scheduled. */
  nextAttemptAt?: Maybe<Scalars['DateTime']['output']>;
  /** What it is doing. */
  state: AutopilotState;
};

/** A state of the autopilot. */
export type AutopilotState =
  /** A policy is promoted. */
  | 'DONE'
  /** It is evaluating all policies. */
  | 'EVALUATING'
  /** Automatic training is off in this process. */
  | 'OFF'
  /** It is training DQN. */
  | 'TRAINING'
  /** It is waiting because another training or evaluation is running, or because the last attempt failed. */
  | 'WAITING';

/** Input of `cancelTraining`. */
export type CancelTrainingInput = {
  /** The ID of the run. */
  run: Scalars['ID']['input'];
};

/** Return type of `cancelTraining`. */
export type CancelTrainingPayload = {
  __typename?: 'CancelTrainingPayload';
  /** The run after it ended. A run that had already ended is returned unchanged. */
  run: TrainingRun;
};

/** A page of a list, with cursors to fetch the next page. */
export type CategoriesConnection = {
  __typename?: 'CategoriesConnection';
  /** Aggregated values of the whole list, not only of this page. */
  aggregate: CategoryAggregate;
  /** The nodes of this page with their cursors. */
  edges: Array<CategoryEdge>;
  /** The position of this page in the whole list. */
  pageInfo: PageInfo;
  /** The number of nodes in the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** A category of films, such as Comedy. */
export type Category = Node & {
  __typename?: 'Category';
  /** The unique ID of the category. */
  categoryId: Scalars['ID']['output'];
  /** The films in this category. */
  films: Array<Film>;
  /** A paginated list of films. */
  filmsConnection: CategoryFilmsConnection;
  /** The global ID, for `Query.node` and for client caches. `categoryId` is the ID in the graph. */
  id: Scalars['ID']['output'];
  /** The name of the category. */
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

/** Aggregated values of all nodes in the list. */
export type CategoryAggregate = {
  __typename?: 'CategoryAggregate';
  /** The number of matching nodes. */
  count: Count;
  /** The node. */
  node: CategoryAggregateNode;
};

/** Aggregated values of many nodes. */
export type CategoryAggregateNode = {
  __typename?: 'CategoryAggregateNode';
  /** The name of the category. */
  name: StringAggregateSelection;
};

/** A node and its cursor in a list. */
export type CategoryEdge = {
  __typename?: 'CategoryEdge';
  /** The cursor of this node. Pass it to `after` to fetch the nodes that follow. */
  cursor: Scalars['String']['output'];
  /** The node. */
  node: Category;
};

/** Aggregated values of many nodes. */
export type CategoryFilmFilmsAggregateSelection = {
  __typename?: 'CategoryFilmFilmsAggregateSelection';
  /** The number of matching nodes. */
  count: CountConnection;
  /** The node. */
  node?: Maybe<CategoryFilmFilmsNodeAggregateSelection>;
};

/** Aggregated values of many nodes. */
export type CategoryFilmFilmsNodeAggregateSelection = {
  __typename?: 'CategoryFilmFilmsNodeAggregateSelection';
  /** A short description of the plot. */
  description: StringAggregateSelection;
  /** The spoken language. */
  language: StringAggregateSelection;
  /** The running time in minutes. */
  length: IntAggregateSelection;
  /** The age rating, such as PG-13. */
  rating: StringAggregateSelection;
  /** The year the film was released. */
  releaseYear: IntAggregateSelection;
  /** The price of one rental, in the currency of the store. */
  rentalRate: FloatAggregateSelection;
  /** The title of the film. */
  title: StringAggregateSelection;
};

/** A page of a list, with cursors to fetch the next page. */
export type CategoryFilmsConnection = {
  __typename?: 'CategoryFilmsConnection';
  /** Aggregated values of the whole list, not only of this page. */
  aggregate: CategoryFilmFilmsAggregateSelection;
  /** The nodes of this page with their cursors. */
  edges: Array<CategoryFilmsRelationship>;
  /** The position of this page in the whole list. */
  pageInfo: PageInfo;
  /** The number of nodes in the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** Conditions on aggregated values of related nodes. */
export type CategoryFilmsConnectionAggregateInput = {
  /** All of these conditions must be true. */
  AND?: InputMaybe<Array<CategoryFilmsConnectionAggregateInput>>;
  /** This condition must be false. */
  NOT?: InputMaybe<CategoryFilmsConnectionAggregateInput>;
  /** At least one of these conditions must be true. */
  OR?: InputMaybe<Array<CategoryFilmsConnectionAggregateInput>>;
  /** The number of matching nodes. */
  count?: InputMaybe<ConnectionAggregationCountFilterInput>;
  /** The node. */
  node?: InputMaybe<CategoryFilmsNodeAggregationWhereInput>;
};

/** Conditions on related nodes: all, some, single or none must match. */
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

/** The sort order of a list. Each item sorts by one field. */
export type CategoryFilmsConnectionSort = {
  /** The node. */
  node?: InputMaybe<FilmSort>;
};

/** Conditions that must all be true. */
export type CategoryFilmsConnectionWhere = {
  /** All of these conditions must be true. */
  AND?: InputMaybe<Array<CategoryFilmsConnectionWhere>>;
  /** This condition must be false. */
  NOT?: InputMaybe<CategoryFilmsConnectionWhere>;
  /** At least one of these conditions must be true. */
  OR?: InputMaybe<Array<CategoryFilmsConnectionWhere>>;
  /** The node. */
  node?: InputMaybe<FilmWhere>;
};

/** Conditions on aggregated values of related nodes. */
export type CategoryFilmsNodeAggregationWhereInput = {
  /** All of these conditions must be true. */
  AND?: InputMaybe<Array<CategoryFilmsNodeAggregationWhereInput>>;
  /** This condition must be false. */
  NOT?: InputMaybe<CategoryFilmsNodeAggregationWhereInput>;
  /** At least one of these conditions must be true. */
  OR?: InputMaybe<Array<CategoryFilmsNodeAggregationWhereInput>>;
  /** A short description of the plot. */
  description?: InputMaybe<StringScalarAggregationFilters>;
  /** The spoken language. */
  language?: InputMaybe<StringScalarAggregationFilters>;
  /** The running time in minutes. */
  length?: InputMaybe<IntScalarAggregationFilters>;
  /** The age rating, such as PG-13. */
  rating?: InputMaybe<StringScalarAggregationFilters>;
  /** The year the film was released. */
  releaseYear?: InputMaybe<IntScalarAggregationFilters>;
  /** The price of one rental, in the currency of the store. */
  rentalRate?: InputMaybe<FloatScalarAggregationFilters>;
  /** The title of the film. */
  title?: InputMaybe<StringScalarAggregationFilters>;
};

/** A node and its cursor in a list. */
export type CategoryFilmsRelationship = {
  __typename?: 'CategoryFilmsRelationship';
  /** The cursor of this node. Pass it to `after` to fetch the nodes that follow. */
  cursor: Scalars['String']['output'];
  /** The node. */
  node: Film;
};

/** Conditions on related nodes: all, some, single or none must match. */
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
  /** The unique ID of the category. */
  categoryId?: InputMaybe<SortDirection>;
  /** The name of the category. */
  name?: InputMaybe<SortDirection>;
};

/** Conditions that must all be true. */
export type CategoryWhere = {
  /** All of these conditions must be true. */
  AND?: InputMaybe<Array<CategoryWhere>>;
  /** This condition must be false. */
  NOT?: InputMaybe<CategoryWhere>;
  /** At least one of these conditions must be true. */
  OR?: InputMaybe<Array<CategoryWhere>>;
  /** The unique ID of the category. */
  categoryId?: InputMaybe<IdScalarFilters>;
  /** Conditions on related films. */
  films?: InputMaybe<FilmRelationshipFilters>;
  /** Conditions on the relationships to films. */
  filmsConnection?: InputMaybe<CategoryFilmsConnectionFilters>;
  /** The name of the category. */
  name?: InputMaybe<StringScalarFilters>;
};

/** A hyperparameter and its chosen value. */
export type ChosenSetting = {
  __typename?: 'ChosenSetting';
  /** The name of the hyperparameter. */
  name: Scalars['String']['output'];
  /** The chosen value. */
  value: Scalars['Float']['output'];
};

/** Conditions on the number of related nodes. */
export type ConnectionAggregationCountFilterInput = {
  /** The nodes of this page with their cursors. */
  edges?: InputMaybe<IntScalarFilters>;
  /** The nodes. */
  nodes?: InputMaybe<IntScalarFilters>;
};

/** The number of matching nodes. */
export type Count = {
  __typename?: 'Count';
  /** The nodes. */
  nodes: Scalars['Int']['output'];
};

/** The number of matching nodes. */
export type CountConnection = {
  __typename?: 'CountConnection';
  /** The nodes of this page with their cursors. */
  edges: Scalars['Int']['output'];
  /** The nodes. */
  nodes: Scalars['Int']['output'];
};

/** A point on the learning curve. It may summarize several steps. */
export type CurvePoint = {
  __typename?: 'CurvePoint';
  /** The probability of acting at random after the last step. */
  epsilon: Scalars['Float']['output'];
  /** The mean loss. Null if no weights were updated. */
  loss?: Maybe<Scalars['Float']['output']>;
  /** The moving average of the reward after the last step. */
  meanReward: Scalars['Float']['output'];
  /** The mean reward. */
  reward: Scalars['Float']['output'];
  /** The training time at that step in seconds, since this run started. Null for runs of older server versions, which did not record it. */
  seconds?: Maybe<Scalars['Float']['output']>;
  /** The last step that this point covers. */
  step: Scalars['Int']['output'];
  /** The NDCG@10 on the validation slice, if it was measured at this point. */
  validation?: Maybe<Scalars['Float']['output']>;
};

/** A customer who rents films. */
export type Customer = Node & {
  __typename?: 'Customer';
  /** The unique ID of the customer. */
  customerId: Scalars['ID']['output'];
  /** The actors who appear in more than two films the customer has rented. */
  fanOf: Array<Actor>;
  /** A paginated list of the actors the customer is a fan of. */
  fanOfConnection: CustomerFanOfConnection;
  /** The first name of the customer. */
  firstName?: Maybe<Scalars['String']['output']>;
  /** The global ID, for `Query.node` and for client caches. `customerId` is the ID in the graph. */
  id: Scalars['ID']['output'];
  /** The last name of the customer. */
  lastName?: Maybe<Scalars['String']['output']>;
  /** The films to recommend to this customer. See `Query.recommendations`. */
  recommendations?: Maybe<RecommendationList>;
  /** The films the customer has rented. Use `rentedConnection` for the date and number of rentals. */
  rented: Array<Film>;
  /** A paginated list of the films the customer has rented, with the date and number of rentals. */
  rentedConnection: CustomerRentedConnection;
};


/** A customer who rents films. */
export type CustomerFanOfArgs = {
  limit?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<Array<ActorSort>>;
  where?: InputMaybe<ActorWhere>;
};


/** A customer who rents films. */
export type CustomerFanOfConnectionArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<Array<CustomerFanOfConnectionSort>>;
  where?: InputMaybe<CustomerFanOfConnectionWhere>;
};


/** A customer who rents films. */
export type CustomerRecommendationsArgs = {
  diversity?: Scalars['Float']['input'];
  excludeRented?: Scalars['Boolean']['input'];
  first?: Scalars['Int']['input'];
  imagine?: InputMaybe<Array<Scalars['ID']['input']>>;
  policy?: InputMaybe<Policy>;
  version?: InputMaybe<Scalars['String']['input']>;
  where?: InputMaybe<FilmWhere>;
};


/** A customer who rents films. */
export type CustomerRentedArgs = {
  limit?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<Array<FilmSort>>;
  where?: InputMaybe<FilmWhere>;
};


/** A customer who rents films. */
export type CustomerRentedConnectionArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<Array<CustomerRentedConnectionSort>>;
  where?: InputMaybe<CustomerRentedConnectionWhere>;
};

/** Aggregated values of many nodes. */
export type CustomerActorFanOfAggregateSelection = {
  __typename?: 'CustomerActorFanOfAggregateSelection';
  /** The number of matching nodes. */
  count: CountConnection;
  /** The node. */
  node?: Maybe<CustomerActorFanOfNodeAggregateSelection>;
};

/** Aggregated values of many nodes. */
export type CustomerActorFanOfNodeAggregateSelection = {
  __typename?: 'CustomerActorFanOfNodeAggregateSelection';
  /** The first name of the actor. */
  firstName: StringAggregateSelection;
  /** The last name of the actor. */
  lastName: StringAggregateSelection;
};

/** Aggregated values of all nodes in the list. */
export type CustomerAggregate = {
  __typename?: 'CustomerAggregate';
  /** The number of matching nodes. */
  count: Count;
  /** The node. */
  node: CustomerAggregateNode;
};

/** Aggregated values of many nodes. */
export type CustomerAggregateNode = {
  __typename?: 'CustomerAggregateNode';
  /** The first name of the customer. */
  firstName: StringAggregateSelection;
  /** The last name of the customer. */
  lastName: StringAggregateSelection;
};

/** A node and its cursor in a list. */
export type CustomerEdge = {
  __typename?: 'CustomerEdge';
  /** The cursor of this node. Pass it to `after` to fetch the nodes that follow. */
  cursor: Scalars['String']['output'];
  /** The node. */
  node: Customer;
};

/** A page of a list, with cursors to fetch the next page. */
export type CustomerFanOfConnection = {
  __typename?: 'CustomerFanOfConnection';
  /** Aggregated values of the whole list, not only of this page. */
  aggregate: CustomerActorFanOfAggregateSelection;
  /** The nodes of this page with their cursors. */
  edges: Array<CustomerFanOfRelationship>;
  /** The position of this page in the whole list. */
  pageInfo: PageInfo;
  /** The number of nodes in the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** Conditions on aggregated values of related nodes. */
export type CustomerFanOfConnectionAggregateInput = {
  /** All of these conditions must be true. */
  AND?: InputMaybe<Array<CustomerFanOfConnectionAggregateInput>>;
  /** This condition must be false. */
  NOT?: InputMaybe<CustomerFanOfConnectionAggregateInput>;
  /** At least one of these conditions must be true. */
  OR?: InputMaybe<Array<CustomerFanOfConnectionAggregateInput>>;
  /** The number of matching nodes. */
  count?: InputMaybe<ConnectionAggregationCountFilterInput>;
  /** The node. */
  node?: InputMaybe<CustomerFanOfNodeAggregationWhereInput>;
};

/** Conditions on related nodes: all, some, single or none must match. */
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

/** The sort order of a list. Each item sorts by one field. */
export type CustomerFanOfConnectionSort = {
  /** The node. */
  node?: InputMaybe<ActorSort>;
};

/** Conditions that must all be true. */
export type CustomerFanOfConnectionWhere = {
  /** All of these conditions must be true. */
  AND?: InputMaybe<Array<CustomerFanOfConnectionWhere>>;
  /** This condition must be false. */
  NOT?: InputMaybe<CustomerFanOfConnectionWhere>;
  /** At least one of these conditions must be true. */
  OR?: InputMaybe<Array<CustomerFanOfConnectionWhere>>;
  /** The node. */
  node?: InputMaybe<ActorWhere>;
};

/** Conditions on aggregated values of related nodes. */
export type CustomerFanOfNodeAggregationWhereInput = {
  /** All of these conditions must be true. */
  AND?: InputMaybe<Array<CustomerFanOfNodeAggregationWhereInput>>;
  /** This condition must be false. */
  NOT?: InputMaybe<CustomerFanOfNodeAggregationWhereInput>;
  /** At least one of these conditions must be true. */
  OR?: InputMaybe<Array<CustomerFanOfNodeAggregationWhereInput>>;
  /** The first name of the customer. */
  firstName?: InputMaybe<StringScalarAggregationFilters>;
  /** The last name of the customer. */
  lastName?: InputMaybe<StringScalarAggregationFilters>;
};

/** A node and its cursor in a list. */
export type CustomerFanOfRelationship = {
  __typename?: 'CustomerFanOfRelationship';
  /** The cursor of this node. Pass it to `after` to fetch the nodes that follow. */
  cursor: Scalars['String']['output'];
  /** The node. */
  node: Actor;
};

/** Aggregated values of many nodes. */
export type CustomerFilmRentedAggregateSelection = {
  __typename?: 'CustomerFilmRentedAggregateSelection';
  /** The number of matching nodes. */
  count: CountConnection;
  /** The properties of the relationship. */
  edge?: Maybe<CustomerFilmRentedEdgeAggregateSelection>;
  /** The node. */
  node?: Maybe<CustomerFilmRentedNodeAggregateSelection>;
};

/** Aggregated values of relationship properties. */
export type CustomerFilmRentedEdgeAggregateSelection = {
  __typename?: 'CustomerFilmRentedEdgeAggregateSelection';
  /** The date and time of the first rental. Null if the graph does not contain it in a valid format. */
  firstAt: DateTimeAggregateSelection;
  /** The date and time of the most recent rental. Null if the graph does not contain it in a valid format. */
  lastAt: DateTimeAggregateSelection;
  /** The age rating, such as PG-13. */
  rating: FloatAggregateSelection;
  /** The number of times the customer has rented the film. */
  times: IntAggregateSelection;
};

/** Aggregated values of many nodes. */
export type CustomerFilmRentedNodeAggregateSelection = {
  __typename?: 'CustomerFilmRentedNodeAggregateSelection';
  /** A short description of the plot. */
  description: StringAggregateSelection;
  /** The spoken language. */
  language: StringAggregateSelection;
  /** The running time in minutes. */
  length: IntAggregateSelection;
  /** The age rating, such as PG-13. */
  rating: StringAggregateSelection;
  /** The year the film was released. */
  releaseYear: IntAggregateSelection;
  /** The price of one rental, in the currency of the store. */
  rentalRate: FloatAggregateSelection;
  /** The title of the film. */
  title: StringAggregateSelection;
};

/** A page of a list, with cursors to fetch the next page. */
export type CustomerRentedConnection = {
  __typename?: 'CustomerRentedConnection';
  /** Aggregated values of the whole list, not only of this page. */
  aggregate: CustomerFilmRentedAggregateSelection;
  /** The nodes of this page with their cursors. */
  edges: Array<CustomerRentedRelationship>;
  /** The position of this page in the whole list. */
  pageInfo: PageInfo;
  /** The number of nodes in the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** Conditions on aggregated values of related nodes. */
export type CustomerRentedConnectionAggregateInput = {
  /** All of these conditions must be true. */
  AND?: InputMaybe<Array<CustomerRentedConnectionAggregateInput>>;
  /** This condition must be false. */
  NOT?: InputMaybe<CustomerRentedConnectionAggregateInput>;
  /** At least one of these conditions must be true. */
  OR?: InputMaybe<Array<CustomerRentedConnectionAggregateInput>>;
  /** The number of matching nodes. */
  count?: InputMaybe<ConnectionAggregationCountFilterInput>;
  /** The properties of the relationship. */
  edge?: InputMaybe<RentedAggregationWhereInput>;
  /** The node. */
  node?: InputMaybe<CustomerRentedNodeAggregationWhereInput>;
};

/** Conditions on related nodes: all, some, single or none must match. */
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

/** The sort order of a list. Each item sorts by one field. */
export type CustomerRentedConnectionSort = {
  /** The properties of the relationship. */
  edge?: InputMaybe<RentedSort>;
  /** The node. */
  node?: InputMaybe<FilmSort>;
};

/** Conditions that must all be true. */
export type CustomerRentedConnectionWhere = {
  /** All of these conditions must be true. */
  AND?: InputMaybe<Array<CustomerRentedConnectionWhere>>;
  /** This condition must be false. */
  NOT?: InputMaybe<CustomerRentedConnectionWhere>;
  /** At least one of these conditions must be true. */
  OR?: InputMaybe<Array<CustomerRentedConnectionWhere>>;
  /** The properties of the relationship. */
  edge?: InputMaybe<RentedWhere>;
  /** The node. */
  node?: InputMaybe<FilmWhere>;
};

/** Conditions on aggregated values of related nodes. */
export type CustomerRentedNodeAggregationWhereInput = {
  /** All of these conditions must be true. */
  AND?: InputMaybe<Array<CustomerRentedNodeAggregationWhereInput>>;
  /** This condition must be false. */
  NOT?: InputMaybe<CustomerRentedNodeAggregationWhereInput>;
  /** At least one of these conditions must be true. */
  OR?: InputMaybe<Array<CustomerRentedNodeAggregationWhereInput>>;
  /** A short description of the plot. */
  description?: InputMaybe<StringScalarAggregationFilters>;
  /** The spoken language. */
  language?: InputMaybe<StringScalarAggregationFilters>;
  /** The running time in minutes. */
  length?: InputMaybe<IntScalarAggregationFilters>;
  /** The rating that the customer gave the film, in the units of the data. Null if it is missing. */
  rating?: InputMaybe<StringScalarAggregationFilters>;
  /** The year the film was released. */
  releaseYear?: InputMaybe<IntScalarAggregationFilters>;
  /** The price of one rental, in the currency of the store. */
  rentalRate?: InputMaybe<FloatScalarAggregationFilters>;
  /** The title of the film. */
  title?: InputMaybe<StringScalarAggregationFilters>;
};

/** A node and its cursor in a list. */
export type CustomerRentedRelationship = {
  __typename?: 'CustomerRentedRelationship';
  /** The cursor of this node. Pass it to `after` to fetch the nodes that follow. */
  cursor: Scalars['String']['output'];
  /** The node. */
  node: Film;
  /** The properties of the relationship. */
  properties: Rented;
};

/** Fields to sort Customers by. The order in which sorts are applied is not guaranteed when specifying many fields in one CustomerSort object. */
export type CustomerSort = {
  /** The unique ID of the customer. */
  customerId?: InputMaybe<SortDirection>;
  /** The first name of the customer. */
  firstName?: InputMaybe<SortDirection>;
  /** The last name of the customer. */
  lastName?: InputMaybe<SortDirection>;
};

/** Conditions that must all be true. */
export type CustomerWhere = {
  /** All of these conditions must be true. */
  AND?: InputMaybe<Array<CustomerWhere>>;
  /** This condition must be false. */
  NOT?: InputMaybe<CustomerWhere>;
  /** At least one of these conditions must be true. */
  OR?: InputMaybe<Array<CustomerWhere>>;
  /** The unique ID of the customer. */
  customerId?: InputMaybe<IdScalarFilters>;
  /** Conditions on the actors the customer is a fan of. */
  fanOf?: InputMaybe<ActorRelationshipFilters>;
  /** Conditions on the relationships to those actors. */
  fanOfConnection?: InputMaybe<CustomerFanOfConnectionFilters>;
  /** The first name of the customer. */
  firstName?: InputMaybe<StringScalarFilters>;
  /** The last name of the customer. */
  lastName?: InputMaybe<StringScalarFilters>;
  /** Conditions on the films the customer has rented. */
  rented?: InputMaybe<FilmRelationshipFilters>;
  /** Conditions on the rentals of the customer. */
  rentedConnection?: InputMaybe<CustomerRentedConnectionFilters>;
};

/** A page of a list, with cursors to fetch the next page. */
export type CustomersConnection = {
  __typename?: 'CustomersConnection';
  /** Aggregated values of the whole list, not only of this page. */
  aggregate: CustomerAggregate;
  /** The nodes of this page with their cursors. */
  edges: Array<CustomerEdge>;
  /** The position of this page in the whole list. */
  pageInfo: PageInfo;
  /** The number of nodes in the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** A problem with the data in the graph. */
export type DataIssue = {
  __typename?: 'DataIssue';
  /** The number of nodes or relationships. */
  count: Scalars['Int']['output'];
  /** The kind of problem, such as: Films without a category. */
  description: Scalars['String']['output'];
  /** At most three examples: titles, IDs, or customer → film. */
  examples: Array<Scalars['String']['output']>;
  /** Whether these nodes or relationships are left out of lists, learning and neighbors. */
  isLeftOut: Scalars['Boolean']['output'];
  /** Statements or commands that fix the data, or the effect on the service. */
  remedy: Scalars['String']['output'];
};

/** Aggregated values of many nodes. */
export type DateTimeAggregateSelection = {
  __typename?: 'DateTimeAggregateSelection';
  /** The maximum value. */
  max?: Maybe<Scalars['DateTime']['output']>;
  /** The minimum value. */
  min?: Maybe<Scalars['DateTime']['output']>;
};

/** Filters for an aggregation of an DateTime input field */
export type DateTimeScalarAggregationFilters = {
  /** The maximum value. */
  max?: InputMaybe<DateTimeScalarFilters>;
  /** The minimum value. */
  min?: InputMaybe<DateTimeScalarFilters>;
};

/** DateTime filters */
export type DateTimeScalarFilters = {
  /** Equal to this value. */
  eq?: InputMaybe<Scalars['DateTime']['input']>;
  /** Greater than this value. */
  gt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Greater than or equal to this value. */
  gte?: InputMaybe<Scalars['DateTime']['input']>;
  /** Equal to one of these values. */
  in?: InputMaybe<Array<Scalars['DateTime']['input']>>;
  /** Less than this value. */
  lt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Less than or equal to this value. */
  lte?: InputMaybe<Scalars['DateTime']['input']>;
};

/** A film embedding computed by Neo4j Graph Data Science. */
export type Embedding =
  /** Fast random projection over the same graph, stored in the property `fastrpEmbedding`. */
  | 'FASTRP'
  /** node2vec over actors, films and categories, stored in the property `node2vecEmbedding`. */
  | 'NODE2VEC';

/** Input of `endTrial`. */
export type EndTrialInput = {
  /** The ID of the running trial. */
  trial: Scalars['ID']['input'];
};

/** Return type of `endTrial`. */
export type EndTrialPayload = {
  __typename?: 'EndTrialPayload';
  /** The trial, which has ended. */
  trial: PromotionTrial;
};

/** Input of `evaluatePolicies`. */
export type EvaluatePoliciesInput = {
  /** The date that separates training from test rentals in a global split. Default: the date before which `share` of all rentals were made. */
  date?: InputMaybe<Scalars['DateTime']['input']>;
  /** The number of films of each list to evaluate, between 1 and 100. */
  k?: Scalars['Int']['input'];
  /** The policies. Default: all. */
  policies?: InputMaybe<Array<Policy>>;
  /** The random seed. Default: the seed of the server. */
  seed?: InputMaybe<Scalars['Int']['input']>;
  /** The share of rentals in the training part, above 0 and below 1. */
  share?: Scalars['Float']['input'];
  /** How to split rentals. */
  split?: EvaluationSplit;
};

/** Return type of `evaluatePolicies`. */
export type EvaluatePoliciesPayload = {
  __typename?: 'EvaluatePoliciesPayload';
  /** The evaluation that was started. Query `evaluation` to follow its progress. */
  evaluation: Evaluation;
};

/** A comparison of policies on rentals that they were not trained on. */
export type Evaluation = Node & {
  __typename?: 'Evaluation';
  /** The number of test cases. With a global split, a customer may have two: one with the profile at the date and one with an up-to-date profile. */
  customers: Scalars['Int']['output'];
  /** The date that separates training from test rentals in a global split. Null for other splits. */
  date?: Maybe<Scalars['DateTime']['output']>;
  /** The engine and its version. */
  engine: Scalars['String']['output'];
  /** Why the evaluation failed. */
  error?: Maybe<Scalars['String']['output']>;
  /** The date and time the evaluation ended. For an interrupted evaluation, the time of its last heartbeat. */
  finishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The unique ID of the evaluation. */
  id: Scalars['ID']['output'];
  /** The number of films of each list that are evaluated. */
  k: Scalars['Int']['output'];
  /** Off-policy estimates from impressions with exploration. Empty without such impressions. */
  offPolicy: Array<OffPolicyEstimate>;
  /** The results so far, one per policy. */
  results: Array<PolicyEvaluation>;
  /** The random seed. */
  seed: Scalars['Int']['output'];
  /** The share of rentals in the training part; unused by LEAVE_ONE_OUT. */
  share: Scalars['Float']['output'];
  /** The policies that could not take part, with the reason. */
  skipped: Array<SkippedPolicy>;
  /** How rentals were split. */
  split: EvaluationSplit;
  /** The date and time the evaluation started. */
  startedAt: Scalars['DateTime']['output'];
  /** The status of the evaluation. */
  status: RunStatus;
  /** The number of rentals in the test part. */
  testRentals: Scalars['Int']['output'];
  /** The number of rentals in the training part. */
  trainRentals: Scalars['Int']['output'];
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

/** A film that customers can rent. `filmId` is the `filmID` property of the node. */
export type Film = Node & {
  __typename?: 'Film';
  /** The actors who appear in the film. */
  actors: Array<Actor>;
  /** A paginated list of actors. */
  actorsConnection: FilmActorsConnection;
  /** The categories that the film belongs to. */
  categories: Array<Category>;
  /** A paginated list of categories. */
  categoriesConnection: FilmCategoriesConnection;
  /** A short description of the plot. */
  description?: Maybe<Scalars['String']['output']>;
  /** The unique ID of the film. */
  filmId: Scalars['ID']['output'];
  /** The global ID, for `Query.node` and for client caches. `filmId` is the ID in the graph. */
  id: Scalars['ID']['output'];
  /** The spoken language. */
  language?: Maybe<Scalars['String']['output']>;
  /** The running time in minutes. */
  length?: Maybe<Scalars['Int']['output']>;
  /** The films most similar to this one by cosine similarity of their embeddings, most similar first. Returns null and an error if the film has no embedding. */
  neighbors?: Maybe<Array<FilmNeighbor>>;
  /** The age rating, such as PG-13. */
  rating?: Maybe<Scalars['String']['output']>;
  /** The year the film was released. */
  releaseYear?: Maybe<Scalars['Int']['output']>;
  /** The price of one rental, in the currency of the store. */
  rentalRate?: Maybe<Scalars['Float']['output']>;
  /** The title of the film. */
  title: Scalars['String']['output'];
};


/** A film that customers can rent. `filmId` is the `filmID` property of the node. */
export type FilmActorsArgs = {
  limit?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<Array<ActorSort>>;
  where?: InputMaybe<ActorWhere>;
};


/** A film that customers can rent. `filmId` is the `filmID` property of the node. */
export type FilmActorsConnectionArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<Array<FilmActorsConnectionSort>>;
  where?: InputMaybe<FilmActorsConnectionWhere>;
};


/** A film that customers can rent. `filmId` is the `filmID` property of the node. */
export type FilmCategoriesArgs = {
  limit?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<Array<CategorySort>>;
  where?: InputMaybe<CategoryWhere>;
};


/** A film that customers can rent. `filmId` is the `filmID` property of the node. */
export type FilmCategoriesConnectionArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<Array<FilmCategoriesConnectionSort>>;
  where?: InputMaybe<FilmCategoriesConnectionWhere>;
};


/** A film that customers can rent. `filmId` is the `filmID` property of the node. */
export type FilmNeighborsArgs = {
  embedding?: Embedding;
  first?: Scalars['Int']['input'];
};

/** Aggregated values of many nodes. */
export type FilmActorActorsAggregateSelection = {
  __typename?: 'FilmActorActorsAggregateSelection';
  /** The number of matching nodes. */
  count: CountConnection;
  /** The node. */
  node?: Maybe<FilmActorActorsNodeAggregateSelection>;
};

/** Aggregated values of many nodes. */
export type FilmActorActorsNodeAggregateSelection = {
  __typename?: 'FilmActorActorsNodeAggregateSelection';
  /** The first name of the actor. */
  firstName: StringAggregateSelection;
  /** The last name of the actor. */
  lastName: StringAggregateSelection;
};

/** A page of a list, with cursors to fetch the next page. */
export type FilmActorsConnection = {
  __typename?: 'FilmActorsConnection';
  /** Aggregated values of the whole list, not only of this page. */
  aggregate: FilmActorActorsAggregateSelection;
  /** The nodes of this page with their cursors. */
  edges: Array<FilmActorsRelationship>;
  /** The position of this page in the whole list. */
  pageInfo: PageInfo;
  /** The number of nodes in the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** Conditions on aggregated values of related nodes. */
export type FilmActorsConnectionAggregateInput = {
  /** All of these conditions must be true. */
  AND?: InputMaybe<Array<FilmActorsConnectionAggregateInput>>;
  /** This condition must be false. */
  NOT?: InputMaybe<FilmActorsConnectionAggregateInput>;
  /** At least one of these conditions must be true. */
  OR?: InputMaybe<Array<FilmActorsConnectionAggregateInput>>;
  /** The number of matching nodes. */
  count?: InputMaybe<ConnectionAggregationCountFilterInput>;
  /** The node. */
  node?: InputMaybe<FilmActorsNodeAggregationWhereInput>;
};

/** Conditions on related nodes: all, some, single or none must match. */
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

/** The sort order of a list. Each item sorts by one field. */
export type FilmActorsConnectionSort = {
  /** The node. */
  node?: InputMaybe<ActorSort>;
};

/** Conditions that must all be true. */
export type FilmActorsConnectionWhere = {
  /** All of these conditions must be true. */
  AND?: InputMaybe<Array<FilmActorsConnectionWhere>>;
  /** This condition must be false. */
  NOT?: InputMaybe<FilmActorsConnectionWhere>;
  /** At least one of these conditions must be true. */
  OR?: InputMaybe<Array<FilmActorsConnectionWhere>>;
  /** The node. */
  node?: InputMaybe<ActorWhere>;
};

/** Conditions on aggregated values of related nodes. */
export type FilmActorsNodeAggregationWhereInput = {
  /** All of these conditions must be true. */
  AND?: InputMaybe<Array<FilmActorsNodeAggregationWhereInput>>;
  /** This condition must be false. */
  NOT?: InputMaybe<FilmActorsNodeAggregationWhereInput>;
  /** At least one of these conditions must be true. */
  OR?: InputMaybe<Array<FilmActorsNodeAggregationWhereInput>>;
  /** The first name of the actor. */
  firstName?: InputMaybe<StringScalarAggregationFilters>;
  /** The last name of the actor. */
  lastName?: InputMaybe<StringScalarAggregationFilters>;
};

/** A node and its cursor in a list. */
export type FilmActorsRelationship = {
  __typename?: 'FilmActorsRelationship';
  /** The cursor of this node. Pass it to `after` to fetch the nodes that follow. */
  cursor: Scalars['String']['output'];
  /** The node. */
  node: Actor;
};

/** Aggregated values of all nodes in the list. */
export type FilmAggregate = {
  __typename?: 'FilmAggregate';
  /** The number of matching nodes. */
  count: Count;
  /** The node. */
  node: FilmAggregateNode;
};

/** Aggregated values of many nodes. */
export type FilmAggregateNode = {
  __typename?: 'FilmAggregateNode';
  /** A short description of the plot. */
  description: StringAggregateSelection;
  /** The spoken language. */
  language: StringAggregateSelection;
  /** The running time in minutes. */
  length: IntAggregateSelection;
  /** The age rating, such as PG-13. */
  rating: StringAggregateSelection;
  /** The year the film was released. */
  releaseYear: IntAggregateSelection;
  /** The price of one rental, in the currency of the store. */
  rentalRate: FloatAggregateSelection;
  /** The title of the film. */
  title: StringAggregateSelection;
};

/** A page of a list, with cursors to fetch the next page. */
export type FilmCategoriesConnection = {
  __typename?: 'FilmCategoriesConnection';
  /** Aggregated values of the whole list, not only of this page. */
  aggregate: FilmCategoryCategoriesAggregateSelection;
  /** The nodes of this page with their cursors. */
  edges: Array<FilmCategoriesRelationship>;
  /** The position of this page in the whole list. */
  pageInfo: PageInfo;
  /** The number of nodes in the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** Conditions on aggregated values of related nodes. */
export type FilmCategoriesConnectionAggregateInput = {
  /** All of these conditions must be true. */
  AND?: InputMaybe<Array<FilmCategoriesConnectionAggregateInput>>;
  /** This condition must be false. */
  NOT?: InputMaybe<FilmCategoriesConnectionAggregateInput>;
  /** At least one of these conditions must be true. */
  OR?: InputMaybe<Array<FilmCategoriesConnectionAggregateInput>>;
  /** The number of matching nodes. */
  count?: InputMaybe<ConnectionAggregationCountFilterInput>;
  /** The node. */
  node?: InputMaybe<FilmCategoriesNodeAggregationWhereInput>;
};

/** Conditions on related nodes: all, some, single or none must match. */
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

/** The sort order of a list. Each item sorts by one field. */
export type FilmCategoriesConnectionSort = {
  /** The node. */
  node?: InputMaybe<CategorySort>;
};

/** Conditions that must all be true. */
export type FilmCategoriesConnectionWhere = {
  /** All of these conditions must be true. */
  AND?: InputMaybe<Array<FilmCategoriesConnectionWhere>>;
  /** This condition must be false. */
  NOT?: InputMaybe<FilmCategoriesConnectionWhere>;
  /** At least one of these conditions must be true. */
  OR?: InputMaybe<Array<FilmCategoriesConnectionWhere>>;
  /** The node. */
  node?: InputMaybe<CategoryWhere>;
};

/** Conditions on aggregated values of related nodes. */
export type FilmCategoriesNodeAggregationWhereInput = {
  /** All of these conditions must be true. */
  AND?: InputMaybe<Array<FilmCategoriesNodeAggregationWhereInput>>;
  /** This condition must be false. */
  NOT?: InputMaybe<FilmCategoriesNodeAggregationWhereInput>;
  /** At least one of these conditions must be true. */
  OR?: InputMaybe<Array<FilmCategoriesNodeAggregationWhereInput>>;
  /** The name of the category. */
  name?: InputMaybe<StringScalarAggregationFilters>;
};

/** A node and its cursor in a list. */
export type FilmCategoriesRelationship = {
  __typename?: 'FilmCategoriesRelationship';
  /** The cursor of this node. Pass it to `after` to fetch the nodes that follow. */
  cursor: Scalars['String']['output'];
  /** The node. */
  node: Category;
};

/** Aggregated values of many nodes. */
export type FilmCategoryCategoriesAggregateSelection = {
  __typename?: 'FilmCategoryCategoriesAggregateSelection';
  /** The number of matching nodes. */
  count: CountConnection;
  /** The node. */
  node?: Maybe<FilmCategoryCategoriesNodeAggregateSelection>;
};

/** Aggregated values of many nodes. */
export type FilmCategoryCategoriesNodeAggregateSelection = {
  __typename?: 'FilmCategoryCategoriesNodeAggregateSelection';
  /** The name of the category. */
  name: StringAggregateSelection;
};

/** A node and its cursor in a list. */
export type FilmEdge = {
  __typename?: 'FilmEdge';
  /** The cursor of this node. Pass it to `after` to fetch the nodes that follow. */
  cursor: Scalars['String']['output'];
  /** The node. */
  node: Film;
};

/** A film that is similar to another film. */
export type FilmNeighbor = {
  __typename?: 'FilmNeighbor';
  /** The film. */
  film: Film;
  /** The cosine similarity of the two embeddings, between -1 and 1. */
  score: Scalars['Float']['output'];
};

/** The position of a film on a two-dimensional map of all films. */
export type FilmPoint = {
  __typename?: 'FilmPoint';
  /** The film. */
  film: Film;
  /** The horizontal coordinate, centered on 0. */
  x: Scalars['Float']['output'];
  /** The vertical coordinate, centered on 0. */
  y: Scalars['Float']['output'];
};

/** Conditions on related nodes: all, some, single or none must match. */
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
  /** A short description of the plot. */
  description?: InputMaybe<SortDirection>;
  /** The unique ID of the film. */
  filmId?: InputMaybe<SortDirection>;
  /** The spoken language. */
  language?: InputMaybe<SortDirection>;
  /** The running time in minutes. */
  length?: InputMaybe<SortDirection>;
  /** The age rating, such as PG-13. */
  rating?: InputMaybe<SortDirection>;
  /** The year the film was released. */
  releaseYear?: InputMaybe<SortDirection>;
  /** The price of one rental, in the currency of the store. */
  rentalRate?: InputMaybe<SortDirection>;
  /** The title of the film. */
  title?: InputMaybe<SortDirection>;
};

/** Conditions that must all be true. */
export type FilmWhere = {
  /** All of these conditions must be true. */
  AND?: InputMaybe<Array<FilmWhere>>;
  /** This condition must be false. */
  NOT?: InputMaybe<FilmWhere>;
  /** At least one of these conditions must be true. */
  OR?: InputMaybe<Array<FilmWhere>>;
  /** Conditions on the actors of the film. */
  actors?: InputMaybe<ActorRelationshipFilters>;
  /** Conditions on the relationships to actors. */
  actorsConnection?: InputMaybe<FilmActorsConnectionFilters>;
  /** Conditions on the categories of the film. */
  categories?: InputMaybe<CategoryRelationshipFilters>;
  /** Conditions on the relationships to categories. */
  categoriesConnection?: InputMaybe<FilmCategoriesConnectionFilters>;
  /** A short description of the plot. */
  description?: InputMaybe<StringScalarFilters>;
  /** The unique ID of the film. */
  filmId?: InputMaybe<IdScalarFilters>;
  /** The spoken language. */
  language?: InputMaybe<StringScalarFilters>;
  /** The running time in minutes. */
  length?: InputMaybe<IntScalarFilters>;
  /** The age rating, such as PG-13. */
  rating?: InputMaybe<StringScalarFilters>;
  /** The year the film was released. */
  releaseYear?: InputMaybe<IntScalarFilters>;
  /** The price of one rental, in the currency of the store. */
  rentalRate?: InputMaybe<FloatScalarFilters>;
  /** The title of the film. */
  title?: InputMaybe<StringScalarFilters>;
};

/** A page of a list, with cursors to fetch the next page. */
export type FilmsConnection = {
  __typename?: 'FilmsConnection';
  /** Aggregated values of the whole list, not only of this page. */
  aggregate: FilmAggregate;
  /** The nodes of this page with their cursors. */
  edges: Array<FilmEdge>;
  /** The position of this page in the whole list. */
  pageInfo: PageInfo;
  /** The number of nodes in the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** Aggregated values of many nodes. */
export type FloatAggregateSelection = {
  __typename?: 'FloatAggregateSelection';
  /** The mean value. */
  average?: Maybe<Scalars['Float']['output']>;
  /** The maximum value. */
  max?: Maybe<Scalars['Float']['output']>;
  /** The minimum value. */
  min?: Maybe<Scalars['Float']['output']>;
  /** The sum of the values. */
  sum?: Maybe<Scalars['Float']['output']>;
};

/** Filters for an aggregation of a float field */
export type FloatScalarAggregationFilters = {
  /** The mean value. */
  average?: InputMaybe<FloatScalarFilters>;
  /** The maximum value. */
  max?: InputMaybe<FloatScalarFilters>;
  /** The minimum value. */
  min?: InputMaybe<FloatScalarFilters>;
  /** The sum of the values. */
  sum?: InputMaybe<FloatScalarFilters>;
};

/** Float filters */
export type FloatScalarFilters = {
  /** Equal to this value. */
  eq?: InputMaybe<Scalars['Float']['input']>;
  /** Greater than this value. */
  gt?: InputMaybe<Scalars['Float']['input']>;
  /** Greater than or equal to this value. */
  gte?: InputMaybe<Scalars['Float']['input']>;
  /** Equal to one of these values. */
  in?: InputMaybe<Array<Scalars['Float']['input']>>;
  /** Less than this value. */
  lt?: InputMaybe<Scalars['Float']['input']>;
  /** Less than or equal to this value. */
  lte?: InputMaybe<Scalars['Float']['input']>;
};

/** Metrics of one part of the test cases. */
export type GroupEvaluation = {
  __typename?: 'GroupEvaluation';
  /** The number of test cases. */
  cases: Scalars['Int']['output'];
  /** The name of the part. */
  group: Scalars['String']['output'];
  /** NDCG of the first k films. */
  ndcg: Interval;
  /** The number of rentals in each profile. Null if profiles differ in length. */
  profileLength?: Maybe<Scalars['Int']['output']>;
  /** Recall of the first k films. */
  recall: Interval;
};

/** ID filters */
export type IdScalarFilters = {
  /** Contains this text. */
  contains?: InputMaybe<Scalars['ID']['input']>;
  /** Ends with this text. */
  endsWith?: InputMaybe<Scalars['ID']['input']>;
  /** Equal to this value. */
  eq?: InputMaybe<Scalars['ID']['input']>;
  /** Equal to one of these values. */
  in?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Starts with this text. */
  startsWith?: InputMaybe<Scalars['ID']['input']>;
};

/** Recommendation lists that one version served to customers on one day. */
export type ImpressionDay = {
  __typename?: 'ImpressionDay';
  /** The day as YYYY-MM-DD, in UTC. */
  date: Scalars['String']['output'];
  /** The number of lists. */
  impressions: Scalars['Int']['output'];
  /** The policy. */
  policy: Policy;
  /** The number of lists that led to at least one rental. */
  rented: Scalars['Int']['output'];
  /** The version of the policy. */
  version: Scalars['String']['output'];
};

/** Aggregated values of many nodes. */
export type IntAggregateSelection = {
  __typename?: 'IntAggregateSelection';
  /** The mean value. */
  average?: Maybe<Scalars['Float']['output']>;
  /** The maximum value. */
  max?: Maybe<Scalars['Int']['output']>;
  /** The minimum value. */
  min?: Maybe<Scalars['Int']['output']>;
  /** The sum of the values. */
  sum?: Maybe<Scalars['Int']['output']>;
};

/** Filters for an aggregation of an int field */
export type IntScalarAggregationFilters = {
  /** The mean value. */
  average?: InputMaybe<FloatScalarFilters>;
  /** The maximum value. */
  max?: InputMaybe<IntScalarFilters>;
  /** The minimum value. */
  min?: InputMaybe<IntScalarFilters>;
  /** The sum of the values. */
  sum?: InputMaybe<IntScalarFilters>;
};

/** Int filters */
export type IntScalarFilters = {
  /** Equal to this value. */
  eq?: InputMaybe<Scalars['Int']['input']>;
  /** Greater than this value. */
  gt?: InputMaybe<Scalars['Int']['input']>;
  /** Greater than or equal to this value. */
  gte?: InputMaybe<Scalars['Int']['input']>;
  /** Equal to one of these values. */
  in?: InputMaybe<Array<Scalars['Int']['input']>>;
  /** Less than this value. */
  lt?: InputMaybe<Scalars['Int']['input']>;
  /** Less than or equal to this value. */
  lte?: InputMaybe<Scalars['Int']['input']>;
};

/** A mean over customers with its 95% bootstrap confidence interval. */
export type Interval = {
  __typename?: 'Interval';
  /** The upper bound of the interval. */
  high: Scalars['Float']['output'];
  /** The lower bound of the interval. */
  low: Scalars['Float']['output'];
  /** The mean. */
  mean: Scalars['Float']['output'];
};

/** The state of a policy that learns. */
export type LearnerState = {
  __typename?: 'LearnerState';
  /** The tensor engine that trained it: tensorflow, wasm or cpu. */
  engine: Scalars['String']['output'];
  /** The probability that the next step acts at random. */
  epsilon: Scalars['Float']['output'];
  /** The moving average of the reward. */
  meanReward: Scalars['Float']['output'];
  /** The policy. */
  policy: Policy;
  /** How the version makes lists. */
  ranking: Ranking;
  /** Why it makes lists in this way. SLATES requires enough lists, rentals from lists, and later visits. */
  rankingReason: Scalars['String']['output'];
  /** The random seed. */
  seed: Scalars['Int']['output'];
  /** The number of training steps taken. */
  step: Scalars['Int']['output'];
  /** The newest version. Null if the policy was never trained. */
  version?: Maybe<Scalars['String']['output']>;
};

/** The mutations of the API. */
export type Mutation = {
  __typename?: 'Mutation';
  /** Cancels a training run, on any server of this graph, and keeps the versions it published. */
  cancelTraining?: Maybe<CancelTrainingPayload>;
  /** Ends the running trial without a result: the promoted policy serves all customers again within seconds. Fails with NOT_FOUND if the trial is not running. */
  endTrial?: Maybe<EndTrialPayload>;
  /** Starts an evaluation of several policies and returns immediately. Fails with EVALUATION_BUSY while another evaluation is running in this process. */
  evaluatePolicies?: Maybe<EvaluatePoliciesPayload>;
  /** Makes a policy the default on every server of this graph within seconds. Fails with BAD_USER_INPUT if it is not better than the current default, unless `force` is true. */
  promotePolicy?: Maybe<PromotePolicyPayload>;
  /** Stores a customer's rating of a rented film and replaces an earlier one. The next training run learns from it. Fails with NOT_FOUND if the customer or the film does not exist, or with BAD_USER_INPUT if the customer has not rented the film. */
  recordRating?: Maybe<RecordRatingPayload>;
  /** Records a rental, once per `idempotencyKey`. The next recommendations take it into account. Fails with NOT_FOUND if the customer, the film or the list does not exist. */
  recordRental?: Maybe<RecordRentalPayload>;
  /** Starts a training run in a worker thread and returns immediately. Fails with TRAINING_BUSY while another training is running on this graph, or with EMBEDDINGS_MISSING if the policy needs embeddings that have not been written. */
  startTraining?: Maybe<StartTrainingPayload>;
  /** Trains a policy for a number of steps, waits until they are done and publishes the weights. If the policy serves by default, the next recommendations use them. Fails with TRAINING_BUSY while another training is running on this graph. */
  trainStep?: Maybe<TrainStepPayload>;
  /** Computes the embeddings of films, actors and categories with Graph Data Science, writes them to the nodes, and waits until they are written. */
  writeEmbeddings?: Maybe<WriteEmbeddingsPayload>;
};


/** The mutations of the API. */
export type MutationCancelTrainingArgs = {
  input: CancelTrainingInput;
};


/** The mutations of the API. */
export type MutationEndTrialArgs = {
  input: EndTrialInput;
};


/** The mutations of the API. */
export type MutationEvaluatePoliciesArgs = {
  input: EvaluatePoliciesInput;
};


/** The mutations of the API. */
export type MutationPromotePolicyArgs = {
  input: PromotePolicyInput;
};


/** The mutations of the API. */
export type MutationRecordRatingArgs = {
  input: RecordRatingInput;
};


/** The mutations of the API. */
export type MutationRecordRentalArgs = {
  input: RecordRentalInput;
};


/** The mutations of the API. */
export type MutationStartTrainingArgs = {
  input: StartTrainingInput;
};


/** The mutations of the API. */
export type MutationTrainStepArgs = {
  input?: InputMaybe<TrainStepInput>;
};


/** The mutations of the API. */
export type MutationWriteEmbeddingsArgs = {
  input: WriteEmbeddingsInput;
};

/** An object with a global ID, which `Query.node` looks up. IDs are unique across all types. */
export type Node = {
  /** The global ID of the object. Treat it as opaque. */
  id: Scalars['ID']['output'];
};

/** The estimated rentals per shown film if a policy had served one visit, from impressions with exploration. It does not include the effect on whether customers return. */
export type OffPolicyEstimate = {
  __typename?: 'OffPolicyEstimate';
  /** The doubly robust estimate with the logged propensities; prefer it to snips. */
  doublyRobust: Interval;
  /** The number of films shown by the policy itself that would carry the same information (Kish 1965). Do not trust the estimate if it is small. */
  effectiveSampleSize: Scalars['Float']['output'];
  /** The number of impressions that the estimate is based on. */
  lists: Scalars['Int']['output'];
  /** The policy. */
  policy: Policy;
  /** Place-wise self-normalized inverse propensity scoring. Biased if films of a list compete for the same rental. */
  snips: Interval;
};

/** Pagination information (Relay) */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** The cursor of the last node of this page. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether there are more nodes after this page. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether there are nodes before this page. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** The cursor of the first node of this page. */
  startCursor?: Maybe<Scalars['String']['output']>;
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

/** The difference in NDCG between two policies, by the paired bootstrap over test cases. */
export type PolicyDifference = {
  __typename?: 'PolicyDifference';
  /** The NDCG of this policy minus that of the other policy. */
  ndcg: Interval;
  /** The other policy. */
  policy: Policy;
};

/** The metrics of a policy that was trained on the training part of a split and measured on its test cases. */
export type PolicyEvaluation = {
  __typename?: 'PolicyEvaluation';
  /** The time to score all films for one customer, in milliseconds. Measured with many customers in one call. */
  answerMilliseconds: Scalars['Float']['output'];
  /** The share of all films that appear among the first k films of at least one list. */
  coverage: Interval;
  /** Differences in NDCG to the policies that were measured before this one. */
  differences: Array<PolicyDifference>;
  /** Metrics of parts of the test cases. A global split also measures new customers after 0, 1, 2, 5 and 10 rentals. */
  groups: Array<GroupEvaluation>;
  /** The share of test cases with a test rental among the first k films. */
  hitRate: Interval;
  /** Discounted cumulative gain of the first k films, divided by that of an ideal list. */
  ndcg: Interval;
  /** The mean over the first k films of -log2 of the share of customers who rented the film in the training part. */
  novelty: Interval;
  /** The policy. */
  policy: Policy;
  /** Metrics by how often films were rented in the training part. */
  popularity: Array<PopularityEvaluation>;
  /** The share of the customer's test rentals that are among the first k films. */
  recall: Interval;
  /** Hyperparameters that were chosen on a validation part of the training rentals. */
  settings: Array<ChosenSetting>;
  /** The training time in seconds. */
  trainSeconds: Scalars['Float']['output'];
};

/** A published version of a policy that learns. */
export type PolicyVersion = Node & {
  __typename?: 'PolicyVersion';
  /** The global ID, for `Query.node` and for client caches. */
  id: Scalars['ID']['output'];
  /** The policy. */
  policy: Policy;
  /** The date and time of publication. */
  publishedAt: Scalars['DateTime']['output'];
  /** The ID of the run that published this version. */
  run: Scalars['ID']['output'];
  /** The number of steps taken. */
  step: Scalars['Int']['output'];
  /** The NDCG@10 on the validation slice used for early stopping. Null for policies without validation. */
  validation?: Maybe<Scalars['Float']['output']>;
  /** The name of the version. */
  version: Scalars['String']['output'];
};

/** How a policy ranks films of similar popularity. */
export type PopularityEvaluation = {
  __typename?: 'PopularityEvaluation';
  /** The maximum number of training rentals of a film in this bin. 0 for films that were never rented, null for the last bin. */
  maxRentals?: Maybe<Scalars['Int']['output']>;
  /** The mean relative rank of these rentals among all films, from 0 (first) to 1 (last). */
  meanRank: Scalars['Float']['output'];
  /** The share of these rentals that are among the first k films. */
  recall: Scalars['Float']['output'];
  /** The share of all list positions that show films of this bin. */
  shown: Scalars['Float']['output'];
  /** The number of test rentals of films in this bin. */
  testRentals: Scalars['Int']['output'];
};

/** A way to project embeddings to two dimensions. */
export type Projection =
  /** Principal component analysis: the two directions in which the films differ most. */
  | 'PCA'
  /** Uniform manifold approximation and projection: keeps near films near. Limited to 10,000 films. */
  | 'UMAP';

/** Input of `promotePolicy`. */
export type PromotePolicyInput = {
  /** The probability that a position of a list is given to a random film, between 0 and 1. */
  exploration?: Scalars['Float']['input'];
  /** Whether to promote the policy even if no evaluation shows that it is better than the current one. */
  force?: Scalars['Boolean']['input'];
  /** The policy to promote. */
  policy: Policy;
  /** The version to promote, as listed by `policyVersions`. Default: the newest version of DQN, or the latest state of TUTORIAL. */
  version?: InputMaybe<Scalars['String']['input']>;
};

/** Return type of `promotePolicy`. */
export type PromotePolicyPayload = {
  __typename?: 'PromotePolicyPayload';
  /** The previous promotion. Null if this is the first. */
  previous?: Maybe<Promotion>;
  /** The new promotion. */
  promotion: Promotion;
};

/** Records when a policy became the default. */
export type Promotion = {
  __typename?: 'Promotion';
  /** The probability that a position of a list is given to a random film. */
  exploration: Scalars['Float']['output'];
  /** The policy. */
  policy: Policy;
  /** The date and time of the promotion. */
  promotedAt: Scalars['DateTime']['output'];
  /** The promoted version. Null for baselines, which are fitted to the current rentals, and for the latest state of TUTORIAL. */
  version?: Maybe<Scalars['String']['output']>;
};

/** A trial of a retrained version. The version serves half of the customers, chosen by a hash of the trial and the customer, and the promoted policy serves the others. After each day the trial compares the rentals and visits of both halves. */
export type PromotionTrial = {
  __typename?: 'PromotionTrial';
  /** The policy that serves the other half. */
  currentPolicy: Policy;
  /** The version that serves the other half. Null for baselines, which are fitted to the current rentals. */
  currentVersion?: Maybe<Scalars['String']['output']>;
  /** The number of whole days that the results cover, between 0 and 84. A decision is possible from day 14. */
  day: Scalars['Int']['output'];
  /** The date and time of the end. Null while the trial is running. */
  endedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The ID of the trial. */
  id: Scalars['ID']['output'];
  /** The policy of the candidate. */
  policy: Policy;
  /** Why the trial ended. Null while it is running. */
  reason?: Maybe<Scalars['String']['output']>;
  /** The rentals and visits so far. Null before the first day has ended. */
  results?: Maybe<TrialResults>;
  /** The date and time of the start. */
  startedAt: Scalars['DateTime']['output'];
  /** Whether the trial is running, or how it ended. */
  status: TrialStatus;
  /** The version of the candidate. */
  version: Scalars['String']['output'];
};

/** The queries of the API. */
export type Query = {
  __typename?: 'Query';
  /** Lists actors that match the conditions. */
  actors: Array<Actor>;
  /** A paginated list of actors. */
  actorsConnection: ActorsConnection;
  /** The policies that learn, and the policy that serves by default. */
  agent: Agent;
  /** Lists categories that match the conditions. */
  categories: Array<Category>;
  /** A paginated list of categories. */
  categoriesConnection: CategoriesConnection;
  /** Looks up a customer. Fails with NOT_FOUND if the customer does not exist. */
  customer?: Maybe<Customer>;
  /** Lists customers that match the conditions. */
  customers: Array<Customer>;
  /** A paginated list of customers. */
  customersConnection: CustomersConnection;
  /** Lists the films most similar to a film by cosine similarity of their embeddings, most similar first. Fails with NOT_FOUND if the film does not exist, or with EMBEDDINGS_MISSING if no embeddings have been written. */
  embeddingNeighbors?: Maybe<Array<FilmNeighbor>>;
  /** Looks up an evaluation by its ID. Fails with NOT_FOUND if it does not exist. */
  evaluation?: Maybe<Evaluation>;
  /** Lists evaluations, newest first. */
  evaluations: Array<Evaluation>;
  /** Looks up a film. Fails with NOT_FOUND if it does not exist. */
  film?: Maybe<Film>;
  /** Lists the position of every film with an embedding on a two-dimensional map. Fails with EMBEDDINGS_MISSING if no embeddings have been written. */
  filmMap: Array<FilmPoint>;
  /** Lists films that match the conditions. */
  films: Array<Film>;
  /** A paginated list of films. */
  filmsConnection: FilmsConnection;
  /** Looks up an object by its global ID: a film, actor, category, customer, policy version, training run or evaluation. Returns null if it does not exist or is hidden from the caller. Fails with BAD_USER_INPUT if the ID is not one of this API. */
  node?: Maybe<Node>;
  /** Lists published policy versions, newest first. */
  policyVersions: Array<PolicyVersion>;
  /** Lists trials of retrained versions, newest first. */
  promotionTrials: Array<PromotionTrial>;
  /** Lists promotions, newest first. The newest promotion determines the default policy. */
  promotions: Array<Promotion>;
  /** Recommends films to a customer. Fails with NOT_FOUND if the customer does not exist, or with EMBEDDINGS_MISSING if the policy needs embeddings that have not been written. */
  recommendations?: Maybe<RecommendationList>;
  /** Recommends films to an unknown customer, based on a list of rented films. */
  recommendationsFor?: Maybe<RecommendationList>;
  /** Finds films by title and actors by name, best match first. Each word of the text must begin a word of the title or name. Ignores case and accents. */
  search: Array<Node>;
  /** The state of the server and its graph. */
  system: System;
  /** Looks up a training run by its ID. Fails with NOT_FOUND if it does not exist. */
  trainingRun?: Maybe<TrainingRun>;
  /** Lists training runs, newest first. */
  trainingRuns: Array<TrainingRun>;
  /** The caller, identified by the bearer token. */
  viewer: Viewer;
};


/** The queries of the API. */
export type QueryActorsArgs = {
  limit?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<Array<ActorSort>>;
  where?: InputMaybe<ActorWhere>;
};


/** The queries of the API. */
export type QueryActorsConnectionArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<Array<ActorSort>>;
  where?: InputMaybe<ActorWhere>;
};


/** The queries of the API. */
export type QueryCategoriesArgs = {
  limit?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<Array<CategorySort>>;
  where?: InputMaybe<CategoryWhere>;
};


/** The queries of the API. */
export type QueryCategoriesConnectionArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<Array<CategorySort>>;
  where?: InputMaybe<CategoryWhere>;
};


/** The queries of the API. */
export type QueryCustomerArgs = {
  id: Scalars['ID']['input'];
};


/** The queries of the API. */
export type QueryCustomersArgs = {
  limit?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<Array<CustomerSort>>;
  where?: InputMaybe<CustomerWhere>;
};


/** The queries of the API. */
export type QueryCustomersConnectionArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<Array<CustomerSort>>;
  where?: InputMaybe<CustomerWhere>;
};


/** The queries of the API. */
export type QueryEmbeddingNeighborsArgs = {
  embedding?: Embedding;
  film: Scalars['ID']['input'];
  first?: Scalars['Int']['input'];
};


/** The queries of the API. */
export type QueryEvaluationArgs = {
  id: Scalars['ID']['input'];
};


/** The queries of the API. */
export type QueryEvaluationsArgs = {
  first?: Scalars['Int']['input'];
};


/** The queries of the API. */
export type QueryFilmArgs = {
  id: Scalars['ID']['input'];
};


/** The queries of the API. */
export type QueryFilmMapArgs = {
  embedding?: Embedding;
  projection?: Projection;
};


/** The queries of the API. */
export type QueryFilmsArgs = {
  limit?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<Array<FilmSort>>;
  where?: InputMaybe<FilmWhere>;
};


/** The queries of the API. */
export type QueryFilmsConnectionArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<Array<FilmSort>>;
  where?: InputMaybe<FilmWhere>;
};


/** The queries of the API. */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/** The queries of the API. */
export type QueryPolicyVersionsArgs = {
  first?: Scalars['Int']['input'];
  policy?: InputMaybe<Policy>;
};


/** The queries of the API. */
export type QueryPromotionTrialsArgs = {
  first?: Scalars['Int']['input'];
};


/** The queries of the API. */
export type QueryPromotionsArgs = {
  first?: Scalars['Int']['input'];
};


/** The queries of the API. */
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


/** The queries of the API. */
export type QueryRecommendationsForArgs = {
  diversity?: Scalars['Float']['input'];
  films: Array<Scalars['ID']['input']>;
  first?: Scalars['Int']['input'];
  policy?: InputMaybe<Policy>;
  where?: InputMaybe<FilmWhere>;
};


/** The queries of the API. */
export type QuerySearchArgs = {
  first?: Scalars['Int']['input'];
  text: Scalars['String']['input'];
  types?: Array<SearchType>;
};


/** The queries of the API. */
export type QueryTrainingRunArgs = {
  id: Scalars['ID']['input'];
};


/** The queries of the API. */
export type QueryTrainingRunsArgs = {
  first?: Scalars['Int']['input'];
};

/** A way to make a list. */
export type Ranking =
  /** Films are ranked one by one, by the score of the policy. */
  | 'NEXT_RENTAL'
  /** The list as a whole has the highest expected value, which counts later visits. Lists with `imagine` or `diversity` and lists without a customer are made by NEXT_RENTAL. */
  | 'SLATES';

/** A path through the graph that connects a rented film to a recommended film. */
export type Reason = {
  __typename?: 'Reason';
  /** The actor who appears in both films. Null if the films share a category. */
  actor?: Maybe<Actor>;
  /** The category of both films. Null if the films share an actor. */
  category?: Maybe<Category>;
  /** The film the customer rented. */
  rented: Film;
  /** The reason as a sentence in English. */
  text: Scalars['String']['output'];
};

/** A recommended film and its place in the list. */
export type Recommendation = {
  __typename?: 'Recommendation';
  /** The recommended film. */
  film: Film;
  /** The position in the list, starting at 1. */
  rank: Scalars['Int']['output'];
  /** The reasons for this recommendation: paths from a rented film through a shared actor or category to this film, strongest first. */
  reasons: Array<Reason>;
  /** The score the policy gave the film. Scores are comparable only within one list. In a list made by SLATES, it is the odds that the customer rents the film, times the difference between the value of that rental and the value of the list. */
  score: Scalars['Float']['output'];
};


/** A recommended film and its place in the list. */
export type RecommendationReasonsArgs = {
  first?: Scalars['Int']['input'];
};

/** A ranked list of recommended films. */
export type RecommendationList = {
  __typename?: 'RecommendationList';
  /** The customer the list was made for. Null for lists made by `recommendationsFor`. */
  customer?: Maybe<Customer>;
  /** The unique ID of this list. Pass it to `recordRental` if the customer rents a film from the list. */
  id: Scalars['ID']['output'];
  /** The recommended films, best first. */
  items: Array<Recommendation>;
  /** The policy that ranked the films. */
  policy: Policy;
  /** How the list was made. */
  ranking: Ranking;
  /** The version of the policy. */
  version: Scalars['String']['output'];
};

/** Input of `recordRating`. */
export type RecordRatingInput = {
  /** The ID of the customer. */
  customer: Scalars['ID']['input'];
  /** The ID of the rated film. */
  film: Scalars['ID']['input'];
  /** The rating, between 0 and 100. Use the scale of the ratings that the graph contains, such as 1 to 5. */
  rating: Scalars['Float']['input'];
};

/** Return type of `recordRating`. */
export type RecordRatingPayload = {
  __typename?: 'RecordRatingPayload';
  /** The customer who rated the film. */
  customer?: Maybe<Customer>;
  /** The rated film. */
  film?: Maybe<Film>;
  /** The rating that is now stored. */
  rating: Scalars['Float']['output'];
};

/** Input of `recordRental`. */
export type RecordRentalInput = {
  /** The date and time of the rental. It must not be in the future. Default: now. */
  at?: InputMaybe<Scalars['DateTime']['input']>;
  /** The ID of the customer. */
  customer: Scalars['ID']['input'];
  /** The ID of the rented film. */
  film: Scalars['ID']['input'];
  /** A key of 1 to 200 characters that identifies this rental. Requests that repeat a key are recorded once. Keys expire after 30 days. */
  idempotencyKey: Scalars['String']['input'];
  /** The ID of the recommendation list the customer rented from, if any. */
  recommendationList?: InputMaybe<Scalars['ID']['input']>;
};

/** Return type of `recordRental`. */
export type RecordRentalPayload = {
  __typename?: 'RecordRentalPayload';
  /** The date and time of the rental. */
  at: Scalars['DateTime']['output'];
  /** The customer, including this rental. */
  customer?: Maybe<Customer>;
  /** The rented film. */
  film?: Maybe<Film>;
  /** Whether the idempotency key was used before. If true, the payload repeats the earlier result and no rental was added. */
  repeated: Scalars['Boolean']['output'];
  /** The number of times the customer has rented the film, including this rental. */
  times: Scalars['Int']['output'];
};

/** Rentals that were recorded through the API on one day. */
export type RentalDay = {
  __typename?: 'RentalDay';
  /** The number of rentals that name the recommendation list they came from. */
  attributed: Scalars['Int']['output'];
  /** The day as YYYY-MM-DD, in UTC. */
  date: Scalars['String']['output'];
  /** The number of rentals. */
  rentals: Scalars['Int']['output'];
};

/**
 * The edge properties for the following fields:
 * * Customer.rented
 */
export type Rented = {
  __typename?: 'Rented';
  /** The date and time of the first rental. Null if the graph does not contain it in a valid format. */
  firstAt?: Maybe<Scalars['DateTime']['output']>;
  /** The date and time of the most recent rental. Null if the graph does not contain it in a valid format. */
  lastAt?: Maybe<Scalars['DateTime']['output']>;
  /** The rating that the customer gave the film, in the units of the data. Null if it is missing. */
  rating?: Maybe<Scalars['Float']['output']>;
  /** The number of times the customer has rented the film. */
  times: Scalars['Int']['output'];
};

/** Conditions on aggregated values of related nodes. */
export type RentedAggregationWhereInput = {
  /** All of these conditions must be true. */
  AND?: InputMaybe<Array<RentedAggregationWhereInput>>;
  /** This condition must be false. */
  NOT?: InputMaybe<RentedAggregationWhereInput>;
  /** At least one of these conditions must be true. */
  OR?: InputMaybe<Array<RentedAggregationWhereInput>>;
  /** The date and time of the first rental. Null if the graph does not contain it in a valid format. */
  firstAt?: InputMaybe<DateTimeScalarAggregationFilters>;
  /** The date and time of the most recent rental. Null if the graph does not contain it in a valid format. */
  lastAt?: InputMaybe<DateTimeScalarAggregationFilters>;
  /** The rating that the customer gave the film, in the units of the data. Null if it is missing. */
  rating?: InputMaybe<FloatScalarAggregationFilters>;
  /** The number of times the customer has rented the film. */
  times?: InputMaybe<IntScalarAggregationFilters>;
};

/** The sort order of a list. Each item sorts by one field. */
export type RentedSort = {
  /** The date and time of the first rental. Null if the graph does not contain it in a valid format. */
  firstAt?: InputMaybe<SortDirection>;
  /** The date and time of the most recent rental. Null if the graph does not contain it in a valid format. */
  lastAt?: InputMaybe<SortDirection>;
  /** The rating that the customer gave the film, in the units of the data. Null if it is missing. */
  rating?: InputMaybe<SortDirection>;
  /** The number of times the customer has rented the film. */
  times?: InputMaybe<SortDirection>;
};

/** Conditions that must all be true. */
export type RentedWhere = {
  /** All of these conditions must be true. */
  AND?: InputMaybe<Array<RentedWhere>>;
  /** This condition must be false. */
  NOT?: InputMaybe<RentedWhere>;
  /** At least one of these conditions must be true. */
  OR?: InputMaybe<Array<RentedWhere>>;
  /** The date and time of the first rental. Null if the graph does not contain it in a valid format. */
  firstAt?: InputMaybe<DateTimeScalarFilters>;
  /** The date and time of the most recent rental. Null if the graph does not contain it in a valid format. */
  lastAt?: InputMaybe<DateTimeScalarFilters>;
  /** The rating that the customer gave the film, in the units of the data. Null if it is missing. */
  rating?: InputMaybe<FloatScalarFilters>;
  /** The number of times the customer has rented the film. */
  times?: InputMaybe<IntScalarFilters>;
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

/** How a training run was started. */
export type RunKind =
  /** By `startTraining`, the command `reelgraph train` or the server itself. */
  | 'RUN'
  /** By `trainStep`. */
  | 'STEP';

/** A hyperparameter of a training run. */
export type RunSetting = {
  __typename?: 'RunSetting';
  /** The name of the hyperparameter. */
  name: Scalars['String']['output'];
  /** The value as JSON, such as 0.002 or [200,200,200]. */
  value: Scalars['String']['output'];
};

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

/** A type of search result. */
export type SearchType =
  /** Actors, by name. */
  | 'ACTOR'
  /** Films, by title. */
  | 'FILM';

/** A policy that could not take part in an evaluation. */
export type SkippedPolicy = {
  __typename?: 'SkippedPolicy';
  /** The policy. */
  policy: Policy;
  /** The reason. */
  reason: Scalars['String']['output'];
};

/** An enum for sorting in either ascending or descending order. */
export type SortDirection =
  /** Sort by field values in ascending order. */
  | 'ASC'
  /** Sort by field values in descending order. */
  | 'DESC';

/** Input of `startTraining`. */
export type StartTrainingInput = {
  /** The policy to train: DQN or TUTORIAL. Ignored if `resume` is set. */
  policy?: Policy;
  /** The ID of a finished run to resume. The new run starts from its last published version, with the current rentals and films. */
  resume?: InputMaybe<Scalars['ID']['input']>;
  /** The random seed. Default: the seed of the resumed run, or the seed of the server. */
  seed?: InputMaybe<Scalars['Int']['input']>;
  /** The maximum number of steps. Default: chosen by the policy. */
  steps?: InputMaybe<Scalars['Int']['input']>;
};

/** Return type of `startTraining`. */
export type StartTrainingPayload = {
  __typename?: 'StartTrainingPayload';
  /** The run that was started. */
  run: TrainingRun;
};

/** Numbers of nodes and relationships in the graph. */
export type StoreCounts = {
  __typename?: 'StoreCounts';
  /** The number of actors. */
  actors: Scalars['Int']['output'];
  /** The number of categories. */
  categories: Scalars['Int']['output'];
  /** The number of customers. */
  customers: Scalars['Int']['output'];
  /** The number of pairs of a customer and an actor that the customer is a fan of. Null if the graph does not store them. */
  fanOf?: Maybe<Scalars['Int']['output']>;
  /** The number of films. */
  films: Scalars['Int']['output'];
  /** The number of stored recommendation lists. */
  impressions: Scalars['Int']['output'];
  /** The number of stored policy versions. */
  policyVersions: Scalars['Int']['output'];
  /** The number of pairs of a customer and a film that the customer rented. */
  rentals: Scalars['Int']['output'];
  /** The number of training runs. */
  trainingRuns: Scalars['Int']['output'];
};

/** Aggregated values of many nodes. */
export type StringAggregateSelection = {
  __typename?: 'StringAggregateSelection';
  /** The longest text. */
  longest?: Maybe<Scalars['String']['output']>;
  /** The shortest text. */
  shortest?: Maybe<Scalars['String']['output']>;
};

/** Filters for an aggregation of a string field */
export type StringScalarAggregationFilters = {
  /** The mean length in characters. */
  averageLength?: InputMaybe<FloatScalarFilters>;
  /** The length of the longest text in characters. */
  longestLength?: InputMaybe<IntScalarFilters>;
  /** The length of the shortest text in characters. */
  shortestLength?: InputMaybe<IntScalarFilters>;
};

/** String filters */
export type StringScalarFilters = {
  /** Contains this text. */
  contains?: InputMaybe<Scalars['String']['input']>;
  /** Ends with this text. */
  endsWith?: InputMaybe<Scalars['String']['input']>;
  /** Equal to this value. */
  eq?: InputMaybe<Scalars['String']['input']>;
  /** Equal to one of these values. */
  in?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Starts with this text. */
  startsWith?: InputMaybe<Scalars['String']['input']>;
};

/** The subscriptions of the API. */
export type Subscription = {
  __typename?: 'Subscription';
  /** Reports the progress of a training run several times per second until it ends. Available over WebSocket (graphql-ws) and server-sent events, both at /graphql. */
  trainingProgress: TrainingProgress;
};


/** The subscriptions of the API. */
export type SubscriptionTrainingProgressArgs = {
  run: Scalars['ID']['input'];
};

/** The state of the server and its graph. */
export type System = {
  __typename?: 'System';
  /** Numbers of nodes and relationships in the graph. */
  counts: StoreCounts;
  /** Problems with the data in the graph, most important first. `reelgraph doctor` runs the same checks. */
  dataIssues: Array<DataIssue>;
  /** The newest warnings, errors and background activities of this process, newest first. */
  events: Array<SystemEvent>;
  /** Recommendation lists of the last 30 days by day and version, oldest first. */
  impressionDays: Array<ImpressionDay>;
  /** Rentals of the last 30 days that were recorded through the API, oldest first. Days without rentals are left out. */
  rentalDays: Array<RentalDay>;
  /** Versions of the software in use. */
  versions: SystemVersions;
};


/** The state of the server and its graph. */
export type SystemEventsArgs = {
  first?: Scalars['Int']['input'];
};

/** An event in this server process. */
export type SystemEvent = {
  __typename?: 'SystemEvent';
  /** The date and time of the event. */
  at: Scalars['DateTime']['output'];
  /** The message of the error that caused the event, if any. */
  cause?: Maybe<Scalars['String']['output']>;
  /** The severity. */
  level: EventLevel;
  /** The message. */
  message: Scalars['String']['output'];
};

/** Versions of the software in use. */
export type SystemVersions = {
  __typename?: 'SystemVersions';
  /** The edition of Neo4j. */
  edition: Scalars['String']['output'];
  /** The tensor engine of this process: tensorflow, wasm or cpu. */
  engine: Scalars['String']['output'];
  /** The version of the tensor engine. */
  engineVersion: Scalars['String']['output'];
  /** The version of Graph Data Science. Null if it is not installed. */
  gds?: Maybe<Scalars['String']['output']>;
  /** The version of Neo4j. */
  neo4j: Scalars['String']['output'];
  /** The version of Node.js. */
  node: Scalars['String']['output'];
};

/** Input of `trainStep`. */
export type TrainStepInput = {
  /** The policy to train, DQN or TUTORIAL. */
  policy?: Policy;
  /** The number of training steps to take, between 1 and 10,000. */
  steps?: Scalars['Int']['input'];
};

/** Return type of `trainStep`: the state of the policy after the last step. */
export type TrainStepPayload = {
  __typename?: 'TrainStepPayload';
  /** The probability that the next step acts at random. */
  epsilon: Scalars['Float']['output'];
  /** The mean loss of the last steps. Null if no weights were updated. */
  loss?: Maybe<Scalars['Float']['output']>;
  /** The moving average of the reward. */
  meanReward: Scalars['Float']['output'];
  /** The policy that was trained. */
  policy: Policy;
  /** The mean reward of the last steps: the number of recommended films the customer had rented. */
  reward: Scalars['Float']['output'];
  /** The ID of the training run with the learning curve of these steps. */
  run: Scalars['ID']['output'];
  /** The total number of training steps the policy has taken. */
  step: Scalars['Int']['output'];
  /** The version with the new weights. */
  version?: Maybe<Scalars['String']['output']>;
};

/** The current progress of a training run. */
export type TrainingProgress = {
  __typename?: 'TrainingProgress';
  /** The probability that the next step acts at random. */
  epsilon: Scalars['Float']['output'];
  /** The mean loss of the latest steps. Null if no weights were updated. */
  loss?: Maybe<Scalars['Float']['output']>;
  /** The moving average of the reward. */
  meanReward: Scalars['Float']['output'];
  /** The mean reward of the latest steps. */
  reward: Scalars['Float']['output'];
  /** The ID of the run. */
  run: Scalars['ID']['output'];
  /** The status of the run. */
  status: RunStatus;
  /** The number of steps taken. */
  step: Scalars['Int']['output'];
  /** The current number of steps per second. */
  stepsPerSecond: Scalars['Float']['output'];
  /** The best NDCG@10 so far on the validation slice used for early stopping. Null for policies without validation. */
  validation?: Maybe<Scalars['Float']['output']>;
};

/** A training run of a policy. */
export type TrainingRun = Node & {
  __typename?: 'TrainingRun';
  /** Loss, reward and other measures over the steps of the run, averaged to at most `points` points. */
  curve: Array<CurvePoint>;
  /** The tensor engine of the run: tensorflow, wasm or cpu. */
  engine: Scalars['String']['output'];
  /** The version of the tensor engine. */
  engineVersion: Scalars['String']['output'];
  /** The probability that the next step acts at random. */
  epsilon: Scalars['Float']['output'];
  /** The error message, if it failed. */
  error?: Maybe<Scalars['String']['output']>;
  /** The date and time the run ended. For an interrupted run, the time of its last heartbeat. */
  finishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The number of steps before this run, which `step` includes: those of the run it was resumed from. */
  firstStep: Scalars['Int']['output'];
  /** The unique ID of the run. */
  id: Scalars['ID']['output'];
  /** Whether the run was started by `startTraining` or by `trainStep`. */
  kind: RunKind;
  /** The policy being trained. */
  policy: Policy;
  /** The ID of the run this run was resumed from. */
  resumedFrom?: Maybe<Scalars['ID']['output']>;
  /** The random seed. */
  seed: Scalars['Int']['output'];
  /** The hyperparameters of the run. Empty for runs of older server versions, which did not record them. */
  settings: Array<RunSetting>;
  /** The date and time it started. */
  startedAt: Scalars['DateTime']['output'];
  /** The status of the run. */
  status: RunStatus;
  /** The number of steps taken, including those of the run it was resumed from. */
  step: Scalars['Int']['output'];
  /** The maximum number of steps of this run, without those of earlier runs. */
  steps: Scalars['Int']['output'];
  /** The current number of steps per second. */
  stepsPerSecond: Scalars['Float']['output'];
  /** The best NDCG@10 so far on the validation slice used for early stopping. Null for policies without validation. */
  validation?: Maybe<Scalars['Float']['output']>;
  /** The most recent version the run published. */
  version?: Maybe<Scalars['String']['output']>;
};


/** A training run of a policy. */
export type TrainingRunCurveArgs = {
  points?: Scalars['Int']['input'];
};

/** The mean of a candidate's customers minus the mean of the others, adjusted for their behavior before the trial. */
export type TrialDifference = {
  __typename?: 'TrialDifference';
  /** The difference of the means. */
  difference: Scalars['Float']['output'];
  /** The upper bound of its 97.5% interval. Null before anything differs between customers. */
  high?: Maybe<Scalars['Float']['output']>;
  /** The lower bound of its 97.5% interval, which is valid on every day. Null before anything differs between customers. */
  low?: Maybe<Scalars['Float']['output']>;
  /** The result of the sequential test. */
  verdict: TrialVerdict;
};

/** The customers who visited since a trial started, and the differences between its halves. */
export type TrialResults = {
  __typename?: 'TrialResults';
  /** The number of customers whom the candidate serves. */
  candidateCustomers: Scalars['Int']['output'];
  /** The number of customers whom the promoted policy serves. */
  currentCustomers: Scalars['Int']['output'];
  /** The difference in rentals per customer. */
  rentals: TrialDifference;
  /** The difference in visits per customer. A visit is a calendar day in UTC on which a customer was served a list. */
  visits: TrialDifference;
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

/** The caller of a request. */
export type Viewer = {
  __typename?: 'Viewer';
  /** The ID of the customer. Null for all roles except CUSTOMER. */
  customerId?: Maybe<Scalars['ID']['output']>;
  /** The role of the caller. ADMIN if the server does not require authentication. */
  role: Role;
};

/** Input of `writeEmbeddings`. */
export type WriteEmbeddingsInput = {
  /** The embeddings to write. */
  embeddings?: Array<Embedding>;
};

/** Return type of `writeEmbeddings`. */
export type WriteEmbeddingsPayload = {
  __typename?: 'WriteEmbeddingsPayload';
  /** The embeddings that were written. */
  written: Array<WrittenEmbedding>;
};

/** A summary of one embedding that was written. */
export type WrittenEmbedding = {
  __typename?: 'WrittenEmbedding';
  /** The number of dimensions. */
  dimension: Scalars['Int']['output'];
  /** The embedding. */
  embedding: Embedding;
  /** The number of nodes that received an embedding. */
  nodes: Scalars['Int']['output'];
  /** The node property that stores the embedding. */
  property: Scalars['String']['output'];
  /** The time Graph Data Science took, in seconds. */
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




/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node:
    | ( Omit<Actor, 'films' | 'filmsConnection'> & { films: Array<_RefType['Film']>, filmsConnection: _RefType['ActorFilmsConnection'] } )
    | ( Omit<Category, 'films' | 'filmsConnection'> & { films: Array<_RefType['Film']>, filmsConnection: _RefType['CategoryFilmsConnection'] } )
    | ( Omit<Customer, 'fanOf' | 'fanOfConnection' | 'recommendations' | 'rented' | 'rentedConnection'> & { fanOf: Array<_RefType['Actor']>, fanOfConnection: _RefType['CustomerFanOfConnection'], recommendations?: Maybe<_RefType['RecommendationList']>, rented: Array<_RefType['Film']>, rentedConnection: _RefType['CustomerRentedConnection'] } )
    | ( Evaluation )
    | ( Omit<Film, 'actors' | 'actorsConnection' | 'categories' | 'categoriesConnection' | 'neighbors'> & { actors: Array<_RefType['Actor']>, actorsConnection: _RefType['FilmActorsConnection'], categories: Array<_RefType['Category']>, categoriesConnection: _RefType['FilmCategoriesConnection'], neighbors?: Maybe<Array<_RefType['FilmNeighbor']>> } )
    | ( PolicyVersionSource )
    | ( TrainingRunSource )
  ;
};

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
  AgentStatus: AgentStatus;
  Autopilot: ResolverTypeWrapper<Autopilot>;
  AutopilotState: AutopilotState;
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
  ChosenSetting: ResolverTypeWrapper<ChosenSetting>;
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
  DataIssue: ResolverTypeWrapper<DataIssue>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DateTimeAggregateSelection: ResolverTypeWrapper<DateTimeAggregateSelection>;
  DateTimeScalarAggregationFilters: DateTimeScalarAggregationFilters;
  DateTimeScalarFilters: DateTimeScalarFilters;
  Embedding: Embedding;
  EndTrialInput: EndTrialInput;
  EndTrialPayload: ResolverTypeWrapper<EndTrialPayload>;
  EvaluatePoliciesInput: EvaluatePoliciesInput;
  EvaluatePoliciesPayload: ResolverTypeWrapper<EvaluatePoliciesPayload>;
  Evaluation: ResolverTypeWrapper<Evaluation>;
  EvaluationSplit: EvaluationSplit;
  EventLevel: EventLevel;
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
  GroupEvaluation: ResolverTypeWrapper<GroupEvaluation>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  IDScalarFilters: IdScalarFilters;
  ImpressionDay: ResolverTypeWrapper<ImpressionDay>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  IntAggregateSelection: ResolverTypeWrapper<IntAggregateSelection>;
  IntScalarAggregationFilters: IntScalarAggregationFilters;
  IntScalarFilters: IntScalarFilters;
  Interval: ResolverTypeWrapper<Interval>;
  LearnerState: ResolverTypeWrapper<LearnerState>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  OffPolicyEstimate: ResolverTypeWrapper<OffPolicyEstimate>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Policy: Policy;
  PolicyDifference: ResolverTypeWrapper<PolicyDifference>;
  PolicyEvaluation: ResolverTypeWrapper<PolicyEvaluation>;
  PolicyVersion: ResolverTypeWrapper<PolicyVersionSource>;
  PopularityEvaluation: ResolverTypeWrapper<PopularityEvaluation>;
  Projection: Projection;
  PromotePolicyInput: PromotePolicyInput;
  PromotePolicyPayload: ResolverTypeWrapper<PromotePolicyPayload>;
  Promotion: ResolverTypeWrapper<Promotion>;
  PromotionTrial: ResolverTypeWrapper<PromotionTrial>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Ranking: Ranking;
  Reason: ResolverTypeWrapper<ReasonSource>;
  Recommendation: ResolverTypeWrapper<RecommendationSource>;
  RecommendationList: ResolverTypeWrapper<RecommendationListSource>;
  RecordRatingInput: RecordRatingInput;
  RecordRatingPayload: ResolverTypeWrapper<Rating>;
  RecordRentalInput: RecordRentalInput;
  RecordRentalPayload: ResolverTypeWrapper<RecordedRental>;
  RentalDay: ResolverTypeWrapper<RentalDay>;
  Rented: ResolverTypeWrapper<Rented>;
  RentedAggregationWhereInput: RentedAggregationWhereInput;
  RentedSort: RentedSort;
  RentedWhere: RentedWhere;
  Role: Role;
  RunKind: RunKind;
  RunSetting: ResolverTypeWrapper<RunSetting>;
  RunStatus: RunStatus;
  SearchType: SearchType;
  SkippedPolicy: ResolverTypeWrapper<SkippedPolicy>;
  SortDirection: SortDirection;
  StartTrainingInput: StartTrainingInput;
  StartTrainingPayload: ResolverTypeWrapper<Omit<StartTrainingPayload, 'run'> & { run: ResolversTypes['TrainingRun'] }>;
  StoreCounts: ResolverTypeWrapper<StoreCounts>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  StringAggregateSelection: ResolverTypeWrapper<StringAggregateSelection>;
  StringScalarAggregationFilters: StringScalarAggregationFilters;
  StringScalarFilters: StringScalarFilters;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  System: ResolverTypeWrapper<System>;
  SystemEvent: ResolverTypeWrapper<SystemEvent>;
  SystemVersions: ResolverTypeWrapper<SystemVersions>;
  TrainStepInput: TrainStepInput;
  TrainStepPayload: ResolverTypeWrapper<TrainStepPayload>;
  TrainingProgress: ResolverTypeWrapper<TrainingProgress>;
  TrainingRun: ResolverTypeWrapper<TrainingRunSource>;
  TrialDifference: ResolverTypeWrapper<TrialDifference>;
  TrialResults: ResolverTypeWrapper<TrialResults>;
  TrialStatus: TrialStatus;
  TrialVerdict: TrialVerdict;
  Viewer: ResolverTypeWrapper<Viewer>;
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
  Autopilot: Autopilot;
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
  ChosenSetting: ChosenSetting;
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
  DataIssue: DataIssue;
  DateTime: Scalars['DateTime']['output'];
  DateTimeAggregateSelection: DateTimeAggregateSelection;
  DateTimeScalarAggregationFilters: DateTimeScalarAggregationFilters;
  DateTimeScalarFilters: DateTimeScalarFilters;
  EndTrialInput: EndTrialInput;
  EndTrialPayload: EndTrialPayload;
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
  GroupEvaluation: GroupEvaluation;
  ID: Scalars['ID']['output'];
  IDScalarFilters: IdScalarFilters;
  ImpressionDay: ImpressionDay;
  Int: Scalars['Int']['output'];
  IntAggregateSelection: IntAggregateSelection;
  IntScalarAggregationFilters: IntScalarAggregationFilters;
  IntScalarFilters: IntScalarFilters;
  Interval: Interval;
  LearnerState: LearnerState;
  Mutation: Record<PropertyKey, never>;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  OffPolicyEstimate: OffPolicyEstimate;
  PageInfo: PageInfo;
  PolicyDifference: PolicyDifference;
  PolicyEvaluation: PolicyEvaluation;
  PolicyVersion: PolicyVersionSource;
  PopularityEvaluation: PopularityEvaluation;
  PromotePolicyInput: PromotePolicyInput;
  PromotePolicyPayload: PromotePolicyPayload;
  Promotion: Promotion;
  PromotionTrial: PromotionTrial;
  Query: Record<PropertyKey, never>;
  Reason: ReasonSource;
  Recommendation: RecommendationSource;
  RecommendationList: RecommendationListSource;
  RecordRatingInput: RecordRatingInput;
  RecordRatingPayload: Rating;
  RecordRentalInput: RecordRentalInput;
  RecordRentalPayload: RecordedRental;
  RentalDay: RentalDay;
  Rented: Rented;
  RentedAggregationWhereInput: RentedAggregationWhereInput;
  RentedSort: RentedSort;
  RentedWhere: RentedWhere;
  RunSetting: RunSetting;
  SkippedPolicy: SkippedPolicy;
  StartTrainingInput: StartTrainingInput;
  StartTrainingPayload: Omit<StartTrainingPayload, 'run'> & { run: ResolversParentTypes['TrainingRun'] };
  StoreCounts: StoreCounts;
  String: Scalars['String']['output'];
  StringAggregateSelection: StringAggregateSelection;
  StringScalarAggregationFilters: StringScalarAggregationFilters;
  StringScalarFilters: StringScalarFilters;
  Subscription: Record<PropertyKey, never>;
  System: System;
  SystemEvent: SystemEvent;
  SystemVersions: SystemVersions;
  TrainStepInput: TrainStepInput;
  TrainStepPayload: TrainStepPayload;
  TrainingProgress: TrainingProgress;
  TrainingRun: TrainingRunSource;
  TrialDifference: TrialDifference;
  TrialResults: TrialResults;
  Viewer: Viewer;
  WriteEmbeddingsInput: WriteEmbeddingsInput;
  WriteEmbeddingsPayload: WriteEmbeddingsPayload;
  WrittenEmbedding: WrittenEmbedding;
};

export type ActorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Actor'] = ResolversParentTypes['Actor']> = {
  actorId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  films?: Resolver<Array<ResolversTypes['Film']>, ParentType, ContextType, Partial<ActorFilmsArgs>>;
  filmsConnection?: Resolver<ResolversTypes['ActorFilmsConnection'], ParentType, ContextType, Partial<ActorFilmsConnectionArgs>>;
  firstName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
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
  autopilot?: Resolver<ResolversTypes['Autopilot'], ParentType, ContextType>;
  degradedReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  engine?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  engineVersion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  epsilon?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  learners?: Resolver<Array<ResolversTypes['LearnerState']>, ParentType, ContextType>;
  meanReward?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  policy?: Resolver<ResolversTypes['Policy'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  seed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['AgentStatus'], ParentType, ContextType>;
  step?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  trial?: Resolver<Maybe<ResolversTypes['PromotionTrial']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AutopilotResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Autopilot'] = ResolversParentTypes['Autopilot']> = {
  lastError?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nextAttemptAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['AutopilotState'], ParentType, ContextType>;
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
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
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

export type ChosenSettingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChosenSetting'] = ResolversParentTypes['ChosenSetting']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
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
  seconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  step?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  validation?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type CustomerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Customer'] = ResolversParentTypes['Customer']> = {
  customerId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  fanOf?: Resolver<Array<ResolversTypes['Actor']>, ParentType, ContextType, Partial<CustomerFanOfArgs>>;
  fanOfConnection?: Resolver<ResolversTypes['CustomerFanOfConnection'], ParentType, ContextType, Partial<CustomerFanOfConnectionArgs>>;
  firstName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recommendations?: Resolver<Maybe<ResolversTypes['RecommendationList']>, ParentType, ContextType, RequireFields<CustomerRecommendationsArgs, 'diversity' | 'excludeRented' | 'first'>>;
  rented?: Resolver<Array<ResolversTypes['Film']>, ParentType, ContextType, Partial<CustomerRentedArgs>>;
  rentedConnection?: Resolver<ResolversTypes['CustomerRentedConnection'], ParentType, ContextType, Partial<CustomerRentedConnectionArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
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
  rating?: Resolver<ResolversTypes['FloatAggregateSelection'], ParentType, ContextType>;
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

export type DataIssueResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DataIssue'] = ResolversParentTypes['DataIssue']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  examples?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  isLeftOut?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  remedy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DateTimeAggregateSelectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DateTimeAggregateSelection'] = ResolversParentTypes['DateTimeAggregateSelection']> = {
  max?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  min?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type EndTrialPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EndTrialPayload'] = ResolversParentTypes['EndTrialPayload']> = {
  trial?: Resolver<ResolversTypes['PromotionTrial'], ParentType, ContextType>;
};

export type EvaluatePoliciesPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EvaluatePoliciesPayload'] = ResolversParentTypes['EvaluatePoliciesPayload']> = {
  evaluation?: Resolver<ResolversTypes['Evaluation'], ParentType, ContextType>;
};

export type EvaluationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Evaluation'] = ResolversParentTypes['Evaluation']> = {
  customers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  date?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  engine?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  k?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  offPolicy?: Resolver<Array<ResolversTypes['OffPolicyEstimate']>, ParentType, ContextType>;
  results?: Resolver<Array<ResolversTypes['PolicyEvaluation']>, ParentType, ContextType>;
  seed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  share?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  skipped?: Resolver<Array<ResolversTypes['SkippedPolicy']>, ParentType, ContextType>;
  split?: Resolver<ResolversTypes['EvaluationSplit'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['RunStatus'], ParentType, ContextType>;
  testRentals?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  trainRentals?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FilmResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Film'] = ResolversParentTypes['Film']> = {
  actors?: Resolver<Array<ResolversTypes['Actor']>, ParentType, ContextType, Partial<FilmActorsArgs>>;
  actorsConnection?: Resolver<ResolversTypes['FilmActorsConnection'], ParentType, ContextType, Partial<FilmActorsConnectionArgs>>;
  categories?: Resolver<Array<ResolversTypes['Category']>, ParentType, ContextType, Partial<FilmCategoriesArgs>>;
  categoriesConnection?: Resolver<ResolversTypes['FilmCategoriesConnection'], ParentType, ContextType, Partial<FilmCategoriesConnectionArgs>>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  filmId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  language?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  length?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  neighbors?: Resolver<Maybe<Array<ResolversTypes['FilmNeighbor']>>, ParentType, ContextType, RequireFields<FilmNeighborsArgs, 'embedding' | 'first'>>;
  rating?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  releaseYear?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  rentalRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
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

export type GroupEvaluationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GroupEvaluation'] = ResolversParentTypes['GroupEvaluation']> = {
  cases?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  group?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  ndcg?: Resolver<ResolversTypes['Interval'], ParentType, ContextType>;
  profileLength?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  recall?: Resolver<ResolversTypes['Interval'], ParentType, ContextType>;
};

export type ImpressionDayResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImpressionDay'] = ResolversParentTypes['ImpressionDay']> = {
  date?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  impressions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  policy?: Resolver<ResolversTypes['Policy'], ParentType, ContextType>;
  rented?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
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

export type LearnerStateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LearnerState'] = ResolversParentTypes['LearnerState']> = {
  engine?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  epsilon?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  meanReward?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  policy?: Resolver<ResolversTypes['Policy'], ParentType, ContextType>;
  ranking?: Resolver<ResolversTypes['Ranking'], ParentType, ContextType>;
  rankingReason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  seed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  step?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  cancelTraining?: Resolver<Maybe<ResolversTypes['CancelTrainingPayload']>, ParentType, ContextType, RequireFields<MutationCancelTrainingArgs, 'input'>>;
  endTrial?: Resolver<Maybe<ResolversTypes['EndTrialPayload']>, ParentType, ContextType, RequireFields<MutationEndTrialArgs, 'input'>>;
  evaluatePolicies?: Resolver<Maybe<ResolversTypes['EvaluatePoliciesPayload']>, ParentType, ContextType, RequireFields<MutationEvaluatePoliciesArgs, 'input'>>;
  promotePolicy?: Resolver<Maybe<ResolversTypes['PromotePolicyPayload']>, ParentType, ContextType, RequireFields<MutationPromotePolicyArgs, 'input'>>;
  recordRating?: Resolver<Maybe<ResolversTypes['RecordRatingPayload']>, ParentType, ContextType, RequireFields<MutationRecordRatingArgs, 'input'>>;
  recordRental?: Resolver<Maybe<ResolversTypes['RecordRentalPayload']>, ParentType, ContextType, RequireFields<MutationRecordRentalArgs, 'input'>>;
  startTraining?: Resolver<Maybe<ResolversTypes['StartTrainingPayload']>, ParentType, ContextType, RequireFields<MutationStartTrainingArgs, 'input'>>;
  trainStep?: Resolver<Maybe<ResolversTypes['TrainStepPayload']>, ParentType, ContextType, Partial<MutationTrainStepArgs>>;
  writeEmbeddings?: Resolver<Maybe<ResolversTypes['WriteEmbeddingsPayload']>, ParentType, ContextType, RequireFields<MutationWriteEmbeddingsArgs, 'input'>>;
};

export type NodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Actor' | 'Category' | 'Customer' | 'Evaluation' | 'Film' | 'PolicyVersion' | 'TrainingRun', ParentType, ContextType>;
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

export type PolicyDifferenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PolicyDifference'] = ResolversParentTypes['PolicyDifference']> = {
  ndcg?: Resolver<ResolversTypes['Interval'], ParentType, ContextType>;
  policy?: Resolver<ResolversTypes['Policy'], ParentType, ContextType>;
};

export type PolicyEvaluationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PolicyEvaluation'] = ResolversParentTypes['PolicyEvaluation']> = {
  answerMilliseconds?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  coverage?: Resolver<ResolversTypes['Interval'], ParentType, ContextType>;
  differences?: Resolver<Array<ResolversTypes['PolicyDifference']>, ParentType, ContextType>;
  groups?: Resolver<Array<ResolversTypes['GroupEvaluation']>, ParentType, ContextType>;
  hitRate?: Resolver<ResolversTypes['Interval'], ParentType, ContextType>;
  ndcg?: Resolver<ResolversTypes['Interval'], ParentType, ContextType>;
  novelty?: Resolver<ResolversTypes['Interval'], ParentType, ContextType>;
  policy?: Resolver<ResolversTypes['Policy'], ParentType, ContextType>;
  popularity?: Resolver<Array<ResolversTypes['PopularityEvaluation']>, ParentType, ContextType>;
  recall?: Resolver<ResolversTypes['Interval'], ParentType, ContextType>;
  settings?: Resolver<Array<ResolversTypes['ChosenSetting']>, ParentType, ContextType>;
  trainSeconds?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type PolicyVersionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PolicyVersion'] = ResolversParentTypes['PolicyVersion']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  policy?: Resolver<ResolversTypes['Policy'], ParentType, ContextType>;
  publishedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  run?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  step?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  validation?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PopularityEvaluationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PopularityEvaluation'] = ResolversParentTypes['PopularityEvaluation']> = {
  maxRentals?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  meanRank?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  recall?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  shown?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  testRentals?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
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

export type PromotionTrialResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PromotionTrial'] = ResolversParentTypes['PromotionTrial']> = {
  currentPolicy?: Resolver<ResolversTypes['Policy'], ParentType, ContextType>;
  currentVersion?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  day?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  policy?: Resolver<ResolversTypes['Policy'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  results?: Resolver<Maybe<ResolversTypes['TrialResults']>, ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['TrialStatus'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  actors?: Resolver<Array<ResolversTypes['Actor']>, ParentType, ContextType, Partial<QueryActorsArgs>>;
  actorsConnection?: Resolver<ResolversTypes['ActorsConnection'], ParentType, ContextType, Partial<QueryActorsConnectionArgs>>;
  agent?: Resolver<ResolversTypes['Agent'], ParentType, ContextType>;
  categories?: Resolver<Array<ResolversTypes['Category']>, ParentType, ContextType, Partial<QueryCategoriesArgs>>;
  categoriesConnection?: Resolver<ResolversTypes['CategoriesConnection'], ParentType, ContextType, Partial<QueryCategoriesConnectionArgs>>;
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType, RequireFields<QueryCustomerArgs, 'id'>>;
  customers?: Resolver<Array<ResolversTypes['Customer']>, ParentType, ContextType, Partial<QueryCustomersArgs>>;
  customersConnection?: Resolver<ResolversTypes['CustomersConnection'], ParentType, ContextType, Partial<QueryCustomersConnectionArgs>>;
  embeddingNeighbors?: Resolver<Maybe<Array<ResolversTypes['FilmNeighbor']>>, ParentType, ContextType, RequireFields<QueryEmbeddingNeighborsArgs, 'embedding' | 'film' | 'first'>>;
  evaluation?: Resolver<Maybe<ResolversTypes['Evaluation']>, ParentType, ContextType, RequireFields<QueryEvaluationArgs, 'id'>>;
  evaluations?: Resolver<Array<ResolversTypes['Evaluation']>, ParentType, ContextType, RequireFields<QueryEvaluationsArgs, 'first'>>;
  film?: Resolver<Maybe<ResolversTypes['Film']>, ParentType, ContextType, RequireFields<QueryFilmArgs, 'id'>>;
  filmMap?: Resolver<Array<ResolversTypes['FilmPoint']>, ParentType, ContextType, RequireFields<QueryFilmMapArgs, 'embedding' | 'projection'>>;
  films?: Resolver<Array<ResolversTypes['Film']>, ParentType, ContextType, Partial<QueryFilmsArgs>>;
  filmsConnection?: Resolver<ResolversTypes['FilmsConnection'], ParentType, ContextType, Partial<QueryFilmsConnectionArgs>>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  policyVersions?: Resolver<Array<ResolversTypes['PolicyVersion']>, ParentType, ContextType, RequireFields<QueryPolicyVersionsArgs, 'first'>>;
  promotionTrials?: Resolver<Array<ResolversTypes['PromotionTrial']>, ParentType, ContextType, RequireFields<QueryPromotionTrialsArgs, 'first'>>;
  promotions?: Resolver<Array<ResolversTypes['Promotion']>, ParentType, ContextType, RequireFields<QueryPromotionsArgs, 'first'>>;
  recommendations?: Resolver<Maybe<ResolversTypes['RecommendationList']>, ParentType, ContextType, RequireFields<QueryRecommendationsArgs, 'customer' | 'diversity' | 'excludeRented' | 'first'>>;
  recommendationsFor?: Resolver<Maybe<ResolversTypes['RecommendationList']>, ParentType, ContextType, RequireFields<QueryRecommendationsForArgs, 'diversity' | 'films' | 'first'>>;
  search?: Resolver<Array<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QuerySearchArgs, 'first' | 'text' | 'types'>>;
  system?: Resolver<ResolversTypes['System'], ParentType, ContextType>;
  trainingRun?: Resolver<Maybe<ResolversTypes['TrainingRun']>, ParentType, ContextType, RequireFields<QueryTrainingRunArgs, 'id'>>;
  trainingRuns?: Resolver<Array<ResolversTypes['TrainingRun']>, ParentType, ContextType, RequireFields<QueryTrainingRunsArgs, 'first'>>;
  viewer?: Resolver<ResolversTypes['Viewer'], ParentType, ContextType>;
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
  ranking?: Resolver<ResolversTypes['Ranking'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RecordRatingPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecordRatingPayload'] = ResolversParentTypes['RecordRatingPayload']> = {
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  film?: Resolver<Maybe<ResolversTypes['Film']>, ParentType, ContextType>;
  rating?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type RecordRentalPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecordRentalPayload'] = ResolversParentTypes['RecordRentalPayload']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  film?: Resolver<Maybe<ResolversTypes['Film']>, ParentType, ContextType>;
  repeated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  times?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RentalDayResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RentalDay'] = ResolversParentTypes['RentalDay']> = {
  attributed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  date?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rentals?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RentedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Rented'] = ResolversParentTypes['Rented']> = {
  firstAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lastAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  rating?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  times?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RunSettingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RunSetting'] = ResolversParentTypes['RunSetting']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SkippedPolicyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SkippedPolicy'] = ResolversParentTypes['SkippedPolicy']> = {
  policy?: Resolver<ResolversTypes['Policy'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type StartTrainingPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StartTrainingPayload'] = ResolversParentTypes['StartTrainingPayload']> = {
  run?: Resolver<ResolversTypes['TrainingRun'], ParentType, ContextType>;
};

export type StoreCountsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StoreCounts'] = ResolversParentTypes['StoreCounts']> = {
  actors?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  categories?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  customers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  fanOf?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  films?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  impressions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  policyVersions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rentals?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  trainingRuns?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type StringAggregateSelectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StringAggregateSelection'] = ResolversParentTypes['StringAggregateSelection']> = {
  longest?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  shortest?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  trainingProgress?: SubscriptionResolver<ResolversTypes['TrainingProgress'], "trainingProgress", ParentType, ContextType, RequireFields<SubscriptionTrainingProgressArgs, 'run'>>;
};

export type SystemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['System'] = ResolversParentTypes['System']> = {
  counts?: Resolver<ResolversTypes['StoreCounts'], ParentType, ContextType>;
  dataIssues?: Resolver<Array<ResolversTypes['DataIssue']>, ParentType, ContextType>;
  events?: Resolver<Array<ResolversTypes['SystemEvent']>, ParentType, ContextType, RequireFields<SystemEventsArgs, 'first'>>;
  impressionDays?: Resolver<Array<ResolversTypes['ImpressionDay']>, ParentType, ContextType>;
  rentalDays?: Resolver<Array<ResolversTypes['RentalDay']>, ParentType, ContextType>;
  versions?: Resolver<ResolversTypes['SystemVersions'], ParentType, ContextType>;
};

export type SystemEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SystemEvent'] = ResolversParentTypes['SystemEvent']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  cause?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  level?: Resolver<ResolversTypes['EventLevel'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SystemVersionsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SystemVersions'] = ResolversParentTypes['SystemVersions']> = {
  edition?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  engine?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  engineVersion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  gds?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  neo4j?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TrainStepPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TrainStepPayload'] = ResolversParentTypes['TrainStepPayload']> = {
  epsilon?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  loss?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  meanReward?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  policy?: Resolver<ResolversTypes['Policy'], ParentType, ContextType>;
  reward?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  run?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  step?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
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
  firstStep?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['RunKind'], ParentType, ContextType>;
  policy?: Resolver<ResolversTypes['Policy'], ParentType, ContextType>;
  resumedFrom?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  seed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  settings?: Resolver<Array<ResolversTypes['RunSetting']>, ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['RunStatus'], ParentType, ContextType>;
  step?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  steps?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  stepsPerSecond?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  validation?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TrialDifferenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TrialDifference'] = ResolversParentTypes['TrialDifference']> = {
  difference?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  high?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  low?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  verdict?: Resolver<ResolversTypes['TrialVerdict'], ParentType, ContextType>;
};

export type TrialResultsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TrialResults'] = ResolversParentTypes['TrialResults']> = {
  candidateCustomers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  currentCustomers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rentals?: Resolver<ResolversTypes['TrialDifference'], ParentType, ContextType>;
  visits?: Resolver<ResolversTypes['TrialDifference'], ParentType, ContextType>;
};

export type ViewerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer']> = {
  customerId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
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
  Autopilot?: AutopilotResolvers<ContextType>;
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
  ChosenSetting?: ChosenSettingResolvers<ContextType>;
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
  DataIssue?: DataIssueResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  DateTimeAggregateSelection?: DateTimeAggregateSelectionResolvers<ContextType>;
  EndTrialPayload?: EndTrialPayloadResolvers<ContextType>;
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
  GroupEvaluation?: GroupEvaluationResolvers<ContextType>;
  ImpressionDay?: ImpressionDayResolvers<ContextType>;
  IntAggregateSelection?: IntAggregateSelectionResolvers<ContextType>;
  Interval?: IntervalResolvers<ContextType>;
  LearnerState?: LearnerStateResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  OffPolicyEstimate?: OffPolicyEstimateResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PolicyDifference?: PolicyDifferenceResolvers<ContextType>;
  PolicyEvaluation?: PolicyEvaluationResolvers<ContextType>;
  PolicyVersion?: PolicyVersionResolvers<ContextType>;
  PopularityEvaluation?: PopularityEvaluationResolvers<ContextType>;
  PromotePolicyPayload?: PromotePolicyPayloadResolvers<ContextType>;
  Promotion?: PromotionResolvers<ContextType>;
  PromotionTrial?: PromotionTrialResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Reason?: ReasonResolvers<ContextType>;
  Recommendation?: RecommendationResolvers<ContextType>;
  RecommendationList?: RecommendationListResolvers<ContextType>;
  RecordRatingPayload?: RecordRatingPayloadResolvers<ContextType>;
  RecordRentalPayload?: RecordRentalPayloadResolvers<ContextType>;
  RentalDay?: RentalDayResolvers<ContextType>;
  Rented?: RentedResolvers<ContextType>;
  RunSetting?: RunSettingResolvers<ContextType>;
  SkippedPolicy?: SkippedPolicyResolvers<ContextType>;
  StartTrainingPayload?: StartTrainingPayloadResolvers<ContextType>;
  StoreCounts?: StoreCountsResolvers<ContextType>;
  StringAggregateSelection?: StringAggregateSelectionResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  System?: SystemResolvers<ContextType>;
  SystemEvent?: SystemEventResolvers<ContextType>;
  SystemVersions?: SystemVersionsResolvers<ContextType>;
  TrainStepPayload?: TrainStepPayloadResolvers<ContextType>;
  TrainingProgress?: TrainingProgressResolvers<ContextType>;
  TrainingRun?: TrainingRunResolvers<ContextType>;
  TrialDifference?: TrialDifferenceResolvers<ContextType>;
  TrialResults?: TrialResultsResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
  WriteEmbeddingsPayload?: WriteEmbeddingsPayloadResolvers<ContextType>;
  WrittenEmbedding?: WrittenEmbeddingResolvers<ContextType>;
};

