import type { Graph } from '../../graph/graph';

/** What the graph says that films are made of: their actors and their categories, by number. */
export interface FilmFeatures {
  /** actor:12, category:3, …, [features]. */
  readonly names: readonly string[];
  /** Where each film's features begin in `numbers`, and behind the last where they end, [films + 1]. */
  readonly offsets: Int32Array;
  readonly numbers: Int32Array;
  /** Beside `numbers`: 1 divided among the film's features of the same kind. */
  readonly weights: Float32Array;
  /** The features' node2vec embeddings, [features, dimension], zeros where there is none; absent where none has. */
  readonly vectors?: Float32Array;
}

/** One film: names of its features, kind by kind. */
export type FeaturesByKind = readonly (readonly string[])[];

const FEATURES = `
  MATCH (film:Film)
  RETURN film.filmID AS id,
    [(film)<-[:ACTED_IN]-(actor:Actor) | 'actor:' + actor.actorID] AS actors,
    [(film)-[:OF_GENRE]->(category:Category) | 'category:' + category.categoryID] AS categories`;

const VECTORS = `
  MATCH (actor:Actor) WHERE actor.node2vecEmbedding IS NOT NULL
  RETURN 'actor:' + actor.actorID AS name, actor.node2vecEmbedding AS vector
  UNION ALL
  MATCH (category:Category) WHERE category.node2vecEmbedding IS NOT NULL
  RETURN 'category:' + category.categoryID AS name, category.node2vecEmbedding AS vector`;

/** Reads what films are made of; `dimension` is that of the films' own node2vec embeddings. */
export async function loadFilmFeatures(
  graph: Graph,
  films: readonly string[],
  dimension: number,
): Promise<FilmFeatures> {
  const [rows, vectors] = await Promise.all([
    graph.read<{ id: string; actors: string[]; categories: string[] }>(FEATURES),
    graph.read<{ name: string; vector: number[] }>(VECTORS),
  ]);
  const byFilm = new Map(rows.map(({ id, actors, categories }) => [id, [actors.sort(), categories.sort()]]));
  const features = collectFeatures(films.map((id) => byFilm.get(id) ?? []));
  const byName = new Map(vectors.map(({ name, vector }) => [name, vector]));
  return { ...features, vectors: stackVectors(features.names, byName, dimension) };
}

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
  byName: ReadonlyMap<string, number[]>,
  dimension: number,
): Float32Array | undefined {
  const stacked = new Float32Array(names.length * dimension);
  names.forEach((name, at) => {
    const vector = byName.get(name);
    if (vector?.length === dimension) stacked.set(vector, at * dimension);
  });
  return stacked.some((value) => value !== 0) ? stacked : undefined;
}
