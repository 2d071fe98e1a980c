import { AppError } from '../../app-error';
import type { EmbeddingName } from '../../embeddings/embedding';
import type { Graph } from '../../graph/graph';
import type { GraphModel, PartModel } from '../../graph/graph-model';

const filmRow = ({ film }: GraphModel) => `
  RETURN ${film.id('film')} AS id, ${film.title('film')} AS title,
    film.node2vecEmbedding AS NODE2VEC, film.fastrpEmbedding AS FASTRP`;
const films = (model: GraphModel) => `MATCH ${model.film.usable('film')} ${filmRow(model)}`;
const filmsById = (model: GraphModel) => `
  MATCH ${model.film.usable('film')} WHERE film.${model.film.idProperty} IN ${model.film.toValues('$ids')} ${filmRow(model)}`;

const mark = (embedding: string) => `
  CASE WHEN ${embedding} IS :: LIST<FLOAT NOT NULL> AND size(${embedding}) > 0 THEN {
    size: size(${embedding}),
    numbers: [${embedding}[0], ${embedding}[size(${embedding}) / 2], ${embedding}[-1]]
  } END`;
const filmMarks = (model: GraphModel) => `
  MATCH ${model.film.usable('film')}
  RETURN ${model.film.id('film')} AS id, ${model.film.title('film')} AS title,
    ${mark('film.node2vecEmbedding')} AS NODE2VEC, ${mark('film.fastrpEmbedding')} AS FASTRP`;

/** Reads in index order if there are indexes, and reads no embeddings. */
const hash = ({ film }: GraphModel) => {
  const hashOf = (value: string, type: string) => `
  CALL () {
    MATCH (film:${film.label}) WHERE ${value} IS NOT NULL
    WITH ${value} AS value ORDER BY value
    RETURN apoc.util.md5(collect(CASE WHEN value IS :: ${type} THEN toString(value) ELSE '' END)) AS hash
  }`;
  const countOf = (property: string) =>
    `COUNT {MATCH (film:${film.label}) WHERE film.${property} IS NOT NULL}`;
  return `${hashOf(`film.${film.idProperty}`, film.idType.toUpperCase())}
  WITH hash AS ids ${hashOf(film.title('film'), 'STRING')}
  RETURN ids, hash AS titles, ${countOf('node2vecEmbedding')} AS node2vec, ${countOf('fastrpEmbedding')} AS fastrp`;
};

/** Some numbers of an embedding as text; empty if the property is not a list of numbers. */
const markText = (embedding: string) => `
  CASE WHEN ${embedding} IS :: LIST<FLOAT NOT NULL> NOT NULL THEN
    reduce(text = toString(size(${embedding})), i IN [0, size(${embedding}) / 2, -1] | text + ' ' + toString(${embedding}[i]))
  ELSE '' END`;

/** Hashes the embeddings of a range of films in the order of their ids, which is that of the index. */
const embeddingHash = ({ film }: GraphModel) => `
  MATCH (film:${film.label}) WHERE film.${film.idProperty} IS NOT NULL
  WITH film ORDER BY film.${film.idProperty} SKIP toInteger($from) LIMIT toInteger($count)
  WITH film.node2vecEmbedding AS node2vec, film.fastrpEmbedding AS fastrp
  WITH ${markText('node2vec')} + ';' + ${markText('fastrp')} AS marks
  RETURN apoc.util.md5(collect(marks)) AS hash`;

const features = ({ film, actor, category }: GraphModel) => `
  MATCH ${film.usable('film')}
  RETURN ${film.id('film')} AS id,
    [(film)${actor.path('', actor.usable('actor'))}
      | 'actor:' + ${actor.id('actor')}] AS actors,
    [(film)${category.path('', category.usable('category'))}
      | 'category:' + ${category.id('category')}] AS categories`;

