import { AppError } from '../../app-error';
import { SEARCH_INDEX } from '../../graph/constraints';
import type { Graph } from '../../graph/graph';
import { isMapped } from '../../graph/graph-mapping';
import type { GraphModel } from '../../graph/graph-model';
import { requireInteger } from '../../require-number';

/** The types of results. */
export type SearchType = 'FILM' | 'ACTOR';

/** A film or an actor that matches a search. */
export interface SearchHit {
  readonly type: SearchType;
  readonly id: string;
}

/** The search arguments. */
export interface SearchRequest {
  /** At most 200 characters. */
  readonly text: string;
  /** Max number of hits, between 1 and 100. */
  readonly first: number;
  readonly types: readonly SearchType[];
}

const MAX_TEXT_LENGTH = 200;
/** Max number of matches that are ranked. A single letter may match very many. */
const MAX_RANKED = 1_000;

const TYPE = "CASE WHEN named:Film THEN 'FILM' ELSE 'ACTOR' END";
const NAME = "coalesce(named.Title, named.firstName + ' ' + named.lastName, '')";

/** The words that the analyzer of the index leaves out. */
const STOP_WORDS = new Set(
  `a an and are as at be but by for if in into is it no not of on or such that the their then there these they this to
  was will with`.split(/\s+/),
);

/** Names that begin with the whole text come first: the score of an index ignores words such as "the". */
const BEGINS = 'toLower(name) STARTS WITH $text DESC';

/** Sorts equal scores by the length of the name, because the text covers more of a short name. */
const RETURN_BEST = `
  WITH named, score, ${TYPE} AS type, ${NAME} AS name WHERE type IN $types
  ORDER BY ${BEGINS}, score DESC, size(name), name LIMIT toInteger($first)
  RETURN type, coalesce(named.filmID, named.actorID) AS id`;

const WITH_INDEX = `
  CALL db.index.fulltext.queryNodes('${SEARCH_INDEX}', $query, {limit: ${MAX_RANKED}})
  YIELD node AS named, score ${RETURN_BEST}`;

/** The same text without accents, which the search ignores. */
const withoutIndex = ({ film, actor }: GraphModel) => `
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

/**
 * Finds films by title and actors by name, best match first. Each word of the text must begin a word of the title or
 * name, in any order. Case and accents do not matter.
 * @throws AppError BAD_USER_INPUT
 */
export async function searchTitlesAndNames(
  graph: Graph,
  { text, ...page }: SearchRequest,
): Promise<SearchHit[]> {
  requireInteger('first', page.first);
  if (text.length > MAX_TEXT_LENGTH) {
    throw new AppError(
      'BAD_USER_INPUT',
      `Invalid text of ${text.length} characters: expected at most ${MAX_TEXT_LENGTH}.`,
    );
  }
  const words = text.normalize('NFC').toLowerCase().split(/\s+/).map(trim).filter(Boolean);
  if (words.length === 0) return [];
  const { model } = graph;
  const begin = { text: words.join(' ') };
  const searchAll = () => graph.read<SearchHit>(withoutIndex(model), { words, ...begin, ...page });
  // The index covers only reelgraph's own labels.
  if (isMapped(model.mapping) || words.every((word) => STOP_WORDS.has(word))) return searchAll();
  try {
    return await graph.read<SearchHit>(WITH_INDEX, { query: toLuceneQuery(words), ...begin, ...page });
  } catch (error) {
    // The index is missing if the graph refused to create it.
    if (isMissingIndex(error)) return searchAll();
    throw error;
  }
}

/** Removes punctuation around a word. */
const trim = (word: string) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}]+$/gu, '');

/** Returns a query in Lucene's syntax in which each word matches exactly or as the beginning of a longer one. */
const toLuceneQuery = (words: readonly string[]): string => words.map(clauseOf).join(' ');

function clauseOf(word: string): string {
  const exact = escape(word);
  // Lucene analyzes a phrase like the indexed titles, but does not analyze a prefix.
  const prefix = foldLatin(exact);
  if (STOP_WORDS.has(word)) return `${prefix}*`;
  // The index splits titles at most punctuation, and a prefix matches a single part.
  const parts = foldLatin(word).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const inParts = parts.length > 1 ? ` OR (${parts.map((part) => `+${part}*`).join(' ')})` : '';
  return `+("${exact}"^2 OR ${prefix}*${inParts})`;
}

/** Escapes the characters that have a meaning in Lucene's syntax. */
const escape = (word: string) => word.replace(/[+\-!(){}[\]^"~*?:\\/&|<>=]/g, '\\$&');

/** Latin letters without a decomposition, with the ASCII form that the analyzer uses. */
const LATIN: Readonly<Record<string, string>> = {
  ...{ æ: 'ae', œ: 'oe', ø: 'o', ß: 'ss', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ı: 'i', ħ: 'h' },
};

/** Removes accents from Latin letters, like the analyzer of the index. */
const foldLatin = (text: string): string =>
  text
    .replace(/[æœøßđðþłıħ]/g, (letter) => LATIN[letter])
    .normalize('NFD')
    .replace(/([a-z])\p{M}+/gu, '$1')
    .normalize('NFC');

const isMissingIndex = (error: unknown): boolean =>
  error instanceof Error && error.message.includes('no such fulltext schema index');
