import type { Resolvers } from '../resolvers-types.generated';
import { takeAnswered } from '../take-answered';
import { agent } from './agent';
import { Customer } from './customer';
import { embeddingNeighbors } from './embedding-neighbors';
import { Film } from './film';
import { FilmNeighbor } from './film-neighbor';
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
const written = {
  Query: { recommendations, recommendationsFor, embeddingNeighbors, agent },
  Mutation: { trainStep, writeEmbeddings, recordRental },
  Customer,
  Film,
  RecommendationList,
  Recommendation,
  Reason,
  FilmNeighbor,
  RecordRentalPayload,
} satisfies Resolvers;

/** The same, where a node was filled in together with what was asked below it taken from there. */
export const resolvers = takeAnswered(written);
