import type { QueryResolvers } from '../resolvers-types.generated';
import { recommendForFilms } from '../recommend';

/** Query.recommendationsFor */
export const recommendationsFor: QueryResolvers['recommendationsFor'] = (
  _root,
  { films, ...options },
  context,
) => recommendForFilms(films, options, context);
