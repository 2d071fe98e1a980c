import { requireFirst } from '../require-first';
import type { QueryResolvers } from '../resolvers-types.generated';

/** Query.promotions */
export const promotions: QueryResolvers['promotions'] = (_root, { first }, { recommender }) => {
  requireFirst(first);
  return recommender.promotions.newest(first);
};
