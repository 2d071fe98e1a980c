import type { Graph } from '../../graph/graph';
import { toVector } from './embedding-vector';
import { readFeatureVectors, readFilmFeatures } from './film-repository';

/** The actors and categories of films, as numbered features. */
export interface FilmFeatures {
  /** actor:12, category:3, …, [features]. */
  readonly names: readonly string[];
  /** Index of each film's first feature in `numbers`; the last entry is the length of `numbers`, [films + 1]. */
  readonly offsets: Int32Array;
  /** Feature numbers, film by film. */
  readonly numbers: Int32Array;
  /** One weight for each entry of `numbers`: 1 / the number of the film's features of the same kind. */
  readonly weights: Float32Array;
  /** The features' node2vec embeddings, [features, dimension], zeros for a feature without one; undefined if no feature has one. */
  readonly vectors?: Float32Array;
}

/** The names of one film's features, [kinds][features]. */
export type FeaturesByKind = readonly (readonly string[])[];

/** Reads the features of films; `dimension` is the dimension of the films' node2vec embeddings. */
export async function loadFilmFeatures(
  graph: Graph,
  films: readonly string[],
  dimension: number,
): Promise<FilmFeatures> {
  const [rows, vectors] = await Promise.all([readFilmFeatures(graph), readFeatureVectors(graph)]);
  const byFilm = new Map<string, FeaturesByKind>(
    rows.map(({ id, actors, categories }) => [id, [unique(actors), unique(categories)]]),
  );
  const features = collectFeatures(films.map((id) => byFilm.get(id) ?? []));
  const byName = new Map(vectors.map(({ name, vector }) => [name, toVector(vector)]));
  return { ...features, vectors: stackVectors(features.names, byName, dimension) };
}

/** Sorts names and removes duplicates, because a person may have two roles in a film. */
const unique = (names: readonly string[]) => [...new Set(names)].sort();

/** Numbers the features of films, [films][kinds][names]. */
export function collectFeatures(films: readonly FeaturesByKind[]): FilmFeatures {
  const known = new Map<string, number>();
  const numbers: number[] = [];
  const weights: number[] = [];
  const offsets = new Int32Array(films.length + 1);
  films.forEach((kinds, film) => {
    for (const names of kinds) {
      for (const name of names) {
        if (!known.has(name)) known.set(name, known.size);
        numbers.push(known.get(name) as number);
        weights.push(1 / names.length);
      }
    }
    offsets[film + 1] = numbers.length;
  });
  return {
    names: [...known.keys()],
    offsets,
    numbers: Int32Array.from(numbers),
    weights: Float32Array.from(weights),
  };
}

function stackVectors(
  names: readonly string[],
  byName: ReadonlyMap<string, readonly number[] | undefined>,
  dimension: number,
): Float32Array | undefined {
  const stacked = new Float32Array(names.length * dimension);
  names.forEach((name, feature) => {
    const vector = byName.get(name);
    if (vector?.length === dimension) stacked.set(vector, feature * dimension);
  });
  return stacked.some((value) => value !== 0) ? stacked : undefined;
}
