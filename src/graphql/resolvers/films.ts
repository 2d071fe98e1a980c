import { AppError } from '../../app-error';
import { writeEmbeddings as write } from '../../embeddings/write-embeddings';
import { silentProgress } from '../../progress';
import { filmMap as mapOf } from '../../recommender/films/film-map';
import { requireEmbedding } from '../../recommender/films/require-embedding';
import { fillFilm } from '../fill-film';
import { leaveOutMissing } from '../leave-out-missing';
import { toGlobalId } from '../global-id';
import type {
  FilmNeighborResolvers,
  FilmPointResolvers,
  FilmResolvers,
  MutationResolvers,
  QueryResolvers,
} from '../resolvers-types.generated';

/** Query.embeddingNeighbors */
export const embeddingNeighbors: QueryResolvers['embeddingNeighbors'] = async (
  _root,
  { film, first, embedding },
  context,
  info,
) => leaveOutMissing(await context.recommender.neighbors(film, first, embedding), 'film', context, info);

/** Query.filmMap */
export const filmMap: QueryResolvers['filmMap'] = async (
  _root,
  { embedding: name, projection },
  context,
  info,
) => {
  const catalogue = await context.catalogue();
  const points = await mapOf(requireEmbedding(catalogue, name), projection);
  const shown = points.map(({ film, x, y }) => ({ film: catalogue.films[film], x, y }));
  return leaveOutMissing(shown, 'film', context, info);
};

/** Mutation.writeEmbeddings */
export const writeEmbeddings: MutationResolvers['writeEmbeddings'] = async (
  _root,
  { input },
  { recommender },
) => {
  const embeddings = new Set(input.embeddings);
  if (embeddings.size === 0) {
    throw new AppError('BAD_USER_INPUT', 'Invalid embeddings []: expected NODE2VEC, FASTRP or both.');
  }
  return { written: await write(recommender.graph, embeddings, silentProgress) };
};

export const Film: Pick<FilmResolvers, 'id' | 'neighbors'> = {
  id: ({ filmId }) => toGlobalId('Film', filmId),
  neighbors: async ({ filmId }, { first, embedding }, context, info) =>
    leaveOutMissing(await context.recommender.neighbors(filmId, first, embedding), 'film', context, info),
};

export const FilmNeighbor: FilmNeighborResolvers = {
  film: ({ film }, _arguments, context, info) => fillFilm(film, context, info),
};

export const FilmPoint: FilmPointResolvers = {
  film: ({ film }, _arguments, context, info) => fillFilm(film, context, info),
};
