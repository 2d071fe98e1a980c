import type { FilmFeatures } from '../../films/film-features';

/**
 * Film vectors: e(film) = g · own(film) + the mean of its actors' vectors + the mean of its categories' vectors. Films
 * share what is learned about their actors and categories, so a film without rentals has a vector too. g = n /
 * (n + shrinkage) for a film with n rentals gives the own vector as much weight as there is evidence for it. A film
 * without actors and categories has g = 1.
 */
export interface FilmVectors {
  /** [films, dimension] of own [films, dimension] and features [features, dimension]. */
  compose(own: Float32Array, features: Float32Array): Float32Array;
  /** The gradients with respect to own and features, from the gradient with respect to the film vectors. */
  split(gradient: Float32Array): { own: Float32Array; features: Float32Array };
}

/** @param rentals how often each film was rented, [films] */
export function createFilmVectors(
  { names, offsets, numbers, weights }: FilmFeatures,
  rentals: ArrayLike<number>,
  shrinkage: number,
  dimension: number,
): FilmVectors {
  const films = offsets.length - 1;
  const shares = Float32Array.from({ length: films }, (_, film) =>
    offsets[film] === offsets[film + 1] ? 1 : rentals[film] / (rentals[film] + shrinkage),
  );
  const scaled = (values: Float32Array) =>
    values.map((value, at) => value * shares[Math.floor(at / dimension)]);
  /** Calls `visit` for each feature of each film with the offsets of their vectors. */
  const forEachFeature = (visit: (film: number, feature: number, weight: number) => void) => {
    for (let film = 0; film < films; film++) {
      for (let at = offsets[film]; at < offsets[film + 1]; at++) {
        visit(film * dimension, numbers[at] * dimension, weights[at]);
      }
    }
  };
  return {
    compose: (own, features) => {
      const vectors = scaled(own);
      forEachFeature((film, feature, weight) => {
        for (let i = 0; i < dimension; i++) vectors[film + i] += weight * features[feature + i];
      });
      return vectors;
    },
    split: (gradient) => {
      const features = new Float32Array(names.length * dimension);
      forEachFeature((film, feature, weight) => {
        for (let i = 0; i < dimension; i++) features[feature + i] += weight * gradient[film + i];
      });
      return { own: scaled(gradient), features };
    },
  };
}
