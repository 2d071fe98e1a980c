import { readPolicyVersions } from '../../recommender/versions/policy-versions';
import { requireFirst } from '../require-first';
import type { QueryResolvers } from '../resolvers-types.generated';

/** Query.policyVersions */
export const policyVersions: QueryResolvers['policyVersions'] = (
  _root,
  { first, policy },
  { recommender },
) => {
  requireFirst(first);
  return readPolicyVersions(recommender.graph, first, policy);
};
