import { AppError } from '../../app-error';
import { requireInteger } from '../../require-number';
import type { MutationResolvers, QueryResolvers } from '../resolvers-types.generated';

/** Query.evaluation */
export const evaluation: QueryResolvers['evaluation'] = (_root, { id }, { recommender }) =>
  recommender.evaluations.find(id);

/** Query.evaluations */
export const evaluations: QueryResolvers['evaluations'] = (_root, { first }, { recommender }) => {
  requireInteger('first', first);
  return recommender.evaluations.newest(first);
};

/** Mutation.evaluatePolicies */
export const evaluatePolicies: MutationResolvers['evaluatePolicies'] = async (
  _root,
  { input: { policies, k = 10, split = 'GLOBAL', share = 0.8, date, seed } },
  { recommender },
) => {
  requireInteger('k', k);
  if (!(share > 0 && share < 1)) {
    throw new AppError('BAD_USER_INPUT', `Invalid share ${share}: expected a number above 0 and below 1.`);
  }
  if (policies?.length === 0) {
    throw new AppError(
      'BAD_USER_INPUT',
      'Invalid policies: the list is empty. Omit it to compare all policies.',
    );
  }
  if (date && split !== 'GLOBAL') {
    throw new AppError('BAD_USER_INPUT', `Invalid date: only split GLOBAL takes a date, got split ${split}.`);
  }
  const request = {
    policies: policies ? [...new Set(policies)] : undefined,
    k,
    split,
    share,
    date: date ? Date.parse(date) : undefined,
    seed: seed ?? undefined,
  };
  return { evaluation: await recommender.evaluations.start(request) };
};
