import type { QueryResolvers } from '../resolvers-types.generated';

/** Query.agent */
export const agent: QueryResolvers['agent'] = async (_root, _arguments, { recommender, catalogue }) => {
  const { engine, tutorial } = recommender;
  const films = await catalogue();
  const [{ policy, version }, progress] = await Promise.all([
    recommender.answering(),
    tutorial.progress(films),
  ]);
  return { engine: engine.name, engineVersion: engine.version, policy: policy.name, version, ...progress };
};
