import { readAgentState } from '../../recommender/serving/agent-state';
import type { QueryResolvers } from '../resolvers-types.generated';

/** Query.agent */
export const agent: QueryResolvers['agent'] = async (_root, _arguments, { recommender }) => {
  const state = await readAgentState(recommender);
  const { step, epsilon, meanReward, seed } = state.learners[0];
  return { ...state, step, epsilon, meanReward, seed };
};
