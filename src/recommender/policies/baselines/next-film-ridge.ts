import type { Policy } from '../policy';
import { meanNdcg } from '../../metrics/ranking-metrics';
import type { RentalLog } from '../../rentals/rental-log';
import { rentedFilms, requireDense } from './count-pairs';
import { invertSymmetric } from './invert-symmetric';
import { multiply } from './multiply';
import { createSimilarityPolicy, type FilmSimilarity } from './similarity-policy';
import { validationSplit } from './validation-split';

/** Hyperparameters of the ridge regression. */
export interface RidgeSettings {
  readonly regularization: number;
  /** The weight of a film in the profile is decayᵃᵍᵉ. The film rented last has age 0. */
  readonly decay: number;
}

export const RIDGE_SETTINGS: RidgeSettings = { regularization: 100, decay: 0.9 };

/** Smaller profile weights are left out of the regression. */
const MIN_WEIGHT = 1e-2;

/**
 * Ridge regression from the decayed profile before each rental to the film rented next, in closed form:
 * B = (PᵀP + λI)⁻¹ PᵀY, a linear model of sequences in the spirit of SLIST (Choi et al., "Session-aware Linear
 * Item-Item Models for Session-based Recommendation", 2021).
 */
export async function ridgeWeights(
  log: RentalLog,
  { regularization, decay }: RidgeSettings = RIDGE_SETTINGS,
): Promise<FilmSimilarity> {
  const films = rentedFilms(log);
  const size = films.length;
  requireDense('the next-film ridge', size);
  const rowOf = new Int32Array(log.films.length);
  films.forEach((film, row) => (rowOf[film] = row));
  const maxAge = decay === 0 ? 1 : Math.ceil(Math.log(MIN_WEIGHT) / Math.log(decay));
  const powers = Float64Array.from({ length: maxAge }, (_, age) => decay ** age);
  const gram = new Float64Array(size * size);
  const next = new Float64Array(size * size);
  for (const history of log.histories) {
    const rows = history.map((film) => rowOf[film]);
    for (let target = 1; target < rows.length; target++) {
      const ages = Math.min(maxAge, target);
      for (let age = 0; age < ages; age++) {
        const row = rows[target - 1 - age] * size;
        next[row + rows[target]] += powers[age];
        for (let other = 0; other < ages; other++) {
          gram[row + rows[target - 1 - other]] += powers[age] * powers[other];
        }
      }
    }
  }
  for (let film = 0; film < size; film++) gram[film * size + film] += regularization;
  await invertSymmetric(gram, size, gram);
  return { films, weights: Float32Array.from(await multiply(gram, next, size)) };
}

const DECAYS = [0.8, 0.9];
const REGULARIZATIONS = [30, 100];

/** The ridge as a separate policy, with the λ and the decay that rank the newest eighth of each history best. */
export async function fitTunedRidge(log: RentalLog): Promise<Policy> {
  const { train, cases } = validationSplit(log);
  let best = { settings: RIDGE_SETTINGS, ndcg: -1 };
  const policyOf = (weights: FilmSimilarity, { decay }: RidgeSettings) =>
    createSimilarityPolicy({ name: 'EASE', filmCount: log.films.length, decay }, weights);
  for (const decay of DECAYS) {
    for (const regularization of REGULARIZATIONS) {
      const settings = { regularization, decay };
      const ndcg = meanNdcg(policyOf(await ridgeWeights(train, settings), settings), cases);
      if (ndcg > best.ndcg) best = { settings, ndcg };
    }
  }
  return {
    ...policyOf(await ridgeWeights(log, best.settings), best.settings),
    settings: { ...best.settings },
  };
}
