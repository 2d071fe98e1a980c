import { readPolicyVersions } from '../../recommender/versions/version-repository';
import { requireInteger } from '../../require-number';
import type { MutationResolvers, QueryResolvers } from '../resolvers-types.generated';

/** Query.policyVersions */
export const policyVersions: QueryResolvers['policyVersions'] = (
  _root,
  { first, policy },
  { recommender },
) => {
  requireInteger('first', first);
  return readPolicyVersions(recommender.graph, first, policy);
};

/** Query.promotions */
export const promotions: QueryResolvers['promotions'] = (_root, { first }, { recommender }) => {
  requireInteger('first', first);
  return recommender.promotions.newest(first);
};

/** Query.promotionTrials */
export const promotionTrials: QueryResolvers['promotionTrials'] = (_root, { first }, { recommender }) => {
  requireInteger('first', first);
  return recommender.promotions.trials(first);
};

/** Mutation.endTrial */
export const endTrial: MutationResolvers['endTrial'] = async (_root, { input }, { recommender }) => ({
  trial: await recommender.promotions.stopTrial(input.trial),
});

/** Mutation.promotePolicy */
export const promotePolicy: MutationResolvers['promotePolicy'] = (_root, { input }, { recommender }) =>
  recommender.promotions.promote({
    ...input,
    exploration: input.exploration ?? 0,
    force: input.force ?? false,
  });
