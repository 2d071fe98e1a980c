import type { Policy, PolicyName } from '../policy';

/** How much renting each film raises the score of each other film. Rows and columns represent a subset of the films. */
export interface FilmSimilarity {
  /** The film number of each row and column. */
  readonly films: Int32Array;
  /** [rows, columns]; zeros on the diagonal. */
  readonly weights: Float32Array;
}

/** Options of a similarity policy. */
export interface SimilarityOptions {
  readonly name: PolicyName;
  /** All films of the catalogue, including those without a row. */
  readonly filmCount: number;
  /** The weight of a film in the profile is decayᵃᵍᵉ. The film rented last has age 0. @default 1 */
  readonly decay?: number;
}

/** Smaller profile weights count as 0. */
const MIN_WEIGHT = 1e-3;

/**
 * Scores a film by the weighted sum of the similarity rows of the profile; 0 for a film without a column. Costs
 * O(films) for each film of the profile.
 */
export function createSimilarityPolicy(
  { name, filmCount, decay = 1 }: SimilarityOptions,
  { films, weights }: FilmSimilarity,
): Policy {
  const rowOf = new Int32Array(filmCount).fill(-1);
  films.forEach((film, row) => (rowOf[film] = row));
  const size = films.length;
  const score = (history: Int32Array): Float32Array => {
    const sums = new Float64Array(size);
    let weight = 1;
    for (let index = history.length - 1; index >= 0 && weight >= MIN_WEIGHT; index--, weight *= decay) {
      const row = rowOf[history[index]];
      if (row < 0) continue;
      for (let column = 0; column < size; column++) sums[column] += weight * weights[row * size + column];
    }
    const scores = new Float32Array(filmCount);
    films.forEach((film, column) => (scores[film] = sums[column]));
    return scores;
  };
  return { name, score: (histories) => histories.map(score) };
}
