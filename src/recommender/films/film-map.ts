import type { FilmEmbedding } from './film-catalogue';
import { principalComponents } from './pca';

/** The position of a film on the map, by id. */
export interface FilmPoint {
  readonly film: string;
  readonly x: number;
  readonly y: number;
}

/** The position of a film on the map, by number. */
export interface MappedFilm {
  readonly film: number;
  readonly x: number;
  readonly y: number;
}

const known = new WeakMap<FilmEmbedding, readonly MappedFilm[]>();

/**
 * Projects the films of an embedding to two dimensions by principal component analysis of their directions: films
 * that are near by cosine are near on the map, and the mean of all films is at 0, 0. Films without a vector are left
 * out. The result is cached as long as the embedding exists.
 */
export function filmMap(embedding: FilmEmbedding): readonly MappedFilm[] {
  let map = known.get(embedding);
  if (!map) known.set(embedding, (map = project(embedding)));
  return map;
}

/** The directions of the films of an embedding that have a vector. */
export function filmDirections({ vectors, dimension, nearest }: FilmEmbedding): {
  /** Numbers of the films, [rows]. */
  films: number[];
  /** Vectors of length 1, [rows, dimension]. */
  rows: Float64Array;
} {
  const films = Array.from({ length: vectors.length / dimension }, (_, film) => film).filter(nearest.has);
  const rows = new Float64Array(films.length * dimension);
  films.forEach((film, row) => rows.set(direction(nearest.vector(film)), row * dimension));
  return { films, rows };
}

function project(embedding: FilmEmbedding): MappedFilm[] {
  const { dimension } = embedding;
  const { films, rows } = filmDirections(embedding);
  centre(rows, dimension);
  const [first, second] = principalComponents(rows, dimension, 2);
  return films.map((film, row) => {
    const centred = rows.subarray(row * dimension, (row + 1) * dimension);
    return { film, x: dot(centred, first), y: dot(centred, second) };
  });
}

function direction(vector: Float32Array): Float64Array {
  const length = Math.hypot(...vector);
  return Float64Array.from(vector, (value) => value / length);
}

function centre(rows: Float64Array, dimension: number): void {
  const mean = new Float64Array(dimension);
  const count = rows.length / dimension;
  rows.forEach((value, i) => (mean[i % dimension] += value / count));
  for (let i = 0; i < rows.length; i++) rows[i] -= mean[i % dimension];
}

const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, i) => sum + value * b[i], 0);
