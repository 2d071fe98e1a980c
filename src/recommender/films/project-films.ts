import { UMAP } from 'umap-js';
import { createRandom } from '../../random';
import { principalComponents } from './pca';

/** The methods of projection to two dimensions. */
export type Projection = 'PCA' | 'UMAP';

/** Films to project. */
export interface ProjectionTask {
  /** [films, dimension]; films whose vector is all zeros or not finite are left out. */
  readonly vectors: Float32Array;
  readonly dimension: number;
  readonly projection: Projection;
}

/** Positions of films. */
export interface ProjectedFilms {
  /** Numbers of the films that have a vector, [rows]. */
  readonly films: Int32Array;
  /** Coordinates, [rows]; their means are 0. */
  readonly xs: Float64Array;
  readonly ys: Float64Array;
}

const UMAP_SEED = 1;
const UMAP_NEIGHBORS = 15;
const UMAP_MIN_DISTANCE = 0.1;

/** Vectors of length 1, [rows, dimension]. */
interface Directions {
  readonly films: Int32Array;
  readonly rows: Float64Array;
  readonly dimension: number;
}

/**
 * Projects the directions of films, so that films with a high cosine similarity are near each other on the map. Uses
 * principal component analysis, or UMAP (McInnes et al. 2018), which keeps neighbors together.
 */
export function projectFilms({ vectors, dimension, projection }: ProjectionTask): ProjectedFilms {
  const directions = toDirections(vectors, dimension);
  const points = projection === 'UMAP' ? projectByUmap(directions) : projectByPca(directions);
  return { films: directions.films, xs: center(points.xs), ys: center(points.ys) };
}

function toDirections(vectors: Float32Array, dimension: number): Directions {
  const films: number[] = [];
  const rows = new Float64Array(vectors.length);
  for (let film = 0; film * dimension < vectors.length; film++) {
    const vector = vectors.subarray(film * dimension, (film + 1) * dimension);
    const length = Math.hypot(...vector);
    if (!(length > 0 && length < Infinity)) continue;
    for (let i = 0; i < dimension; i++) rows[films.length * dimension + i] = vector[i] / length;
    films.push(film);
  }
  return { films: Int32Array.from(films), rows: rows.subarray(0, films.length * dimension), dimension };
}

function projectByPca({ films, rows, dimension }: Directions) {
  const mean = new Float64Array(dimension);
  rows.forEach((value, i) => (mean[i % dimension] += value / films.length));
  const centered = rows.map((value, i) => value - mean[i % dimension]);
  const [xs, ys] = principalComponents(centered, dimension, 2).map((axis) =>
    Float64Array.from(films, (_, row) => {
      let sum = 0;
      for (let i = 0; i < dimension; i++) sum += axis[i] * centered[row * dimension + i];
      return sum;
    }),
  );
  return { xs, ys };
}

function projectByUmap({ films, rows, dimension }: Directions) {
  const umap = new UMAP({
    nComponents: 2,
    nNeighbors: Math.min(UMAP_NEIGHBORS, films.length - 1),
    minDist: UMAP_MIN_DISTANCE,
    random: createRandom(UMAP_SEED).next,
  });
  const vectors = Array.from(films, (_, row) =>
    Array.from(rows.subarray(row * dimension, (row + 1) * dimension)),
  );
  const points = umap.fit(vectors);
  return { xs: Float64Array.from(points, ([x]) => x), ys: Float64Array.from(points, ([, y]) => y) };
}

function center(values: Float64Array): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
}
