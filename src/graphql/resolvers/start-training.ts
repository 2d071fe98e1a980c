import { AppError } from '../../app-error';
import { TRAINABLE } from '../../recommender/policies/trainable-policies';
import type { MutationResolvers } from '../resolvers-types.generated';

const MAX_STEPS = 10_000_000;

/** Mutation.startTraining */
export const startTraining: MutationResolvers['startTraining'] = async (
  _root,
  { input: { seed, steps, resume, ...input } },
  { recommender },
) => {
  const policy = TRAINABLE.find((known) => known === input.policy);
  if (!policy && !resume) {
    throw new AppError(
      'BAD_USER_INPUT',
      `${input.policy} is fitted to the rentals and needs no training. These learn: ${TRAINABLE.join(', ')}.`,
    );
  }
  if (steps != null && !(steps >= 1 && steps <= MAX_STEPS)) {
    throw new AppError(
      'BAD_USER_INPUT',
      `steps is ${steps}; it takes a whole number from 1 to ${MAX_STEPS}.`,
    );
  }
  const order = { seed: seed ?? undefined, steps: steps ?? undefined, resume: resume ?? undefined };
  return { run: await recommender.runs.start({ policy: policy ?? TRAINABLE[0], ...order }) };
};
