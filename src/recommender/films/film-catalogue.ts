import { EMBEDDING_NAMES, EMBEDDINGS, type EmbeddingName } from '../../embeddings/embedding';
import type { Graph } from '../../graph/graph';
import { compareIds } from './compare-ids';
import type { FilmCatalogueData } from './film-catalogue-data';
import { toVector } from './embedding-vector';
import { hashSpace } from './hash-space';
import { filmNotFound, readFilms } from './film-repository';
import { type NearestFilms, openNearestFilms } from './nearest-films';
import { packFilms, type PackedFilms } from './pack-films';
import { packTexts, unpackTexts } from './pack-texts';
import { readFilmsSince } from './read-changed-films';

/** The films of the graph, numbered, with their embeddings. */
export interface FilmCatalogue {
  /** Film ids, [films]; a film's number is its index. */
  readonly films: readonly string[];
  /** Titles, [films]. */
  readonly titles: readonly string[];
  /** Film numbers by id. */
  readonly numbers: ReadonlyMap<string, number>;
  /** Embeddings by name. Names of embeddings that no film has are missing. */
  readonly embeddings: Readonly<Partial<Record<EmbeddingName, FilmEmbedding>>>;
  /** Hash of the films' ids and node2vec embeddings; '' without embeddings. */
  readonly space: string;
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

/** Reads all films and their embeddings. */
export async function loadFilmCatalogue(graph: Graph): Promise<FilmCatalogue> {
  return openFilmCatalogue(await readFilmCatalogue(graph));
}

/**
 * Reads all films, and prepares the search over their embeddings. Leaves out films without an id or title, and
 * embeddings that are not finite vectors of the most common length. Keeps one of several films that share an id.
 * @param earlier an earlier reading of the graph; only changes since then are read
 */
export async function readFilmCatalogue(
  graph: Graph,
  earlier?: FilmCatalogueData | null,
): Promise<FilmCatalogueData> {
  const read = await (earlier ? readFilmsSince(graph, earlier) : readFilms(graph));
  const byId = new Map(read.map((row) => [row.id, row]));
  const rows = [...byId.values()].sort((a, b) => compareIds(a.id, b.id));
  const embeddings: Partial<Record<EmbeddingName, PackedFilms>> = {};
  for (const name of EMBEDDING_NAMES) {
    const lists = rows.map((row) => toVector(row[name]));
    const packed = stack(lists, EMBEDDINGS[name].dimension);
    if (packed) embeddings[name] = packed;
  }
  const films = rows.map(({ id }) => id);
  const texts = packTexts({ films, titles: rows.map(({ title }) => title) });
  return { texts, embeddings, space: hashSpace(films, embeddings.NODE2VEC) };
}

/** Creates a catalogue from its data. Yields to other work of the thread after every few thousand films. */
export async function openFilmCatalogue({
  texts,
  embeddings,
  space,
}: FilmCatalogueData): Promise<FilmCatalogue> {
  const opened: Partial<Record<EmbeddingName, FilmEmbedding>> = {};
  for (const name of EMBEDDING_NAMES) {
    const packed = embeddings[name];
    if (!packed) continue;
    const { dimension, vectors } = packed;
    opened[name] = { dimension, vectors, nearest: openNearestFilms(packed) };
  }
  const films: string[] = [];
  const titles: string[] = [];
  const numbers = new Map<string, number>();
  for await (const part of unpackTexts(texts)) {
    for (const film of part.films) numbers.set(film, films.push(film) - 1);
    titles.push(...part.titles);
  }
  return { films, titles, numbers, embeddings: opened, space };
}

/** Stacks lists of numbers into a matrix. The dimension is the most common length; `usual` wins ties. */
function stack(lists: readonly (readonly number[] | undefined)[], usual: number): PackedFilms | undefined {
  const counts = new Map<number, number>();
  for (const list of lists) if (list) counts.set(list.length, (counts.get(list.length) ?? 0) + 1);
  if (counts.size === 0) return undefined;
  const weight = ([dimension, count]: [number, number]) => count + (dimension === usual ? 0.5 : 0);
  const [dimension] = [...counts].reduce((most, entry) => (weight(entry) > weight(most) ? entry : most));
  const bytes = lists.length * dimension * Float32Array.BYTES_PER_ELEMENT;
  const vectors = new Float32Array(new SharedArrayBuffer(bytes));
  lists.forEach((list, film) => {
    if (list?.length === dimension) vectors.set(list, film * dimension);
  });
  return packFilms(vectors, dimension);
}
