import type { FilmEmbedding } from './film-catalogue';
import { principalComponents } from './pca';

/** Where a film, by number, stands on the map. */
export interface MappedFilm {
  readonly film: number;
  readonly x: number;
  readonly y: number;
}

const known = new WeakMap<FilmEmbedding, readonly MappedFilm[]>();

/**
 * The films of an embedding on a plane, by film number; films without a vector are left out. The plane is the
 * one on which the films' directions spread most, so films that are near by cosine are near on the map, and the
 * middle of all films is at 0, 0. It is kept as long as the embedding.
 */
export function filmMap(embedding: FilmEmbedding): readonly MappedFilm[] {
  let map = known.get(embedding);
  if (!map) known.set(embedding, (map = project(embedding)));
  return map;
}

function project({ vectors, dimension, nearest }: FilmEmbedding): MappedFilm[] {
  const films = Array.from({ length: vectors.length / dimension }, (_, film) => film).filter(nearest.has);
  const rows = new Float64Array(films.length * dimension);
  films.forEach((film, row) => rows.set(direction(nearest.vector(film)), row * dimension));
  centre(rows, dimension);
  const [wide, high] = principalComponents(rows, dimension, 2);
  return films.map((film, row) => {
    const at = rows.subarray(row * dimension, (row + 1) * dimension);
    return { film, x: dot(at, wide), y: dot(at, high) };
  });
}

function direction(vector: Float32Array): Float64Array {
  const length = Math.hypot(...vector);
  return Float64Array.from(vector, (value) => value / length);
}

function centre(rows: Float64Array, dimension: number): void {
  const mean = new Float64Array(dimension);
  const count = rows.length / dimension;
  rows.forEach((value, at) => (mean[at % dimension] += value / count));
  for (let at = 0; at < rows.length; at++) rows[at] -= mean[at % dimension];
}

const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, i) => sum + value * b[i], 0);
