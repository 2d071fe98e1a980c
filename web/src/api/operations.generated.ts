/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Conditions on what is computed over related nodes. */
export type ActorFilmsConnectionAggregateInput = {
  /** All of these must hold. */
  AND?: Array<ActorFilmsConnectionAggregateInput> | null | undefined;
  /** This must not hold. */
  NOT?: ActorFilmsConnectionAggregateInput | null | undefined;
  /** At least one of these must hold. */
  OR?: Array<ActorFilmsConnectionAggregateInput> | null | undefined;
  /** How many there are. */
  count?: ConnectionAggregationCountFilterInput | null | undefined;
  /** The node. */
  node?: ActorFilmsNodeAggregationWhereInput | null | undefined;
};

/** Conditions on related nodes, by how many must meet them. */
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

/** Conditions; all of those given must hold. */
export type ActorFilmsConnectionWhere = {
  /** All of these must hold. */
  AND?: Array<ActorFilmsConnectionWhere> | null | undefined;
  /** This must not hold. */
  NOT?: ActorFilmsConnectionWhere | null | undefined;
  /** At least one of these must hold. */
  OR?: Array<ActorFilmsConnectionWhere> | null | undefined;
  /** The node. */
  node?: FilmWhere | null | undefined;
};

/** Conditions on what is computed over related nodes. */
export type ActorFilmsNodeAggregationWhereInput = {
  /** All of these must hold. */
  AND?: Array<ActorFilmsNodeAggregationWhereInput> | null | undefined;
  /** This must not hold. */
  NOT?: ActorFilmsNodeAggregationWhereInput | null | undefined;
  /** At least one of these must hold. */
  OR?: Array<ActorFilmsNodeAggregationWhereInput> | null | undefined;
  /** What the film is about, where the store says so. */
  description?: StringScalarAggregationFilters | null | undefined;
  /** The language that the film is spoken in. */
  language?: StringScalarAggregationFilters | null | undefined;
  /** How long the film runs, in minutes. */
  length?: IntScalarAggregationFilters | null | undefined;
  /** The film's age rating, such as PG-13. */
  rating?: StringScalarAggregationFilters | null | undefined;
  /** The year in which the film came out. */
  releaseYear?: IntScalarAggregationFilters | null | undefined;
  /** What a rental costs, in the store's currency. */
  rentalRate?: FloatScalarAggregationFilters | null | undefined;
  /** The film's title. */
  title?: StringScalarAggregationFilters | null | undefined;
};

/** Conditions on related nodes, by how many must meet them. */
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

/** Conditions; all of those given must hold. */
export type ActorWhere = {
  /** All of these must hold. */
  AND?: Array<ActorWhere> | null | undefined;
  /** This must not hold. */
  NOT?: ActorWhere | null | undefined;
  /** At least one of these must hold. */
  OR?: Array<ActorWhere> | null | undefined;
  /** The actor's id, unique in the store. Two actors may share a name. */
  actorId?: IdScalarFilters | null | undefined;
  /** Films, as the graph holds them. */
  films?: FilmRelationshipFilters | null | undefined;
  /** Films, page by page. */
  filmsConnection?: ActorFilmsConnectionFilters | null | undefined;
  /** The actor's first name. */
  firstName?: StringScalarFilters | null | undefined;
  /** The actor's last name. */
  lastName?: StringScalarFilters | null | undefined;
};

/** Conditions on what is computed over related nodes. */
export type CategoryFilmsConnectionAggregateInput = {
  /** All of these must hold. */
  AND?: Array<CategoryFilmsConnectionAggregateInput> | null | undefined;
  /** This must not hold. */
  NOT?: CategoryFilmsConnectionAggregateInput | null | undefined;
  /** At least one of these must hold. */
  OR?: Array<CategoryFilmsConnectionAggregateInput> | null | undefined;
  /** How many there are. */
  count?: ConnectionAggregationCountFilterInput | null | undefined;
  /** The node. */
  node?: CategoryFilmsNodeAggregationWhereInput | null | undefined;
};

/** Conditions on related nodes, by how many must meet them. */
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

/** Conditions; all of those given must hold. */
export type CategoryFilmsConnectionWhere = {
  /** All of these must hold. */
  AND?: Array<CategoryFilmsConnectionWhere> | null | undefined;
  /** This must not hold. */
  NOT?: CategoryFilmsConnectionWhere | null | undefined;
  /** At least one of these must hold. */
  OR?: Array<CategoryFilmsConnectionWhere> | null | undefined;
  /** The node. */
  node?: FilmWhere | null | undefined;
};

