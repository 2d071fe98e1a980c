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

/** Mutation.promotePolicy */
export const promotePolicy: MutationResolvers['promotePolicy'] = (_root, { input }, { recommender }) =>
  recommender.promotions.promote({
    ...input,
    exploration: input.exploration ?? 0,
    force: input.force ?? false,
  });
