import type { RentalLog } from '../../rentals/rental-log';
import { MAX_DENSE_FILMS, rentedFilms } from '../baselines/count-pairs';
import { easeWeights } from '../baselines/ease';
import { findNeighbors, sumNeighbors } from '../baselines/item-knn';
import { ridgeWeights } from '../baselines/next-film-ridge';
import { createSimilarityPolicy, type FilmSimilarity } from '../baselines/similarity-policy';
import type { DqnSettings } from './dqn-settings';

/** Linear models of rentals that stand beside the network. */
export type WideName = 'ease' | 'itemKnn' | 'ridge';

/** One linear model: the scores of all films are a sum of the rows of the films in the profile. */
export interface WideModel {
  readonly name: WideName;
  /** [films] */
  score(history: Int32Array): Float32Array;
}

/**
 * The wide part of the agent (Cheng et al., "Wide & Deep Learning for Recommender Systems", 2016). It is fitted in
 * closed form to a rental log and is not published: its matrices are large, and the log is in the graph. A new rental
 * adds one row of O(films) to each score.
 */
export interface WidePart {
  readonly models: readonly WideModel[];
  /** 1 for each film that was rented in the log, [films]; the models know nothing of the others. */
  readonly known: Uint8Array;
}

const fitted = new WeakMap<RentalLog, { key: string; part: Promise<WidePart> }>();

/** Returns the wide part of a log, fitted once for as long as the log is in use: versions of the policy share it. */
export function widePartOf(log: RentalLog, settings: DqnSettings): Promise<WidePart> {
  const { easeRegularization, ridgeRegularization, ridgeDecay } = settings;
  const key = [easeRegularization, ridgeRegularization, ridgeDecay].join();
  const known = fitted.get(log);
  if (known?.key === key) return known.part;
  const part = fitWidePart(log, settings);
  fitted.set(log, { key, part });
  part.catch(() => fitted.delete(log));
  return part;
}

/**
 * Fits EASE, ITEM_KNN and the next-film ridge; past 6,000 rented films ITEM_KNN alone, whose matrix is sparse. Lets
 * other work of the process run every few milliseconds.
 */
export async function fitWidePart(log: RentalLog, settings: DqnSettings): Promise<WidePart> {
  const filmCount = log.films.length;
  const films = rentedFilms(log);
  const known = new Uint8Array(filmCount);
  for (const film of films) known[film] = 1;
  const neighbors = findNeighbors(log);
  const itemKnn: WideModel = { name: 'itemKnn', score: (history) => sumNeighbors(neighbors, history) };
  if (films.length > MAX_DENSE_FILMS) return { models: [itemKnn], known };

  const ease = await easeWeights(log, settings.easeRegularization);
  const ridge = await ridgeWeights(log, {
    regularization: settings.ridgeRegularization,
    decay: settings.ridgeDecay,
  });
  const dense = (name: WideName, weights: FilmSimilarity, decay: number): WideModel => {
    const policy = createSimilarityPolicy({ name: 'EASE', filmCount, decay }, weights);
    return { name, score: (history) => policy.score([history])[0] };
  };
  return {
    models: [dense('ease', ease, 1), itemKnn, dense('ridge', ridge, settings.ridgeDecay)],
    known,
  };
}

/** The matrix of a linear model, [films, films]: row i is the score of a profile with film i alone. */
export function wideMatrix(model: WideModel, filmCount: number): Float32Array {
  const matrix = new Float32Array(filmCount ** 2);
  for (let film = 0; film < filmCount; film++) matrix.set(model.score(Int32Array.of(film)), film * filmCount);
  return matrix;
}
