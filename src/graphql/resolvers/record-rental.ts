import type { MutationResolvers } from '../resolvers-types.generated';

/** Mutation.recordRental */
export const recordRental: MutationResolvers['recordRental'] = async (
  _root,
  { input: { at, recommendationList, ...input } },
  { recommender, histories },
) => {
  const recorded = await recommender.recordRental({
    ...input,
    at: at == null ? undefined : Date.parse(at),
    recommendationList: recommendationList ?? undefined,
  });
  // What the same document asks next sees the rental too.
  histories.clear(recorded.customer);
  return recorded;
};
