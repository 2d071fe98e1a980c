import { AppError } from '../../app-error';
import { requireFirst } from '../require-first';
import type { MutationResolvers } from '../resolvers-types.generated';

/** Mutation.evaluatePolicies */
export const evaluatePolicies: MutationResolvers['evaluatePolicies'] = async (
  _root,
  { input: { policies, k = 10, share = 0.8, seed } },
  { recommender },
) => {
  requireFirst(k, 100, 'k');
  if (!(share > 0 && share < 1)) {
    throw new AppError('BAD_USER_INPUT', `share is ${share}; it takes a number above 0 and below 1.`);
  }
  if (policies?.length === 0) {
    throw new AppError('BAD_USER_INPUT', 'policies is empty; name some, or leave it out for all.');
  }
  const chosen = policies ? [...new Set(policies)] : undefined;
  const request = { policies: chosen, k, share, seed: seed ?? undefined };
  return { evaluation: await recommender.evaluations.start(request) };
};
