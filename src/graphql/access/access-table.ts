import { toLocalId } from '../global-id';
import { GENERATED } from './generated-types';
import { ANALYSTS, CUSTOMERS, EVERYONE, NAMES, TRAINERS } from './role-sets';
import type { Role } from './viewer';

/** The roles for each field, or for all fields of a type. */
type Row = readonly Role[] | Readonly<Record<string, readonly Role[]>>;

/**
 * The roles that may read each field of the API and set each input field. Building the schema fails if a type or field
 * has no row. Types of schema.graphql have a row per field, unless all fields are open to the same roles; the rows of
 * generated types are in generated-types.ts.
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
  ...GENERATED,
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