/** Conditions on what is computed over related nodes. */
export type CategoryFilmsNodeAggregationWhereInput = {
  /** All of these must hold. */
  AND?: Array<CategoryFilmsNodeAggregationWhereInput> | null | undefined;
  /** This must not hold. */
  NOT?: CategoryFilmsNodeAggregationWhereInput | null | undefined;
  /** At least one of these must hold. */
  OR?: Array<CategoryFilmsNodeAggregationWhereInput> | null | undefined;
  /** What the film is about, where the store says so. */
  description?: StringScalarAggregationFilters | null | undefined;
  /** The language that the film is spoken in. */
  language?: StringScalarAggregationFilters | null | undefined;
  /** How long the film runs, in minutes. */
  length?: IntScalarAggregationFilters | null | undefined;
  /** The film's age rating, such as PG-13. */
  rating?: StringScalarAggregationFilters | null | undefined;
  /** The year in which the film came out. */
  releaseYear?: IntScalarAggregationFilters | null | undefined;
  /** What a rental costs, in the store's currency. */
  rentalRate?: FloatScalarAggregationFilters | null | undefined;
  /** The film's title. */
  title?: StringScalarAggregationFilters | null | undefined;
};

/** Conditions on related nodes, by how many must meet them. */
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

/** Conditions; all of those given must hold. */
export type CategoryWhere = {
  /** All of these must hold. */
  AND?: Array<CategoryWhere> | null | undefined;
  /** This must not hold. */
  NOT?: CategoryWhere | null | undefined;
  /** At least one of these must hold. */
  OR?: Array<CategoryWhere> | null | undefined;
  /** The category's id, unique in the store. */
  categoryId?: IdScalarFilters | null | undefined;
  /** Films, as the graph holds them. */
  films?: FilmRelationshipFilters | null | undefined;
  /** Films, page by page. */
  filmsConnection?: CategoryFilmsConnectionFilters | null | undefined;
  /** The category's name. */
  name?: StringScalarFilters | null | undefined;
};

/** A condition on how many there are. */
export type ConnectionAggregationCountFilterInput = {
  /** The nodes of this page at their places. */
  edges?: IntScalarFilters | null | undefined;
  /** The nodes. */
  nodes?: IntScalarFilters | null | undefined;
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
  k?: number;
  /** The policies; all of them where it is left out. */
  policies?: Array<Policy> | null | undefined;
  /** The seed of the evaluation's randomness; the service's own where it is left out. */
  seed?: number | null | undefined;
  /** The share of each history that policies learn from, above 0 and below 1. */
  share?: number;
};

/** Conditions on what is computed over related nodes. */
export type FilmActorsConnectionAggregateInput = {
  /** All of these must hold. */
  AND?: Array<FilmActorsConnectionAggregateInput> | null | undefined;
  /** This must not hold. */
  NOT?: FilmActorsConnectionAggregateInput | null | undefined;
  /** At least one of these must hold. */
  OR?: Array<FilmActorsConnectionAggregateInput> | null | undefined;
  /** How many there are. */
  count?: ConnectionAggregationCountFilterInput | null | undefined;
  /** The node. */
  node?: FilmActorsNodeAggregationWhereInput | null | undefined;
};

/** Conditions on related nodes, by how many must meet them. */
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

/** Conditions; all of those given must hold. */
export type FilmActorsConnectionWhere = {
  /** All of these must hold. */
  AND?: Array<FilmActorsConnectionWhere> | null | undefined;
  /** This must not hold. */
  NOT?: FilmActorsConnectionWhere | null | undefined;
  /** At least one of these must hold. */
  OR?: Array<FilmActorsConnectionWhere> | null | undefined;
  /** The node. */
  node?: ActorWhere | null | undefined;
};

/** Conditions on what is computed over related nodes. */
export type FilmActorsNodeAggregationWhereInput = {
  /** All of these must hold. */
  AND?: Array<FilmActorsNodeAggregationWhereInput> | null | undefined;
  /** This must not hold. */
  NOT?: FilmActorsNodeAggregationWhereInput | null | undefined;
  /** At least one of these must hold. */
  OR?: Array<FilmActorsNodeAggregationWhereInput> | null | undefined;
  /** The actor's first name. */
  firstName?: StringScalarAggregationFilters | null | undefined;
  /** The actor's last name. */
  lastName?: StringScalarAggregationFilters | null | undefined;
};

