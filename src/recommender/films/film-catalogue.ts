import { EMBEDDING_NAMES, EMBEDDINGS, type EmbeddingName } from '../../embeddings/embedding';
import type { Graph } from '../../graph/graph';
import { compareIds } from './compare-ids';
import { filmNotFound, readFilms } from './film-repository';
import { createNearestFilms, type NearestFilms } from './nearest-films';

/** The films of the graph, numbered, with their embeddings. */
export interface FilmCatalogue {
  /** Film ids, [films]; a film's number is its index. */
  readonly films: readonly string[];
  /** Film numbers by id. */
  readonly numbers: ReadonlyMap<string, number>;
  /** Embeddings by name; a name is missing if no film has that embedding. */
  readonly embeddings: Readonly<Partial<Record<EmbeddingName, FilmEmbedding>>>;
}

/** One embedding of all films. */
export interface FilmEmbedding {
  readonly dimension: number;
  /** [films, dimension]; zeros for a film without this embedding. */
  readonly vectors: Float32Array;
  /** Search over the vectors by cosine. */
  readonly nearest: NearestFilms;
}

/**
 * Returns the number of a film.
 * @throws AppError NOT_FOUND
 */
export function requireFilm({ numbers }: FilmCatalogue, id: string): number {
  const number = numbers.get(id);
  if (number === undefined) throw filmNotFound(id);
  return number;
}

/**
 * Reads all films and their embeddings. An embedding whose length differs from that of most films is ignored.
 */
export async function loadFilmCatalogue(graph: Graph): Promise<FilmCatalogue> {
  const rows = await readFilms(graph);
  rows.sort((a, b) => compareIds(a.id, b.id));
  const films = rows.map((row) => row.id);
  const embeddings: Partial<Record<EmbeddingName, FilmEmbedding>> = {};
  for (const name of EMBEDDING_NAMES) {
    const embedding = stack(
      rows.map((row) => row[name]),
      EMBEDDINGS[name].dimension,
    );
    if (embedding) embeddings[name] = embedding;
  }
  return { films, numbers: new Map(films.map((id, number) => [id, number])), embeddings };
}

/** Stacks lists of numbers to a matrix. The dimension is the most frequent length; `usual` wins a tie. */
function stack(lists: (number[] | null)[], usual: number): FilmEmbedding | undefined {
  const counts = new Map<number, number>();
  for (const list of lists) if (list?.length) counts.set(list.length, (counts.get(list.length) ?? 0) + 1);
  if (counts.size === 0) return undefined;
  const weight = ([dimension, count]: [number, number]) => count + (dimension === usual ? 0.5 : 0);
  const [dimension] = [...counts].reduce((most, entry) => (weight(entry) > weight(most) ? entry : most));
  const vectors = new Float32Array(lists.length * dimension);
  lists.forEach((list, film) => {
    if (list?.length === dimension) vectors.set(list, film * dimension);
  });
  return { dimension, vectors, nearest: createNearestFilms(vectors, dimension) };
}
