import type { MutationResolvers } from '../resolvers-types.generated';

/** Mutation.cancelTraining */
export const cancelTraining: MutationResolvers['cancelTraining'] = async (
  _root,
  { input },
  { recommender },
) => ({ run: await recommender.runs.cancel(input.run) });
