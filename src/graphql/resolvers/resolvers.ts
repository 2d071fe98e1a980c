import type { Resolvers } from '../resolvers-types.generated';
import { agent } from './agent';
import { evaluatePolicies, evaluation, evaluations } from './evaluation';
import { embeddingNeighbors, Film, filmMap, FilmNeighbor, FilmPoint, writeEmbeddings } from './films';
import { Actor, Category, customer, film, PolicyVersion } from './node';
import { endTrial, policyVersions, promotePolicy, promotions, promotionTrials } from './policies';
import {
  Customer,
  Reason,
  Recommendation,
  RecommendationList,
  recommendations,
  recommendationsFor,
} from './recommendations';
import { recordRating, RecordRatingPayload, recordRental, RecordRentalPayload } from './rentals';
import {
  cancelTraining,
  startTraining,
  trainingProgress,
  TrainingRun,
  trainingRun,
  trainingRuns,
  trainStep,
} from './training';
import { System, system } from './system';
import { viewer } from './viewer';

/** The fields that @neo4j/graphql does not generate. */
export const resolvers = {
  Query: {
    viewer,
    film,
    customer,
    system,
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
    promotionTrials,
  },
  Mutation: {
    trainStep,
    startTraining,
    cancelTraining,
    evaluatePolicies,
    promotePolicy,
    endTrial,
    writeEmbeddings,
    recordRental,
    recordRating,
  },
  Subscription: { trainingProgress },
  Customer,
  Film,
  Actor,
  Category,
  PolicyVersion,
  RecommendationList,
  Recommendation,
  Reason,
  FilmNeighbor,
  FilmPoint,
  RecordRentalPayload,
  RecordRatingPayload,
  TrainingRun,
  System,
} satisfies Resolvers;
