import DataLoader from 'dataloader';
import type { Recommender } from '../../recommender/recommender';
import type { Reason } from '../../recommender/serving/reasons';
import type { Recommendation } from '../../recommender/serving/recommend';

/** Loads all reasons of a recommendation, most specific first. */
export type ReasonLoader = DataLoader<Recommendation, Reason[]>;

/** Finds the reasons of all recommendations of a request in one statement. */
export const createReasonLoader = ({ reasons }: Recommender): ReasonLoader =>
  new DataLoader((recommendations) => reasons(recommendations));
