import type { PolicyName } from '../../recommender/policies/policy';
import type { RecommendationRequest } from '../../recommender/serving/recommend';
import { PAGE, requireInteger } from '../../require-number';
import type { Context } from '../context';
import { fillFilm } from '../fill-film';
import { toGlobalId } from '../global-id';
import { hydrate } from '../hydrate';
import { leaveOutMissing } from '../leave-out-missing';
import type { FilmWhere } from '../loaders';
import type {
  CustomerResolvers,
  QueryResolvers,
  ReasonResolvers,
  RecommendationListResolvers,
  RecommendationResolvers,
} from '../resolvers-types.generated';

/** Arguments of the fields that recommend. */
interface RecommendArguments {
  first: number;
  policy?: PolicyName | null;
  version?: string | null;
  where?: FilmWhere | null;
  diversity: number;
  excludeRented?: boolean;
}

const MAX_REASONS = 20;

const recommendTo = (
  customer: string | null,
  films: readonly string[],
  { first, policy, version, where, diversity, excludeRented }: RecommendArguments,
  { recommender, loaders, sources }: Context,
) => {
  const request: RecommendationRequest = {
    customer,
    films,
    first,
    policy: policy ?? undefined,
    version: version ?? undefined,
    diversity,
    excludeRented,
    filter: where ? () => loaders.filters.load(where) : undefined,
  };
  return recommender.recommend(request, sources);
};

/** Query.recommendations */
export const recommendations: QueryResolvers['recommendations'] = (
  _root,
  { customer, imagine, ...options },
  context,
) => recommendTo(customer, imagine ?? [], options, context);

/** Query.recommendationsFor */
export const recommendationsFor: QueryResolvers['recommendationsFor'] = (
  _root,
  { films, ...options },
  context,
) => recommendTo(null, films, options, context);

export const Customer: Pick<CustomerResolvers, 'id' | 'recommendations'> = {
  id: ({ customerId }) => toGlobalId('Customer', customerId),
  recommendations: ({ customerId }, { imagine, ...options }, context) =>
    recommendTo(customerId, imagine ?? [], options, context),
};

export const RecommendationList: RecommendationListResolvers = {
  customer: ({ customer }, _arguments, context, info) =>
    customer === null ? null : hydrate('customerId', customer, context, info),
  items: ({ items }, _arguments, context, info) => leaveOutMissing(items, 'film', context, info),
};

export const Recommendation: RecommendationResolvers = {
  film: ({ film }, _arguments, context, info) => fillFilm(film, context, info),
  reasons: async (recommendation, { first }, context, info) => {
    requireInteger('first', first, { ...PAGE, max: MAX_REASONS });
    const reasons = (await context.loaders.reasons.load(recommendation)).slice(0, first);
    return leaveOutMissing(reasons, 'rented', context, info);
  },
};

export const Reason: ReasonResolvers = {
  rented: ({ rented }, _arguments, context, info) => fillFilm(rented, context, info),
  actor: ({ actor }, _arguments, context, info) => actor && hydrate('actorId', actor, context, info),
  category: ({ category }, _arguments, context, info) =>
    category && hydrate('categoryId', category, context, info),
};
