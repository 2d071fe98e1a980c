import type { Report } from '../progress';
import type { Store } from './store';

/** The names of the stores that can be imported. */
export const STORE_NAMES = ['sample', 'dvdrental', 'movielens'] as const;
export type StoreName = (typeof STORE_NAMES)[number];

/**
 * Reads a store. @param from a path or URL
 * @throws AppError BAD_USER_INPUT naming the place of the first value that cannot be read
 */
export type StoreReader = (from: string, report: Report) => Promise<ReadStore>;

/** A store that was read from files or a database, with the notes of its reader. */
export interface ReadStore {
  /** The name of the store for messages, such as "movielens ml-latest-small". */
  readonly name: string;
  readonly store: Store;
  /** The number of films without a title in the source. They are named after their id. */
  readonly untitledFilms: number;
  /** Notes about values that were read, guessed or ignored, for the summary of the import. */
  readonly notes: readonly ImportNote[];
}

/** A line of the summary of an import. */
export interface ImportNote {
  readonly kind: 'Read' | 'Guessed' | 'Ignored';
  readonly text: string;
}

/** Returns a note that names ignored columns or files, or no note if all were used. */
export const ignoredNote = (kind: string, names: readonly string[]): ImportNote[] =>
  names.length === 0 ? [] : [{ kind: 'Ignored', text: `${kind}: ${listNames(names)}` }];

const LISTED = 100;

/** Lists at most 100 names, separated by commas. */
export const listNames = (names: readonly string[]): string =>
  names.length <= LISTED
    ? names.join(', ')
    : `${names.slice(0, LISTED).join(', ')} and ${names.length - LISTED} more`;
