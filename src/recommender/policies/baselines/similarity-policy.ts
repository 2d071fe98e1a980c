import type { Policy, PolicyName } from '../../policy';

/** How much renting each film says for each other one: rows and columns stand for some of the films. */
export interface FilmSimilarity {
  /** The film number of each row and column. */
  readonly films: Int32Array;
  /** [rows, columns]; zeros on the diagonal. */
  readonly weights: Float32Array;
}

/** A film's score is the sum of what the films of the history say for it; 0 for a film that nobody rented. */
export function createSimilarityPolicy(
  name: PolicyName,
  filmCount: number,
  { films, weights }: FilmSimilarity,
): Policy {
  const rowOf = new Int32Array(filmCount).fill(-1);
  films.forEach((film, row) => (rowOf[film] = row));
  const size = films.length;
  const score = (history: Int32Array): Float32Array => {
    const sums = new Float64Array(size);
    for (const film of new Set(history)) {
      const row = rowOf[film];
      if (row < 0) continue;
      for (let column = 0; column < size; column++) sums[column] += weights[row * size + column];
    }
    const scores = new Float32Array(filmCount);
    films.forEach((film, column) => (scores[film] = sums[column]));
    return scores;
  };
  return { name, score: (histories) => histories.map(score) };
}
