import type { MutationResolvers } from '../resolvers-types.generated';

/** Mutation.promotePolicy */
export const promotePolicy: MutationResolvers['promotePolicy'] = (_root, { input }, { recommender }) =>
  recommender.promotions.promote({
    ...input,
    exploration: input.exploration ?? 0,
    force: input.force ?? false,
  });
