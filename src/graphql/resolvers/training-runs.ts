import { requireFirst } from '../require-first';
import type { QueryResolvers } from '../resolvers-types.generated';

/** Query.trainingRuns */
export const trainingRuns: QueryResolvers['trainingRuns'] = (_root, { first }, { recommender }) => {
  requireFirst(first);
  return recommender.runs.newest(first);
};
