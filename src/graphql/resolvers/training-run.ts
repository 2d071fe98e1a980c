import { MAX_POINTS, thinCurve } from '../../recommender/training/curve';
import { requireFirst } from '../require-first';
import type { QueryResolvers, TrainingRunResolvers } from '../resolvers-types.generated';

/** Query.trainingRun */
export const trainingRun: QueryResolvers['trainingRun'] = (_root, { id }, { recommender }) =>
  recommender.runs.find(id);

/** TrainingRun.curve */
export const TrainingRun: Pick<TrainingRunResolvers, 'curve'> = {
  curve: async ({ id }, { points }, { recommender }) => {
    requireFirst(points, MAX_POINTS, 'points');
    return thinCurve(await recommender.runs.curve(id), points);
  },
};
