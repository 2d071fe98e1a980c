import { AppError } from '../../app-error';
import {
  isTrainable,
  type PolicyName,
  TRAINABLE,
  type TrainablePolicy,
} from '../../recommender/policies/policy';
import { MAX_POINTS, thinCurve } from '../../recommender/training/curve';
import type { TrainingProgress } from '../../recommender/training/run-progress-stream';
import { PAGE, requireInteger } from '../../require-number';
import type {
  MutationResolvers,
  QueryResolvers,
  SubscriptionResolvers,
  TrainingRunResolvers,
} from '../resolvers-types.generated';

/** Max steps of a run, and of a call of `trainStep`, which waits until they are done. */
const MAX_RUN_STEPS = 10_000_000;
const MAX_STEPS = 10_000;

/** @throws AppError BAD_USER_INPUT for a policy that is fitted, not trained */
function requireTrainable(policy: PolicyName): TrainablePolicy {
  if (isTrainable(policy)) return policy;
  throw new AppError(
    'BAD_USER_INPUT',
    `Invalid policy ${policy}: it is fitted to the rentals and needs no training. Expected ${TRAINABLE.join(' or ')}.`,
  );
}

/** Query.trainingRun */
export const trainingRun: QueryResolvers['trainingRun'] = (_root, { id }, { recommender }) =>
  recommender.runs.find(id);

/** Query.trainingRuns */
export const trainingRuns: QueryResolvers['trainingRuns'] = (_root, { first }, { recommender }) => {
  requireInteger('first', first);
  return recommender.runs.newest(first);
};

/** Mutation.trainStep */
export const trainStep: MutationResolvers['trainStep'] = async (_root, { input }, { recommender }) => {
  const { steps = 1, policy = 'DQN' } = input ?? {};
  requireInteger('steps', steps, { min: 1, max: MAX_STEPS });
  return recommender.trainStep(requireTrainable(policy), steps);
};

/** Mutation.startTraining */
export const startTraining: MutationResolvers['startTraining'] = async (
  _root,
  { input: { seed, steps, resume, ...input } },
  { recommender },
) => {
  const policy = resume ? 'DQN' : requireTrainable(input.policy ?? 'DQN');
  if (steps != null) requireInteger('steps', steps, { min: 1, max: MAX_RUN_STEPS });
  const request = { seed: seed ?? undefined, steps: steps ?? undefined, resume: resume ?? undefined };
  return { run: await recommender.runs.start({ policy, ...request }) };
};

/** Mutation.cancelTraining */
export const cancelTraining: MutationResolvers['cancelTraining'] = async (
  _root,
  { input },
  { recommender },
) => ({ run: await recommender.runs.cancel(input.run) });

/** Subscription.trainingProgress */
export const trainingProgress: SubscriptionResolvers['trainingProgress'] = {
  subscribe: async (_root, { run }, { recommender }) => {
    // Refuses an unknown run before the stream begins.
    await recommender.runs.find(run);
    return recommender.runs.follow(run) as never;
  },
  resolve: (progress: TrainingProgress) => progress,
};

export const TrainingRun: Pick<TrainingRunResolvers, 'curve' | 'settings'> = {
  settings: ({ settings }) =>
    Object.entries(settings ? (JSON.parse(settings) as Record<string, unknown>) : {}).map(
      ([name, value]) => ({ name, value: JSON.stringify(value) }),
    ),
  curve: async ({ id }, { points }, { recommender }) => {
    requireInteger('points', points, { ...PAGE, max: MAX_POINTS });
    return thinCurve(await recommender.runs.curve(id), points);
  },
};
