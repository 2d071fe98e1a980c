import { hydrate } from '../hydrate';
import type { RecommendationListResolvers } from '../resolvers-types.generated';

/** RecommendationList.customer */
export const RecommendationList: RecommendationListResolvers = {
  customer: ({ customerId }, _arguments, context, info) =>
    customerId === null ? null : hydrate('customerId', customerId, context, info),
};
