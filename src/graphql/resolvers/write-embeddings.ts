import { AppError } from '../../app-error';
import { writeEmbeddings as write } from '../../embeddings/write-embeddings';
import { silentProgress } from '../../progress';
import type { MutationResolvers } from '../resolvers-types.generated';

/** Mutation.writeEmbeddings */
export const writeEmbeddings: MutationResolvers['writeEmbeddings'] = async (
  _root,
  { input },
  { recommender },
) => {
  const embeddings = new Set(input.embeddings);
  if (embeddings.size === 0) {
    throw new AppError('BAD_USER_INPUT', 'embeddings is empty; name NODE2VEC, FASTRP or both.');
  }
  return { written: await write(recommender.graph, embeddings, silentProgress) };
};
