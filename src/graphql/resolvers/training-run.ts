import { MAX_POINTS, thinCurve } from '../../recommender/training/curve';
import { requireFirst } from '../require-first';
import type { QueryResolvers, TrainingRunResolvers } from '../resolvers-types.generated';

/** Query.trainingRun */
export const trainingRun: QueryResolvers['trainingRun'] = (_root, { id }, { recommender }) =>
  recommender.runs.find(id);

/** TrainingRun.curve */
export const TrainingRun: Pick<TrainingRunResolvers, 'curve' | 'settings'> = {
  curve: async ({ id }, { points }, { recommender }) => {
    requireFirst(points, MAX_POINTS, 'points');
    return thinCurve(await recommender.runs.curve(id), points);
  },
  settings: ({ settings }) =>
    Object.entries(settings ? (JSON.parse(settings) as Record<string, unknown>) : {}).map(
      ([name, value]) => ({ name, value: JSON.stringify(value) }),
    ),
};
