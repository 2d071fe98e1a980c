import { findColumns, normalizeColumn } from '../source/columns';

/** Names of the columns of a file with ratings, normalized. */
const RATING_NAMES = {
  customer: [
    'userid',
    'customerid',
    'user',
    'customer',
    'uid',
    'memberid',
    'viewerid',
    'reviewerid',
    'accountid',
  ],
  film: [
    'movieid',
    'itemid',
    'filmid',
    'movie',
    'item',
    'film',
    'mid',
    'iid',
    'titleid',
    'productid',
    'asin',
  ],
  time: [
    'timestamp',
    'time',
    'datetime',
    'date',
    'ts',
    'ratedat',
    'createdat',
    'watchedat',
    'unixtime',
    'rentaldate',
  ],
  rating: ['rating', 'ratings', 'score', 'stars', 'grade', 'userrating', 'overall'],
} as const;

/** Patterns for columns that match none of the names. */
const RATING_PATTERNS = {
  customer: /^(user|customer|member|viewer|reviewer|account|client)/,
  film: /^(movie|film|item|product|title).*(id|no|nr|num|number|code|key)$/,
  time: /time|date/,
  rating: /rating|score|stars/,
} as const;

/** The key of a column in a file with ratings. */
export type RatingColumn = keyof typeof RATING_NAMES;

/** Finds the columns of a file with ratings. */
export const findRatingColumns = (header: readonly string[]): Partial<Record<RatingColumn, number>> =>
  findColumns(header, RATING_NAMES, RATING_PATTERNS);

const FILM_NAMES = {
  film: ['movieid', 'itemid', 'filmid', 'mid', 'iid', 'titleid', 'productid', 'asin', 'id', 'movie', 'film', 'item'],
  title: ['title', 'movietitle', 'filmtitle', 'itemtitle', 'name', 'moviename', 'filmname', 'itemname', 'primarytitle', 'movie', 'film', 'originaltitle'],
  genres: ['genres', 'genre', 'class', 'categories', 'category', 'genrelist', 'genrenames', 'moviegenres', 'moviegenre'],
  year: ['releaseyear', 'year', 'movieyear', 'startyear', 'yearofrelease', 'releasedate', 'moviereleasedate', 'released'],
} as const; // prettier-ignore

const FILM_PATTERNS = {
  film: RATING_PATTERNS.film,
  title: /title|name/,
  genres: /genre|categor|class|kind|style|type/,
  year: /year|released?$/,
} as const;

/** The key of a column in a file with films. */
export type FilmColumn = keyof typeof FILM_NAMES;

/** Finds the columns of a file with films. */
export const findFilmColumns = (header: readonly string[]): Partial<Record<FilmColumn, number>> =>
  findColumns(header, FILM_NAMES, FILM_PATTERNS);

/** Returns the names of the unused columns of a header. */
export const unusedColumns = (header: readonly string[], used: Iterable<number | undefined>): string[] => {
  const indices = new Set(used);
  return header.filter((_, index) => !indices.has(index)).map((name) => name.trim() || '(no name)');
};

/** Returns the name of a column for messages, without a type such as :token. */
export const columnName = (header: readonly string[], index: number): string =>
  (header[index] ?? `${index + 1}`).trim().replace(/:(token|token_seq|float|float_seq)$/, '') ||
  normalizeColumn(header[index]);
