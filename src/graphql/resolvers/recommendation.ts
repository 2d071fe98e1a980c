import { hydrate } from '../hydrate';
import { requireFirst } from '../require-first';
import type { RecommendationResolvers } from '../resolvers-types.generated';

/** Recommendation.film and Recommendation.reasons */
export const Recommendation: RecommendationResolvers = {
  film: ({ filmId }, _arguments, context, info) => hydrate('filmId', filmId, context, info),
  reasons: async (recommendation, { first }, context) => {
    requireFirst(first, 20);
    return (await context.reasons.load(recommendation)).slice(0, first);
  },
};
