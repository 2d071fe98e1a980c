import { meanNdcg } from '../../metrics/ranking-metrics';
import type { TestCase } from '../../metrics/split-log';
import type { Policy } from '../policy';
import type { RentalLog } from '../../rentals/rental-log';
import { countPairs, rentedFilms } from './count-pairs';
import { invertSymmetric } from './invert-symmetric';
import { createSimilarityPolicy, type FilmSimilarity } from './similarity-policy';
import { validationSplit } from './validation-split';

/** Hyperparameters of EASE. */
export interface EaseSettings {
  /** λ, in rentals: larger values keep weights smaller. */
  readonly regularization: number;
  /** The weight of a film in the profile is decayᵃᵍᵉ. The film rented last has age 0. */
  readonly decay: number;
}

/** Without decay, as in the paper, and with a λ that works well on MovieLens-100K. */
export const EASE_SETTINGS: EaseSettings = { regularization: 300, decay: 1 };

/** With more rented films the default λ is used, because each λ requires another inverse. */
const MAX_TUNED_FILMS = 6_000;
const REGULARIZATIONS = [50, 150, 300, 800];
const DECAYS = [1, 0.98, 0.95, 0.9, 0.8];

/**
 * EASE, a linear autoencoder without self-weights (Steck, "Embarrassingly Shallow Autoencoders for Sparse Data",
 * 2019), in closed form: with P = (XᵀX + λI)⁻¹ the weight from film i to film j is −P[i,j] / P[j,j].
 */
export async function fitEase(
  log: RentalLog,
  { regularization, decay }: EaseSettings = EASE_SETTINGS,
): Promise<Policy> {
  const weights = await easeWeights(log, regularization);
  return createSimilarityPolicy({ name: 'EASE', filmCount: log.films.length, decay }, weights);
}

/** A fitted EASE model. Plain data that can be posted to another thread. */
export interface EaseModel {
  readonly settings: EaseSettings;
  readonly similarity: FilmSimilarity;
}

/**
 * EASE with the λ and the profile decay that have the highest NDCG@10 on the newest eighth of each history. The paper
 * has no decay; it gives recent rentals more weight, like the other sequential policies.
 */
export async function fitTunedEase(log: RentalLog): Promise<Policy> {
  return createEasePolicy(await fitTunedEaseModel(log), log.films.length);
}

/** Fits the model of `fitTunedEase`. */
export async function fitTunedEaseModel(log: RentalLog): Promise<EaseModel> {
  const settings = await tuneEase(validationSplit(log));
  return { settings, similarity: await easeWeights(log, settings.regularization) };
}

/** Returns the policy of a fitted model. */
export function createEasePolicy({ settings, similarity }: EaseModel, filmCount: number): Policy {
  const policy = createSimilarityPolicy({ name: 'EASE', filmCount, decay: settings.decay }, similarity);
  return { ...policy, settings: { ...settings } };
}

/**
 * Returns the λ and the profile decay with the highest NDCG@10 on held-out cases; the defaults if there are no cases.
 * With more than 6,000 rented films only the decay is chosen.
 */
export async function tuneEase({
  train,
  cases,
}: {
  train: RentalLog;
  cases: readonly TestCase[];
}): Promise<EaseSettings> {
  let best = { settings: EASE_SETTINGS, ndcg: -1 };
  if (cases.length === 0) return best.settings;
  const isTuned = rentedFilms(train).length <= MAX_TUNED_FILMS;
  for (const regularization of isTuned ? REGULARIZATIONS : [EASE_SETTINGS.regularization]) {
    const weights = await easeWeights(train, regularization);
    for (const decay of DECAYS) {
      const options = { name: 'EASE' as const, filmCount: train.films.length, decay };
      const ndcg = meanNdcg(createSimilarityPolicy(options, weights), cases);
      if (ndcg > best.ndcg) best = { settings: { regularization, decay }, ndcg };
    }
  }
  return best.settings;
}

/** Computes the weights of EASE between the rented films of a log. */
export async function easeWeights(log: RentalLog, regularization: number): Promise<FilmSimilarity> {
  const { films, counts } = countPairs(log);
  const size = films.length;
  for (let film = 0; film < size; film++) counts[film * size + film] += regularization;
  await invertSymmetric(counts, size, counts);
  const weights = new Float32Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (row !== column) {
        weights[row * size + column] = -counts[row * size + column] / counts[column * size + column];
      }
    }
  }
  return { films, weights };
}
