import type { Resolvers } from '../resolvers-types.generated';
import { agent } from './agent';
import { cancelTraining } from './cancel-training';
import { Customer } from './customer';
import { embeddingNeighbors } from './embedding-neighbors';
import { evaluatePolicies } from './evaluate-policies';
import { evaluation } from './evaluation';
import { evaluations } from './evaluations';
import { Film } from './film';
import { filmMap } from './film-map';
import { FilmNeighbor } from './film-neighbor';
import { FilmPoint } from './film-point';
import { policyVersions } from './policy-versions';
import { promotePolicy } from './promote-policy';
import { promotions } from './promotions';
import { Reason } from './reason';
import { Recommendation } from './recommendation';
import { RecommendationList } from './recommendation-list';
import { recommendations } from './recommendations';
import { recommendationsFor } from './recommendations-for';
import { recordRental } from './record-rental';
import { RecordRentalPayload } from './record-rental-payload';
import { startTraining } from './start-training';
import { trainStep } from './train-step';
import { trainingProgress } from './training-progress';
import { trainingRun, TrainingRun } from './training-run';
import { trainingRuns } from './training-runs';
import { viewer } from './viewer';
import { writeEmbeddings } from './write-embeddings';

/** Every field that @neo4j/graphql does not answer from the graph by itself. */
export const resolvers = {
  Query: {
    viewer,
    recommendations,
    recommendationsFor,
    embeddingNeighbors,
    filmMap,
    agent,
    trainingRun,
    trainingRuns,
    evaluation,
    evaluations,
    policyVersions,
    promotions,
  },
  Mutation: {
    trainStep,
    startTraining,
    cancelTraining,
    evaluatePolicies,
    promotePolicy,
    writeEmbeddings,
    recordRental,
  },
  Subscription: { trainingProgress },
  Customer,
  Film,
  RecommendationList,
  Recommendation,
  Reason,
  FilmNeighbor,
  FilmPoint,
  RecordRentalPayload,
  TrainingRun,
} satisfies Resolvers;
