import type { QueryResolvers } from '../resolvers-types.generated';

/** Query.evaluation */
export const evaluation: QueryResolvers['evaluation'] = (_root, { id }, { recommender }) =>
  recommender.evaluations.find(id);
