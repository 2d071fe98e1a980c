import { AppError } from '../../app-error';
import { filmMap as mapOf } from '../../recommender/films/film-map';
import type { QueryResolvers } from '../resolvers-types.generated';

/** Query.filmMap */
export const filmMap: QueryResolvers['filmMap'] = async (_root, { embedding: name }, context) => {
  const { films, embeddings } = await context.catalogue();
  const embedding = embeddings[name];
  if (!embedding) {
    throw new AppError(
      'EMBEDDINGS_MISSING',
      `No film has a ${name} embedding. Run the mutation writeEmbeddings or the command reelgraph embed.`,
    );
  }
  return mapOf(embedding).map(({ film, x, y }) => ({ filmId: films[film], x, y }));
};