const featureVectors = ({ actor, category }: GraphModel) =>
  [
    { part: actor, kind: 'actor' },
    { part: category, kind: 'category' },
  ]
    .map(
      ({ part, kind }) => `
  MATCH ${part.usable('part')} WHERE part.node2vecEmbedding IS NOT NULL
  RETURN '${kind}:' + ${part.id('part')} AS name, part.node2vecEmbedding AS vector`,
    )
    .join(' UNION ALL');

const titles = ({ film }: GraphModel) => `
  UNWIND $films AS id
  MATCH (film${film.named('id')})
  RETURN id, coalesce(toStringOrNull(${film.title('film')}), id) AS title`;

/**
 * Paths from rented films to recommended films through a shared actor or category, for all recommended films at once.
 */
const sharedFeatures = ({ film, actor, category }: GraphModel) => {
  const path = (part: PartModel) => `
    MATCH (film)${part.path('', part.usable('shared'))}
    WITH DISTINCT film, shared, history
    WITH *, COUNT { (:${film.label})${part.path('', '(shared)')} } AS films
    MATCH ${film.usable('rented')}${part.path('', '(shared)')}
    WHERE rented <> film AND rented.${film.idProperty} IN history
    RETURN DISTINCT rented, films, ${part.fullName('shared')} AS name, ${part.id('shared')} AS part`;
  return `
  UNWIND range(0, size($recommended) - 1) AS index
  MATCH (film${film.named('$recommended[index].film')})
  WITH index, film, ${film.toValues('$recommended[index].history')} AS history
  CALL (film, history) {${path(actor)}, true AS isActor UNION ALL ${path(category)}, false AS isActor }
  RETURN index, ${film.id('rented')} AS rented, ${film.title('rented')} AS rentedTitle, ${film.title('film')} AS title,
    films, CASE WHEN isActor THEN part END AS actor, CASE WHEN isActor THEN null ELSE part END AS category, name`;
};

/** A film with its title and embeddings. In the graph, the embeddings may have any type. */
export type FilmRow = { id: string; title: string } & Record<EmbeddingName, unknown>;

/** The length and some numbers of an embedding, to detect changes. */
export interface EmbeddingMark {
  readonly size: number;
  /** The first, the middle and the last number. */
  readonly numbers: number[];
}

/** A film with its title and the marks of its embeddings. */
export type FilmMark = { id: string; title: string } & Record<EmbeddingName, EmbeddingMark | null>;

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

export const readFilms = (graph: Graph) => graph.read<FilmRow>(films(graph.model));

export const readFilmsById = (graph: Graph, ids: readonly string[]) =>
  graph.read<FilmRow>(filmsById(graph.model), { ids });

export const readFilmMarks = (graph: Graph) => graph.read<FilmMark>(filmMarks(graph.model));

/**
 * Returns a string that changes when any program adds, deletes or renames films, or writes or removes the embedding of
 * a film. It does not change if an embedding is replaced.
 */
export const readFilmHash = async (graph: Graph): Promise<string> =>
  JSON.stringify(await graph.read(hash(graph.model)));

/** Returns a string that changes when any program replaces an embedding of these films, counted in the order of ids. */
export async function readEmbeddingHash(graph: Graph, from: number, count: number): Promise<string> {
  const [row] = await graph.read<{ hash: string }>(embeddingHash(graph.model), { from, count });
  return row.hash;
}

export const readFilmFeatures = (graph: Graph) => graph.read<FilmFeatureRow>(features(graph.model));

/** Reads the node2vec embeddings of actors and categories. */
export const readFeatureVectors = (graph: Graph) =>
  graph.read<{ name: string; vector: unknown }>(featureVectors(graph.model));

/** Reads film titles by id. */
export async function readTitles(graph: Graph, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await graph.read<{ id: string; title: string }>(titles(graph.model), { films: ids });
  return new Map(rows.map(({ id, title }) => [id, title]));
}

/** Reads the actors and categories that recommended films share with films of the history. */
export const readSharedFeatures = (
  graph: Graph,
  recommended: readonly { readonly film: string; readonly history: readonly string[] }[],
) => graph.read<SharedFeature>(sharedFeatures(graph.model), { recommended });
