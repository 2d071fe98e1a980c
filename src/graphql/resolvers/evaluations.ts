import { requireFirst } from '../require-first';
import type { QueryResolvers } from '../resolvers-types.generated';

/** Query.evaluations */
export const evaluations: QueryResolvers['evaluations'] = (_root, { first }, { recommender }) => {
  requireFirst(first);
  return recommender.evaluations.newest(first);
};
