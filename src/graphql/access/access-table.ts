import { toLocalId } from '../global-id';
import { type Role, ROLES } from './viewer';

const EVERYONE: readonly Role[] = ROLES;
/** Customers see only their own node: @authorization in schema.graphql filters the others. */
const CUSTOMERS: readonly Role[] = ['customer', 'analyst', 'trainer', 'admin'];
/** Only customers (their own name) and admins may read names. */
const NAMES: readonly Role[] = ['customer', 'admin'];
const ANALYSTS: readonly Role[] = ['analyst', 'trainer', 'admin'];
const TRAINERS: readonly Role[] = ['trainer', 'admin'];

/** Types that @neo4j/graphql generated. */
const generatedTypes = new Set<string>();

/** The roles for each field, or for all fields of a type. */
type Row = readonly Role[] | Readonly<Record<string, readonly Role[]>>;

/**
 * The roles that may read each field of the API and set each input field. Building the schema fails if a type or field
 * has no row. Types of schema.graphql have a row per field, unless all fields are open to the same roles; generated
 * types have one row.
 */
export const ACCESS: Readonly<Record<string, Row>> = {
  Query: {
    viewer: EVERYONE,
    node: EVERYONE,
    search: EVERYONE,
    film: EVERYONE,
    films: EVERYONE,
    filmsConnection: EVERYONE,
    actors: EVERYONE,
    actorsConnection: EVERYONE,
    categories: EVERYONE,
    categoriesConnection: EVERYONE,
    embeddingNeighbors: EVERYONE,
    recommendationsFor: EVERYONE,
    filmMap: EVERYONE,
    customer: CUSTOMERS,
    customers: CUSTOMERS,
    customersConnection: CUSTOMERS,
    recommendations: CUSTOMERS,
    system: ANALYSTS,
    agent: ANALYSTS,
    trainingRun: ANALYSTS,
    trainingRuns: ANALYSTS,
    evaluation: ANALYSTS,
    evaluations: ANALYSTS,
    policyVersions: ANALYSTS,
    promotions: ANALYSTS,
    promotionTrials: ANALYSTS,
  },
  Mutation: {
    trainStep: TRAINERS,
    startTraining: TRAINERS,
    cancelTraining: TRAINERS,
    writeEmbeddings: TRAINERS,
    evaluatePolicies: TRAINERS,
    promotePolicy: TRAINERS,
    endTrial: TRAINERS,
    recordRental: ['customer', 'admin'],
    recordRating: ['customer', 'admin'],
  },
  Subscription: { trainingProgress: ANALYSTS },

  Viewer: EVERYONE,
  /** `node` also checks the row of the object's `id` field. */
  Node: EVERYONE,
  Film: {
    id: EVERYONE,
    filmId: EVERYONE,
    title: EVERYONE,
    description: EVERYONE,
    releaseYear: EVERYONE,
    length: EVERYONE,
    rating: EVERYONE,
    rentalRate: EVERYONE,
    language: EVERYONE,
    actors: EVERYONE,
    actorsConnection: EVERYONE,
    categories: EVERYONE,
    categoriesConnection: EVERYONE,
    neighbors: EVERYONE,
  },
  Actor: {
    id: EVERYONE,
    actorId: EVERYONE,
    firstName: EVERYONE,
    lastName: EVERYONE,
    films: EVERYONE,
    filmsConnection: EVERYONE,
  },
  Category: {
    id: EVERYONE,
    categoryId: EVERYONE,
    name: EVERYONE,
    films: EVERYONE,
    filmsConnection: EVERYONE,
  },
  Customer: {
    id: CUSTOMERS,
    customerId: CUSTOMERS,
    firstName: NAMES,
    lastName: NAMES,
    rented: CUSTOMERS,
    rentedConnection: CUSTOMERS,
    fanOf: CUSTOMERS,
    fanOfConnection: CUSTOMERS,
    recommendations: CUSTOMERS,
  },
  Rented: CUSTOMERS,

  RecommendationList: {
    id: EVERYONE,
    customer: CUSTOMERS,
    policy: EVERYONE,
    version: EVERYONE,
    ranking: EVERYONE,
    items: EVERYONE,
  },
  Recommendation: EVERYONE,
  Reason: EVERYONE,
  FilmNeighbor: EVERYONE,
  FilmPoint: EVERYONE,
  RecordRentalInput: CUSTOMERS,
  RecordRentalPayload: CUSTOMERS,
  RecordRatingInput: CUSTOMERS,
  RecordRatingPayload: CUSTOMERS,

  Agent: ANALYSTS,
  LearnerState: ANALYSTS,
  Autopilot: ANALYSTS,
  TrainStepInput: TRAINERS,
  TrainStepPayload: TRAINERS,
  WriteEmbeddingsInput: TRAINERS,
  WriteEmbeddingsPayload: TRAINERS,
  WrittenEmbedding: TRAINERS,
  TrainingRun: ANALYSTS,
  RunSetting: ANALYSTS,
  System: ANALYSTS,
  StoreCounts: ANALYSTS,
  RentalDay: ANALYSTS,
  ImpressionDay: ANALYSTS,
  DataIssue: ANALYSTS,
  SystemEvent: ANALYSTS,
  SystemVersions: ANALYSTS,
  CurvePoint: ANALYSTS,
  TrainingProgress: ANALYSTS,
  StartTrainingInput: TRAINERS,
  StartTrainingPayload: TRAINERS,
  CancelTrainingInput: TRAINERS,
  CancelTrainingPayload: TRAINERS,
  PolicyVersion: ANALYSTS,
  Promotion: ANALYSTS,
  PromotionTrial: ANALYSTS,
  TrialResults: ANALYSTS,
  TrialDifference: ANALYSTS,
  EndTrialInput: TRAINERS,
  EndTrialPayload: TRAINERS,
  PromotePolicyInput: TRAINERS,
  PromotePolicyPayload: TRAINERS,
  Interval: ANALYSTS,
  PolicyEvaluation: ANALYSTS,
  ChosenSetting: ANALYSTS,
  GroupEvaluation: ANALYSTS,
  PopularityEvaluation: ANALYSTS,
  PolicyDifference: ANALYSTS,
  SkippedPolicy: ANALYSTS,
  OffPolicyEstimate: ANALYSTS,
  Evaluation: ANALYSTS,
  EvaluatePoliciesInput: TRAINERS,
  EvaluatePoliciesPayload: TRAINERS,

  CustomerWhere: {
    AND: CUSTOMERS,
    OR: CUSTOMERS,
    NOT: CUSTOMERS,
    customerId: CUSTOMERS,
    firstName: NAMES,
    lastName: NAMES,
    rented: CUSTOMERS,
    rentedConnection: CUSTOMERS,
    fanOf: CUSTOMERS,
    fanOfConnection: CUSTOMERS,
  },
  CustomerSort: { customerId: CUSTOMERS, firstName: NAMES, lastName: NAMES },
  ...generated(NAMES, ['CustomerAggregateNode']),
  ...generated(CUSTOMERS, [
    'CustomerActorFanOfAggregateSelection',
    'CustomerActorFanOfNodeAggregateSelection',
    'CustomerAggregate',
    'CustomerEdge',
    'CustomerFanOfConnection',
    'CustomerFanOfConnectionAggregateInput',
    'CustomerFanOfConnectionFilters',
    'CustomerFanOfConnectionSort',
    'CustomerFanOfConnectionWhere',
    'CustomerFanOfNodeAggregationWhereInput',
    'CustomerFanOfRelationship',
    'CustomerFilmRentedAggregateSelection',
    'CustomerFilmRentedEdgeAggregateSelection',
    'CustomerFilmRentedNodeAggregateSelection',
    'CustomerRentedConnection',
    'CustomerRentedConnectionAggregateInput',
    'CustomerRentedConnectionFilters',
    'CustomerRentedConnectionSort',
    'CustomerRentedConnectionWhere',
    'CustomerRentedNodeAggregationWhereInput',
    'CustomerRentedRelationship',
    'CustomersConnection',
    'RentedAggregationWhereInput',
    'RentedSort',
    'RentedWhere',
  ]),
  ...generated(EVERYONE, [
    'ActorAggregate',
    'ActorAggregateNode',
    'ActorEdge',
    'ActorFilmFilmsAggregateSelection',
    'ActorFilmFilmsNodeAggregateSelection',
    'ActorFilmsConnection',
    'ActorFilmsConnectionAggregateInput',
    'ActorFilmsConnectionFilters',
    'ActorFilmsConnectionSort',
    'ActorFilmsConnectionWhere',
    'ActorFilmsNodeAggregationWhereInput',
    'ActorFilmsRelationship',
    'ActorRelationshipFilters',
    'ActorSort',
    'ActorWhere',
    'ActorsConnection',
    'CategoriesConnection',
    'CategoryAggregate',
    'CategoryAggregateNode',
    'CategoryEdge',
    'CategoryFilmFilmsAggregateSelection',
    'CategoryFilmFilmsNodeAggregateSelection',
    'CategoryFilmsConnection',
    'CategoryFilmsConnectionAggregateInput',
    'CategoryFilmsConnectionFilters',
    'CategoryFilmsConnectionSort',
    'CategoryFilmsConnectionWhere',
    'CategoryFilmsNodeAggregationWhereInput',
    'CategoryFilmsRelationship',
    'CategoryRelationshipFilters',
    'CategorySort',
    'CategoryWhere',
    'ConnectionAggregationCountFilterInput',
    'Count',
    'CountConnection',
    'DateTimeAggregateSelection',
    'DateTimeScalarAggregationFilters',
    'DateTimeScalarFilters',
    'FilmActorActorsAggregateSelection',
    'FilmActorActorsNodeAggregateSelection',
    'FilmActorsConnection',
    'FilmActorsConnectionAggregateInput',
    'FilmActorsConnectionFilters',
    'FilmActorsConnectionSort',
    'FilmActorsConnectionWhere',
    'FilmActorsNodeAggregationWhereInput',
    'FilmActorsRelationship',
    'FilmAggregate',
    'FilmAggregateNode',
    'FilmCategoriesConnection',
    'FilmCategoriesConnectionAggregateInput',
    'FilmCategoriesConnectionFilters',
    'FilmCategoriesConnectionSort',
    'FilmCategoriesConnectionWhere',
    'FilmCategoriesNodeAggregationWhereInput',
    'FilmCategoriesRelationship',
    'FilmCategoryCategoriesAggregateSelection',
    'FilmCategoryCategoriesNodeAggregateSelection',
    'FilmEdge',
    'FilmRelationshipFilters',
    'FilmSort',
    'FilmWhere',
    'FilmsConnection',
    'FloatAggregateSelection',
    'FloatScalarAggregationFilters',
    'FloatScalarFilters',
    'IDScalarFilters',
    'IntAggregateSelection',
    'IntScalarAggregationFilters',
    'IntScalarFilters',
    'PageInfo',
    'StringAggregateSelection',
    'StringScalarAggregationFilters',
    'StringScalarFilters',
  ]),
};

