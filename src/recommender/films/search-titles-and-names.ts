import { AppError } from '../../app-error';
import type { Graph } from '../../graph/graph';
import { isMapped } from '../../graph/graph-mapping';
import { requireInteger } from '../../require-number';
import { type SearchHit, searchNames, type SearchType, searchWithIndex } from './film-search-repository';

/** The search arguments. */
export interface SearchRequest {
  /** At most 200 characters. */
  readonly text: string;
  /** Max number of hits, between 1 and 100. */
  readonly first: number;
  readonly types: readonly SearchType[];
}

const MAX_TEXT_LENGTH = 200;
/** The words that the analyzer of the index leaves out. */
const STOP_WORDS = new Set(
  `a an and are as at be but by for if in into is it no not of on or such that the their then there these they this to
  was will with`.split(/\s+/),
);

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
  const request = { text: words.join(' '), ...page };
  // The index covers only reelgraph's own labels.
  const hasIndex = !isMapped(graph.model.mapping);
  if (!hasIndex || words.every((word) => STOP_WORDS.has(word))) return searchNames(graph, words, request);
  try {
    return await searchWithIndex(graph, toLuceneQuery(words), request);
  } catch (error) {
    // The index is missing if the graph refused to create it.
    if (isMissingIndex(error)) return searchNames(graph, words, request);
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
