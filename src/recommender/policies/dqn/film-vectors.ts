import type { FilmFeatures } from '../../films/film-features';
import type { RowGradient } from '../../engine/adam';

/**
 * Film vectors: e(film) = g · own(film) + the mean of its actors' vectors + the mean of its categories' vectors. Films
 * share what is learned about their actors and categories, so a film without rentals has a vector too. g = n / (n +
 * shrinkage) for a film with n rentals gives a film's own vector more weight the more evidence there is for it. A film
 * without actors and categories has g = 1.
 */
export interface FilmVectors {
  /** The vectors of some films, [rows, dimension], of own [films, dimension] and features [features, dimension]. */
  compose(own: Float32Array, features: Float32Array, films: Int32Array): Float32Array;
  /** The gradients with respect to own and features, from the gradient of the vectors of some films. */
  split(gradient: Float32Array, films: Int32Array): { own: RowGradient; features: RowGradient };
  /** The distinct features of some films. */
  featuresOf(films: Int32Array): Int32Array;
}

/** @param rentals how often each film was rented, [films] */
export function createFilmVectors(
  { names, offsets, numbers, weights }: FilmFeatures,
  rentals: ArrayLike<number>,
  shrinkage: number,
  dimension: number,
): FilmVectors {
  const shareOf = (film: number) =>
    offsets[film] === offsets[film + 1] ? 1 : rentals[film] / (rentals[film] + shrinkage);
  /** The row of each feature in the last result of `featuresOf`, [features]. */
  const rowOf = new Int32Array(names.length).fill(-1);

  const featuresOf = (films: Int32Array): Int32Array => {
    const rows: number[] = [];
    for (const film of films) {
      for (let i = offsets[film]; i < offsets[film + 1]; i++) {
        if (rowOf[numbers[i]] < 0) rowOf[numbers[i]] = rows.push(numbers[i]) - 1;
      }
    }
    for (const feature of rows) rowOf[feature] = -1;
    return Int32Array.from(rows);
  };

  return {
    featuresOf,
    compose: (own, features, films) => {
      const vectors = new Float32Array(films.length * dimension);
      films.forEach((film, row) => {
        const share = shareOf(film);
        const [to, from] = [row * dimension, film * dimension];
        for (let d = 0; d < dimension; d++) vectors[to + d] = share * own[from + d];
        for (let i = offsets[film]; i < offsets[film + 1]; i++) {
          const [weight, feature] = [weights[i], numbers[i] * dimension];
          for (let d = 0; d < dimension; d++) vectors[to + d] += weight * features[feature + d];
        }
      });
      return vectors;
    },
    split: (gradient, films) => {
      const rows = featuresOf(films);
      rows.forEach((feature, row) => (rowOf[feature] = row));
      const own = new Float32Array(gradient.length);
      const features = new Float32Array(rows.length * dimension);
      films.forEach((film, row) => {
        const share = shareOf(film);
        const from = row * dimension;
        for (let d = from; d < from + dimension; d++) own[d] = share * gradient[d];
        for (let i = offsets[film]; i < offsets[film + 1]; i++) {
          const [weight, to] = [weights[i], rowOf[numbers[i]] * dimension];
          for (let d = 0; d < dimension; d++) features[to + d] += weight * gradient[from + d];
        }
      });
      for (const feature of rows) rowOf[feature] = -1;
      return { own: { rows: films, values: own }, features: { rows, values: features } };
    },
  };
}
