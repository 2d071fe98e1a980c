import type { TrainingProgress } from '../../recommender/training/run-progress-stream';
import type { SubscriptionResolvers } from '../resolvers-types.generated';

/** Subscription.trainingProgress */
export const trainingProgress: SubscriptionResolvers['trainingProgress'] = {
  subscribe: async (_root, { run }, { recommender }) => {
    // An unknown run is refused now, before the stream begins.
    await recommender.runs.find(run);
    return recommender.runs.follow(run) as never;
  },
  resolve: (progress: TrainingProgress) => progress,
};
