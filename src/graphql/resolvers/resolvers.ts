import type { Resolvers } from '../resolvers-types.generated';
import { agent } from './agent';
import { Customer } from './customer';
import { embeddingNeighbors } from './embedding-neighbors';
import { Film } from './film';
import { filmMap } from './film-map';
import { FilmNeighbor } from './film-neighbor';
import { FilmPoint } from './film-point';
import { Reason } from './reason';
import { Recommendation } from './recommendation';
import { RecommendationList } from './recommendation-list';
import { recommendations } from './recommendations';
import { recommendationsFor } from './recommendations-for';
import { recordRental } from './record-rental';
import { RecordRentalPayload } from './record-rental-payload';
import { trainStep } from './train-step';
import { writeEmbeddings } from './write-embeddings';

/** Every field that @neo4j/graphql does not answer from the graph by itself. */
export const resolvers = {
  Query: { recommendations, recommendationsFor, embeddingNeighbors, filmMap, agent },
  Mutation: { trainStep, writeEmbeddings, recordRental },
  Customer,
  Film,
  RecommendationList,
  Recommendation,
  Reason,
  FilmNeighbor,
  FilmPoint,
  RecordRentalPayload,
} satisfies Resolvers;
