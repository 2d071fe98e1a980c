import { filmNeighbors } from '../film-neighbors';
import type { QueryResolvers } from '../resolvers-types.generated';

/** Query.embeddingNeighbors */
export const embeddingNeighbors: QueryResolvers['embeddingNeighbors'] = (
  _root,
  { film, first, embedding },
  context,
) => filmNeighbors(film, first, embedding, context);