/** Conditions on what is computed over related nodes. */
export type FilmCategoriesConnectionAggregateInput = {
  /** All of these must hold. */
  AND?: Array<FilmCategoriesConnectionAggregateInput> | null | undefined;
  /** This must not hold. */
  NOT?: FilmCategoriesConnectionAggregateInput | null | undefined;
  /** At least one of these must hold. */
  OR?: Array<FilmCategoriesConnectionAggregateInput> | null | undefined;
  /** How many there are. */
  count?: ConnectionAggregationCountFilterInput | null | undefined;
  /** The node. */
  node?: FilmCategoriesNodeAggregationWhereInput | null | undefined;
};

/** Conditions on related nodes, by how many must meet them. */
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

/** Conditions; all of those given must hold. */
export type FilmCategoriesConnectionWhere = {
  /** All of these must hold. */
  AND?: Array<FilmCategoriesConnectionWhere> | null | undefined;
  /** This must not hold. */
  NOT?: FilmCategoriesConnectionWhere | null | undefined;
  /** At least one of these must hold. */
  OR?: Array<FilmCategoriesConnectionWhere> | null | undefined;
  /** The node. */
  node?: CategoryWhere | null | undefined;
};

/** Conditions on what is computed over related nodes. */
export type FilmCategoriesNodeAggregationWhereInput = {
  /** All of these must hold. */
  AND?: Array<FilmCategoriesNodeAggregationWhereInput> | null | undefined;
  /** This must not hold. */
  NOT?: FilmCategoriesNodeAggregationWhereInput | null | undefined;
  /** At least one of these must hold. */
  OR?: Array<FilmCategoriesNodeAggregationWhereInput> | null | undefined;
  /** The category's name. */
  name?: StringScalarAggregationFilters | null | undefined;
};

/** Conditions on related nodes, by how many must meet them. */
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

/** Conditions; all of those given must hold. */
export type FilmWhere = {
  /** All of these must hold. */
  AND?: Array<FilmWhere> | null | undefined;
  /** This must not hold. */
  NOT?: FilmWhere | null | undefined;
  /** At least one of these must hold. */
  OR?: Array<FilmWhere> | null | undefined;
  /** Actors, as the graph holds them. */
  actors?: ActorRelationshipFilters | null | undefined;
  /** Actors, page by page. */
  actorsConnection?: FilmActorsConnectionFilters | null | undefined;
  /** Categories, as the graph holds them. */
  categories?: CategoryRelationshipFilters | null | undefined;
  /** Categories, page by page. */
  categoriesConnection?: FilmCategoriesConnectionFilters | null | undefined;
  /** What the film is about, where the store says so. */
  description?: StringScalarFilters | null | undefined;
  /** The film's id, unique in the store. */
  filmId?: IdScalarFilters | null | undefined;
  /** The language that the film is spoken in. */
  language?: StringScalarFilters | null | undefined;
  /** How long the film runs, in minutes. */
  length?: IntScalarFilters | null | undefined;
  /** The film's age rating, such as PG-13. */
  rating?: StringScalarFilters | null | undefined;
  /** The year in which the film came out. */
  releaseYear?: IntScalarFilters | null | undefined;
  /** What a rental costs, in the store's currency. */
  rentalRate?: FloatScalarFilters | null | undefined;
  /** The film's title. */
  title?: StringScalarFilters | null | undefined;
};

/** Filters for an aggregation of a float field */
export type FloatScalarAggregationFilters = {
  /** The mean. */
  average?: FloatScalarFilters | null | undefined;
  /** The greatest. */
  max?: FloatScalarFilters | null | undefined;
  /** The least. */
  min?: FloatScalarFilters | null | undefined;
  /** The sum. */
  sum?: FloatScalarFilters | null | undefined;
};

/** Float filters */
export type FloatScalarFilters = {
  /** Equals this. */
  eq?: number | null | undefined;
  /** Is greater than this. */
  gt?: number | null | undefined;
  /** Is this or greater. */
  gte?: number | null | undefined;
  /** Is one of these. */
  in?: Array<number> | null | undefined;
  /** Is less than this. */
  lt?: number | null | undefined;
  /** Is this or less. */
  lte?: number | null | undefined;
};