/** The roles that may read /metrics. */
export const METRICS_ROLES: readonly Role[] = ANALYSTS;

/** The roles that may use at least one subscription. */
export const subscriberRoles = (): ReadonlySet<Role> =>
  new Set(Object.values(ACCESS.Subscription as Readonly<Record<string, readonly Role[]>>).flat());

/** The customer id in the arguments of a field. Viewers with the role customer may pass only their own id. */
export const OWNER: Readonly<Record<string, (values: Record<string, unknown>) => unknown>> = {
  'Query.recommendations': ({ customer }) => customer,
  'Query.customer': ({ id }) => toLocalId('Customer', id as string),
  'Mutation.recordRental': ({ input }) => (input as { customer: unknown }).customer,
  'Mutation.recordRating': ({ input }) => (input as { customer: unknown }).customer,
};

/** Returns the roles that may read a field or set an input field; undefined if the table has no row for it. */
export function rolesOf(typeName: string, fieldName: string): readonly Role[] | undefined {
  const row = Object.hasOwn(ACCESS, typeName) ? ACCESS[typeName] : undefined;
  if (!row || isRoles(row)) return row;
  return Object.hasOwn(row, fieldName) ? row[fieldName] : undefined;
}

const isRoles = (row: Row): row is readonly Role[] => Array.isArray(row);

/** Whether @neo4j/graphql generated a type: a connection, an edge, an aggregate or an input. */
export const isGenerated = (typeName: string) => generatedTypes.has(typeName);

function generated(roles: readonly Role[], types: readonly string[]): Record<string, Row> {
  for (const type of types) generatedTypes.add(type);
  return Object.fromEntries(types.map((type) => [type, roles]));
}
