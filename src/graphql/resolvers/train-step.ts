import { AppError } from '../../app-error';
import type { MutationResolvers } from '../resolvers-types.generated';

const MAX_STEPS = 10_000;

/** Mutation.trainStep */
export const trainStep: MutationResolvers['trainStep'] = async (
  _root,
  { input },
  { recommender, catalogue },
) => {
  const steps = input?.steps ?? 1;
  if (!(steps >= 1 && steps <= MAX_STEPS)) {
    throw new AppError(
      'BAD_USER_INPUT',
      `steps is ${steps}; it takes a whole number from 1 to ${MAX_STEPS}.`,
    );
  }
  return recommender.tutorial.train(await catalogue(), steps);
};
