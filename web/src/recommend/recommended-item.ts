import type { RecommendQuery } from '../api/operations.generated';

/** One recommended film, with its reasons. */
export type RecommendedItem = NonNullable<RecommendQuery['recommendations']>['items'][number];
