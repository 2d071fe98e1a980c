import { AppError } from '../../app-error';
import type { EmbeddingName } from '../../embeddings/embedding';
import type { Graph } from '../../graph/graph';

const FILM_ROW = `
  RETURN film.filmID AS id, film.Title AS title,
    film.node2vecEmbedding AS NODE2VEC, film.fastrpEmbedding AS FASTRP`;
const FILMS = `MATCH (film:Film) ${FILM_ROW}`;
const FILMS_BY_ID = `MATCH (film:Film) WHERE film.filmID IN $ids ${FILM_ROW}`;

const mark = (embedding: string) => `
  CASE WHEN ${embedding} IS :: LIST<FLOAT NOT NULL> AND size(${embedding}) > 0 THEN {
    size: size(${embedding}),
    numbers: [${embedding}[0], ${embedding}[size(${embedding}) / 2], ${embedding}[-1]]
  } END`;
const FILM_MARKS = `
  MATCH (film:Film)
  RETURN film.filmID AS id, film.Title AS title,
    ${mark('film.node2vecEmbedding')} AS NODE2VEC, ${mark('film.fastrpEmbedding')} AS FASTRP`;

/** Changes when films are added, deleted or renamed, or embeddings are written, by any process. */
const FINGERPRINT = `
  MATCH (film:Film)
  RETURN count(film) AS films, count(film.node2vecEmbedding) AS node2vec, count(film.fastrpEmbedding) AS fastrp,
    sum(film.node2vecEmbedding[0]) AS node2vecSum, sum(film.fastrpEmbedding[0]) AS fastrpSum,
    apoc.util.md5(collect(coalesce(film.Title, ''))) AS titles`;

const FEATURES = `
  MATCH (film:Film)
  RETURN film.filmID AS id,
    [(film)<-[:ACTED_IN]-(actor:Actor) | 'actor:' + actor.actorID] AS actors,
    [(film)-[:OF_GENRE]->(category:Category) | 'category:' + category.categoryID] AS categories`;

const FEATURE_VECTORS = `
  MATCH (actor:Actor) WHERE actor.node2vecEmbedding IS NOT NULL
  RETURN 'actor:' + actor.actorID AS name, actor.node2vecEmbedding AS vector
  UNION ALL
  MATCH (category:Category) WHERE category.node2vecEmbedding IS NOT NULL
  RETURN 'category:' + category.categoryID AS name, category.node2vecEmbedding AS vector`;

const TITLES = 'MATCH (film:Film) WHERE film.filmID IN $films RETURN film.filmID AS id, film.Title AS title';

/** Paths from rented films to recommended films through a shared actor or category, for all of them at once. */
const SHARED_FEATURES = `
  UNWIND range(0, size($recommended) - 1) AS index
  MATCH (film:Film {filmID: $recommended[index].film})-[:ACTED_IN|OF_GENRE]-(shared:Actor|Category)
  WITH index, film, shared, COUNT { (shared)-[:ACTED_IN|OF_GENRE]-(:Film) } AS films
  MATCH (shared)-[:ACTED_IN|OF_GENRE]-(rented:Film)
  WHERE rented <> film AND rented.filmID IN $recommended[index].history
  RETURN index, rented.filmID AS rented, rented.Title AS rentedTitle, film.Title AS title, films,
    shared.actorID AS actor, shared.categoryID AS category,
    coalesce(shared.Name, shared.firstName + ' ' + shared.lastName) AS name`;

/** A film, its title and its embeddings. */
export type FilmRow = { id: string; title: string | null } & Record<EmbeddingName, number[] | null>;

/** The length and some numbers of an embedding, which tell whether it has changed. */
export interface EmbeddingMark {
  readonly size: number;
  /** The first, the middle and the last number. */
  readonly numbers: number[];
}

/** A film, its title and the marks of its embeddings. */
export type FilmMark = { id: string; title: string | null } & Record<EmbeddingName, EmbeddingMark | null>;

/** A film and the names of its features, such as actor:12 or category:3. */
export interface FilmFeatureRow {
  readonly id: string;
  readonly actors: string[];
  readonly categories: string[];
}

/** A path from a rented film to a recommended film. */
export interface SharedFeature {
  /** Index of the recommended film. */
  readonly index: number;
  readonly rented: string;
  readonly rentedTitle: string;
  readonly title: string;
  /** Number of films with this actor or category. */
  readonly films: number;
  readonly actor: string | null;
  readonly category: string | null;
  readonly name: string;
}

/** The error for an unknown film id. */
export const filmNotFound = (id: string) =>
  new AppError('NOT_FOUND', `No film has the id ${JSON.stringify(id)}. Query films { filmId } for the ids.`);

export const readFilms = (graph: Graph) => graph.read<FilmRow>(FILMS);

export const readFilmsById = (graph: Graph, ids: readonly string[]) =>
  graph.read<FilmRow>(FILMS_BY_ID, { ids });

export const readFilmMarks = (graph: Graph) => graph.read<FilmMark>(FILM_MARKS);

/** Returns a string that changes when films or their embeddings change, and the number of films. */
export async function readFilmFingerprint(graph: Graph): Promise<{ fingerprint: string; films: number }> {
  const rows = await graph.read<{ films: number }>(FINGERPRINT);
  return { fingerprint: JSON.stringify(rows), films: rows[0].films };
}

export const readFilmFeatures = (graph: Graph) => graph.read<FilmFeatureRow>(FEATURES);

/** Reads the node2vec embeddings of actors and categories. */
export const readFeatureVectors = (graph: Graph) =>
  graph.read<{ name: string; vector: number[] }>(FEATURE_VECTORS);

/** Reads film titles by id. */
export async function readTitles(graph: Graph, films: readonly string[]): Promise<Map<string, string>> {
  const rows = await graph.read<{ id: string; title: string }>(TITLES, { films });
  return new Map(rows.map(({ id, title }) => [id, title]));
}

/** Reads the actors and categories that recommended films share with the films of their histories. */
export const readSharedFeatures = (
  graph: Graph,
  recommended: readonly { readonly film: string; readonly history: readonly string[] }[],
) => graph.read<SharedFeature>(SHARED_FEATURES, { recommended });
