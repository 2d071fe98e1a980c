import { EMBEDDINGS, type EmbeddingName } from '../../embeddings/embedding';
import { vectorIndexName } from '../../embeddings/vector-index';
import { SEARCH_INDEX } from '../../graph/constraints';
import type { Graph } from '../../graph/graph';
import type { GraphModel } from '../../graph/graph-model';

const indexCandidates = ({ film }: GraphModel, property: string) => `
  MATCH (film${film.named('$film')} WHERE ${film.isUsable('film')})
  CALL (film) {
    WITH film WHERE film.${property} IS NOT NULL
    CALL db.index.vector.queryNodes($index, toInteger($candidates), film.${property}) YIELD node
    WITH film, node WHERE node <> film AND ${film.isUsable('node')}
    RETURN collect({ id: ${film.id('node')}, vector: node.${property} }) AS found
  }
  RETURN film.${property} AS query, found`;

/** Names that begin with the whole text come first: the score of an index ignores words such as "the". */
const BEGINS = 'toLower(name) STARTS WITH $text DESC';

/** Max number of matches that are ranked. A single letter may match very many. */
const MAX_RANKED = 1_000;

/** Sorts equal scores by the length of the name, because the text covers more of a short name. */
const SEARCH_WITH_INDEX = `
  CALL db.index.fulltext.queryNodes('${SEARCH_INDEX}', $query, {limit: ${MAX_RANKED}})
  YIELD node AS named, score
  WITH named, score, CASE WHEN named:Film THEN 'FILM' ELSE 'ACTOR' END AS type,
    coalesce(named.Title, named.firstName + ' ' + named.lastName, '') AS name
  WHERE type IN $types
  ORDER BY ${BEGINS}, score DESC, size(name), name LIMIT toInteger($first)
  RETURN type, coalesce(named.filmID, named.actorID) AS id`;

const searchWithoutIndex = ({ film, actor }: GraphModel) => `
  CALL () {
    MATCH ${film.usable('named')}
    RETURN 'FILM' AS type, ${film.id('named')} AS id, ${film.title('named')} AS name
    UNION ALL
    MATCH ${actor.usable('named')}
    RETURN 'ACTOR' AS type, ${actor.id('named')} AS id, ${actor.fullName('named')} AS name
  }
  WITH *, toLower(' ' + name) AS words
  WHERE type IN $types AND all(word IN $words WHERE words CONTAINS ' ' + toLower(word))
  RETURN type, id ORDER BY ${BEGINS}, size(name), name LIMIT toInteger($first)`;

/** The embedding of a film, and the nearest films that the vector index finds. */
export interface IndexCandidates {
  /** Null if the film has no embedding. */
  readonly query: number[] | null;
  readonly found: { readonly id: string; readonly vector: number[] }[];
}

/** Reads candidates for the nearest films from the vector index. An unknown film has no row. */
export const readIndexCandidates = (
  graph: Graph,
  film: string,
  embedding: EmbeddingName,
  candidates: number,
): Promise<IndexCandidates[]> =>
  graph.read<IndexCandidates>(indexCandidates(graph.model, EMBEDDINGS[embedding].property), {
    film,
    candidates,
    index: vectorIndexName(embedding),
  });

/** The types of search results. */
export type SearchType = 'FILM' | 'ACTOR';

/** A film or an actor that matches a search. */
export interface SearchHit {
  readonly type: SearchType;
  readonly id: string;
}

/** The part of a search that both statements share. */
export interface SearchPage {
  /** The words in lower case. Names that begin with this text come first. */
  readonly text: string;
  readonly first: number;
  readonly types: readonly SearchType[];
}

/** Searches the full-text index. @param query in Lucene's syntax */
export const searchWithIndex = (graph: Graph, query: string, page: SearchPage): Promise<SearchHit[]> =>
  graph.read<SearchHit>(SEARCH_WITH_INDEX, { query, ...page });

/** Searches all titles and names. @param words must each begin a word of the title or name */
export const searchNames = (graph: Graph, words: readonly string[], page: SearchPage): Promise<SearchHit[]> =>
  graph.read<SearchHit>(searchWithoutIndex(graph.model), { words, ...page });
