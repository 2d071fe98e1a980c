import type { RentalLog } from '../../rentals/rental-log';
import { rentedFilms } from '../baselines/count-pairs';
import { easeWeights } from '../baselines/ease';
import { type FilmNeighbors, findNeighbors, sumNeighbors } from '../baselines/item-knn';
import { ridgeWeights } from '../baselines/next-film-ridge';
import { createSimilarityPolicy, type FilmSimilarity } from '../baselines/similarity-policy';
import type { DqnSettings } from './dqn-settings';

/** The linear models of the wide part. */
export type WideName = 'ease' | 'itemKnn' | 'ridge';

/** Max number of rented films for dense models, because they are fitted for each loaded version. */
export const MAX_DENSE_WIDE_FILMS = 6_000;

/** One linear model: the scores of all films are a sum of the rows of the films in the profile. */
export interface WideModel {
  readonly name: WideName;
  /** [films] */
  score(history: Int32Array): Float32Array;
}

/**
 * The wide part of the agent (Cheng et al., "Wide & Deep Learning for Recommender Systems", 2016). It is fitted to a
 * rental log in closed form. It is not published, because its matrices are large and the log is in the graph. Each film
 * of the profile adds one row to the scores, in O(films).
 */
export interface WidePart {
  readonly models: readonly WideModel[];
  /** 1 for each film that was rented in the log, [films]. The models do not score other films. */
  readonly known: Uint8Array;
}

/** The fitted matrices, which can be posted to another thread. */
export interface WideMatrices {
  readonly known: Uint8Array;
  readonly neighbors: FilmNeighbors;
  /** Undefined with more than 6,000 rented films. */
  readonly ease?: FilmSimilarity;
  readonly ridge?: FilmSimilarity;
}

/**
 * Fits EASE, ITEM_KNN and the next-film ridge. With more than 6,000 rented films it fits only ITEM_KNN, whose matrix is
 * sparse. Takes seconds of CPU time.
 */
export async function fitWideMatrices(log: RentalLog, settings: DqnSettings): Promise<WideMatrices> {
  const films = rentedFilms(log);
  const known = new Uint8Array(log.films.length);
  for (const film of films) known[film] = 1;
  const neighbors = findNeighbors(log);
  if (films.length > MAX_DENSE_WIDE_FILMS) return { known, neighbors };
  const { easeRegularization, ridgeRegularization, ridgeDecay } = settings;
  const ease = await easeWeights(log, easeRegularization);
  const ridge = await ridgeWeights(log, { regularization: ridgeRegularization, decay: ridgeDecay });
  return { known, neighbors, ease, ridge };
}

/** Creates the models from fitted matrices. */
export function createWidePart(
  { known, neighbors, ease, ridge }: WideMatrices,
  { easeDecay = 1, ridgeDecay }: DqnSettings,
): WidePart {
  const filmCount = known.length;
  const dense = (name: WideName, weights: FilmSimilarity, decay: number): WideModel => {
    const policy = createSimilarityPolicy({ name: 'EASE', filmCount, decay }, weights);
    return { name, score: (history) => policy.score([history])[0] };
  };
  return {
    models: [
      ...(ease ? [dense('ease', ease, easeDecay)] : []),
      { name: 'itemKnn', score: (history) => sumNeighbors(neighbors, history) },
      ...(ridge ? [dense('ridge', ridge, ridgeDecay)] : []),
    ],
    known,
  };
}

/** Fits the wide part in this thread. */
export const fitWidePart = async (log: RentalLog, settings: DqnSettings): Promise<WidePart> =>
  createWidePart(await fitWideMatrices(log, settings), settings);

/** The matrix of a linear model, [films, films]: row i is the score of a profile with film i alone. */
export function wideMatrix(model: WideModel, filmCount: number): Float32Array {
  const matrix = new Float32Array(filmCount ** 2);
  for (let film = 0; film < filmCount; film++) matrix.set(model.score(Int32Array.of(film)), film * filmCount);
  return matrix;
}