/** ID filters */
export type IdScalarFilters = {
  /** Holds this text. */
  contains?: string | null | undefined;
  /** Ends with this text. */
  endsWith?: string | null | undefined;
  /** Equals this. */
  eq?: string | null | undefined;
  /** Is one of these. */
  in?: Array<string> | null | undefined;
  /** Starts with this text. */
  startsWith?: string | null | undefined;
};

/** Filters for an aggregation of an int field */
export type IntScalarAggregationFilters = {
  /** The mean. */
  average?: FloatScalarFilters | null | undefined;
  /** The greatest. */
  max?: IntScalarFilters | null | undefined;
  /** The least. */
  min?: IntScalarFilters | null | undefined;
  /** The sum. */
  sum?: IntScalarFilters | null | undefined;
};

/** Int filters */
export type IntScalarFilters = {
  /** Equals this. */
  eq?: number | null | undefined;
  /** Is greater than this. */
  gt?: number | null | undefined;
  /** Is this or greater. */
  gte?: number | null | undefined;
  /** Is one of these. */
  in?: Array<number> | null | undefined;
  /** Is less than this. */
  lt?: number | null | undefined;
  /** Is this or less. */
  lte?: number | null | undefined;
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

/** What to promote. */
export type PromotePolicyInput = {
  /** The chance with which a place of a served list goes to a film drawn at random, 0 to 1. */
  exploration?: number;
  /** Promote it even where nothing shows that it beats what answers now. */
  force?: boolean;
  /** The policy that shall answer where none is asked for. */
  policy: Policy;
  /** The version, one of policyVersions; where it is left out, of DQN the newest, of TUTORIAL whatever was trained last. */
  version?: string | null | undefined;
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

/** What to train. */
export type StartTrainingInput = {
  /** The policy to train, DQN or TUTORIAL; a resumed run's policy is taken from that run. */
  policy?: Policy;
  /** The id of a run that is over: the new run goes on from what it published last, with today's rentals and films. */
  resume?: string | null | undefined;
  /** The seed of the run's randomness; of a resumed run its own, else the service's, where it is left out. */
  seed?: number | null | undefined;
  /** How many steps at the most; where it is left out, as many as the policy needs. */
  steps?: number | null | undefined;
};

/** Filters for an aggregation of a string field */
export type StringScalarAggregationFilters = {
  /** The mean length, in characters. */
  averageLength?: FloatScalarFilters | null | undefined;
  /** The length of the longest text, in characters. */
  longestLength?: IntScalarFilters | null | undefined;
  /** The length of the shortest text, in characters. */
  shortestLength?: IntScalarFilters | null | undefined;
};

/** String filters */
export type StringScalarFilters = {
  /** Holds this text. */
  contains?: string | null | undefined;
  /** Ends with this text. */
  endsWith?: string | null | undefined;
  /** Equals this. */
  eq?: string | null | undefined;
  /** Is one of these. */
  in?: Array<string> | null | undefined;
  /** Starts with this text. */
  startsWith?: string | null | undefined;
};

export type FindActorsQueryVariables = Exact<{
  where: ActorWhere;
  limit?: number;
}>;


export type FindActorsQuery = { actors: Array<{ actorId: string, firstName: string, lastName: string }> };

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


export type ListsOfTwoQuery = { customers: Array<{ customerId: string, firstName: string | null, lastName: string | null, before: { version: string, items: Array<{ film: { filmId: string, title: string } }> } | null, after: { version: string, items: Array<{ film: { filmId: string, title: string } }> } | null }> };

export type EvaluationFactsFragment = { id: string, status: RunStatus, startedAt: string, finishedAt: string | null, seed: number, k: number, share: number, customers: number, trainRentals: number, testRentals: number, engine: string, error: string | null };

export type MeasuredFragment = { mean: number, low: number, high: number };

export type EvaluationsQueryVariables = Exact<{ [key: string]: never; }>;


export type EvaluationsQuery = { evaluations: Array<{ id: string, status: RunStatus, startedAt: string, finishedAt: string | null, seed: number, k: number, share: number, customers: number, trainRentals: number, testRentals: number, engine: string, error: string | null }> };

export type EvaluationResultsQueryVariables = Exact<{
  evaluation: string;
}>;


export type EvaluationResultsQuery = { evaluation: { id: string, status: RunStatus, startedAt: string, finishedAt: string | null, seed: number, k: number, share: number, customers: number, trainRentals: number, testRentals: number, engine: string, error: string | null, results: Array<{ policy: Policy, trainSeconds: number, answerMilliseconds: number, recall: { mean: number, low: number, high: number }, ndcg: { mean: number, low: number, high: number }, hitRate: { mean: number, low: number, high: number }, coverage: { mean: number, low: number, high: number }, novelty: { mean: number, low: number, high: number } }>, offPolicy: Array<{ policy: Policy, effectiveSampleSize: number, lists: number, snips: { mean: number, low: number, high: number }, doublyRobust: { mean: number, low: number, high: number } }> } | null };

export type EvaluateMutationVariables = Exact<{
  input: EvaluatePoliciesInput;
}>;


export type EvaluateMutation = { evaluatePolicies: { evaluation: { id: string, status: RunStatus, startedAt: string, finishedAt: string | null, seed: number, k: number, share: number, customers: number, trainRentals: number, testRentals: number, engine: string, error: string | null } } | null };

export type CustomersPageQueryVariables = Exact<{
  limit: number;
  offset: number;
}>;


export type CustomersPageQuery = { customers: Array<{ customerId: string, firstName: string | null, lastName: string | null }> };

export type CustomerByIdQueryVariables = Exact<{
  customer: string;
}>;


export type CustomerByIdQuery = { customers: Array<{ customerId: string, firstName: string | null, lastName: string | null }> };

export type FilmMapQueryVariables = Exact<{
  embedding: Embedding;
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

export type FindFilmsQueryVariables = Exact<{
  where: FilmWhere;
  limit?: number;
}>;


export type FindFilmsQuery = { films: Array<{ filmId: string, title: string, releaseYear: number | null }> };

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


export type RecommendQuery = { recommendations: { id: string, policy: Policy, version: string, items: Array<{ rank: number, score: number, film: { filmId: string, title: string, releaseYear: number | null, categories: Array<{ name: string }> }, reasons: Array<{ text: string, rented: { filmId: string, title: string }, actor: { actorId: string, firstName: string, lastName: string } | null, category: { categoryId: string, name: string } | null }> }> } | null };

export type RentedFilmsQueryVariables = Exact<{
  customer: string;
  first: number;
}>;


export type RentedFilmsQuery = { customers: Array<{ customerId: string, firstName: string | null, lastName: string | null, fanOf: Array<{ actorId: string, firstName: string, lastName: string }>, rentedConnection: { totalCount: number, edges: Array<{ properties: { lastAt: string, times: number }, node: { filmId: string, title: string, releaseYear: number | null, categories: Array<{ name: string }> } }> } }> };

export type RecommendTitlesQueryVariables = Exact<{
  customer: string;
  first: number;
  policy: Policy;
  where?: FilmWhere | null | undefined;
  imagine?: Array<string> | string | null | undefined;
}>;


export type RecommendTitlesQuery = { recommendations: { policy: Policy, version: string, items: Array<{ rank: number, score: number, film: { filmId: string, title: string, categories: Array<{ name: string }> } }> } | null };

export type RunFragment = { id: string, policy: Policy, status: RunStatus, seed: number, startedAt: string, finishedAt: string | null, step: number, steps: number, epsilon: number, engine: string, engineVersion: string, stepsPerSecond: number, validation: number | null, version: string | null, resumedFrom: string | null, error: string | null };

export type PointFragment = { step: number, loss: number | null, reward: number, meanReward: number, epsilon: number, validation: number | null };

export type TrainingRunsQueryVariables = Exact<{
  first?: number;
}>;


export type TrainingRunsQuery = { trainingRuns: Array<{ id: string, policy: Policy, status: RunStatus, seed: number, startedAt: string, finishedAt: string | null, step: number, steps: number, epsilon: number, engine: string, engineVersion: string, stepsPerSecond: number, validation: number | null, version: string | null, resumedFrom: string | null, error: string | null }> };

export type RunCurveQueryVariables = Exact<{
  run: string;
  points?: number;
}>;


export type RunCurveQuery = { trainingRun: { id: string, policy: Policy, status: RunStatus, seed: number, startedAt: string, finishedAt: string | null, step: number, steps: number, epsilon: number, engine: string, engineVersion: string, stepsPerSecond: number, validation: number | null, version: string | null, resumedFrom: string | null, error: string | null, curve: Array<{ step: number, loss: number | null, reward: number, meanReward: number, epsilon: number, validation: number | null }> } | null };

export type StartTrainingMutationVariables = Exact<{
  input: StartTrainingInput;
}>;


export type StartTrainingMutation = { startTraining: { run: { id: string, policy: Policy, status: RunStatus, seed: number, startedAt: string, finishedAt: string | null, step: number, steps: number, epsilon: number, engine: string, engineVersion: string, stepsPerSecond: number, validation: number | null, version: string | null, resumedFrom: string | null, error: string | null } } | null };

export type CancelTrainingMutationVariables = Exact<{
  run: string;
}>;


export type CancelTrainingMutation = { cancelTraining: { run: { id: string, policy: Policy, status: RunStatus, seed: number, startedAt: string, finishedAt: string | null, step: number, steps: number, epsilon: number, engine: string, engineVersion: string, stepsPerSecond: number, validation: number | null, version: string | null, resumedFrom: string | null, error: string | null } } | null };

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
  share
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
  epsilon
  engine
  engineVersion
  stepsPerSecond
  validation
  version
  resumedFrom
  error
}
    `, {"fragmentName":"Run"}) as unknown as TypedDocumentString<RunFragment, unknown>;
export const PointFragmentDoc = new TypedDocumentString(`
    fragment Point on CurvePoint {
  step
  loss
  reward
  meanReward
  epsilon
  validation
}
    `, {"fragmentName":"Point"}) as unknown as TypedDocumentString<PointFragment, unknown>;
export const FindActorsDocument = new TypedDocumentString(`
    query FindActors($where: ActorWhere!, $limit: Int! = 12) {
  actors(where: $where, limit: $limit, sort: [{lastName: ASC}, {firstName: ASC}]) {
    actorId
    firstName
    lastName
  }
}
    `) as unknown as TypedDocumentString<FindActorsQuery, FindActorsQueryVariables>;
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
    firstName
    lastName
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
  share
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
  share
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
  share
  customers
  trainRentals
  testRentals
  engine
  error
}`) as unknown as TypedDocumentString<EvaluateMutation, EvaluateMutationVariables>;
export const CustomersPageDocument = new TypedDocumentString(`
    query CustomersPage($limit: Int!, $offset: Int!) {
  customers(limit: $limit, offset: $offset, sort: [{customerId: ASC}]) {
    customerId
    firstName
    lastName
  }
}
    `) as unknown as TypedDocumentString<CustomersPageQuery, CustomersPageQueryVariables>;
export const CustomerByIdDocument = new TypedDocumentString(`
    query CustomerById($customer: ID!) {
  customers(where: {customerId: {eq: $customer}}) {
    customerId
    firstName
    lastName
  }
}
    `) as unknown as TypedDocumentString<CustomerByIdQuery, CustomerByIdQueryVariables>;
export const FilmMapDocument = new TypedDocumentString(`
    query FilmMap($embedding: Embedding!) {
  filmMap(embedding: $embedding) {
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
export const FindFilmsDocument = new TypedDocumentString(`
    query FindFilms($where: FilmWhere!, $limit: Int! = 12) {
  films(where: $where, limit: $limit, sort: [{title: ASC}]) {
    filmId
    title
    releaseYear
  }
}
    `) as unknown as TypedDocumentString<FindFilmsQuery, FindFilmsQueryVariables>;
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
    firstName
    lastName
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
  epsilon
  engine
  engineVersion
  stepsPerSecond
  validation
  version
  resumedFrom
  error
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
  epsilon
  engine
  engineVersion
  stepsPerSecond
  validation
  version
  resumedFrom
  error
}
fragment Point on CurvePoint {
  step
  loss
  reward
  meanReward
  epsilon
  validation
}`) as unknown as TypedDocumentString<RunCurveQuery, RunCurveQueryVariables>;
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
  epsilon
  engine
  engineVersion
  stepsPerSecond
  validation
  version
  resumedFrom
  error
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
  epsilon
  engine
  engineVersion
  stepsPerSecond
  validation
  version
  resumedFrom
  error
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