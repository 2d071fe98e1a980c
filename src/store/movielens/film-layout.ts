import { AppError } from '../../app-error';
import { isMissing } from '../values/is-missing';
import { parseNumber } from '../values/parse-number';
import { FLAG_GENRES, isKnownGenre } from './genres';
import { findFilmColumns } from './movielens-columns';

/** The columns of a file with films. */
export interface FilmLayout {
  /** The header; if there is none, names for messages. */
  readonly header: readonly string[];
  readonly hasHeader: boolean;
  readonly film: number;
  readonly title?: number;
  readonly year?: number;
  readonly genres?: number;
  /** Columns with 1 for the films of a genre and 0 for others. */
  readonly flags: readonly { readonly index: number; readonly genre: string }[];
  readonly isGuessed: boolean;
}

/**
 * Finds the columns of a file with films by its header, or by its content if it has no header.
 * @throws AppError BAD_USER_INPUT if no column contains film ids
 */
export function findFilmLayout(name: string, records: readonly (readonly string[])[]): FilmLayout {
  const [header] = records;
  const { film, title, year, genres } = findFilmColumns(header);
  const data = records.slice(1);
  if (film !== undefined && (title !== undefined || genres !== undefined || year !== undefined)) {
    const flags = header.flatMap((column, index) =>
      isKnownGenre(column) && data.every((record) => /^[01]?$/.test(record[index]?.trim() ?? ''))
        ? [{ index, genre: column.trim() }]
        : [],
    );
    const byContent = flags.length > 0 ? undefined : findGenresByContent(header, data, [film, title, year]);
    return {
      header,
      hasHeader: true,
      film,
      title,
      year,
      genres: genres ?? byContent,
      flags,
      isGuessed: genres === undefined && byContent !== undefined,
    };
  }
  // Without a header the first line is a film: an id without letters, then a title, then genres or their flags.
  const isFilm = header.length >= 2 && /^\d+$/.test(header[0].trim()) && parseNumber(header[1]) === undefined;
  if (!isFilm) {
    const message = `${name} line 1: no column with the id of the film among ${header.join(', ')}. Expected names such as movieId, title and genres.`;
    throw new AppError('BAD_USER_INPUT', message);
  }
  const width = header.length;
  const first = width - FLAG_GENRES.length;
  const flags = first >= 2 ? FLAG_GENRES.map((genre, flag) => ({ index: first + flag, genre })) : [];
  const names = Array.from(
    { length: width },
    (_, index) => ['movie id', 'title'][index] ?? `column ${index + 1}`,
  );
  return {
    header: names,
    hasHeader: false,
    film: 0,
    title: 1,
    year: flags.length > 0 && first > 2 ? 2 : undefined,
    genres: flags.length === 0 && width > 2 ? width - 1 : undefined,
    flags,
    isGuessed: false,
  };
}

/**
 * Returns the column in which most values are genres, or else the only column with a sequence type in RecBole's header.
 */
function findGenresByContent(
  header: readonly string[],
  records: readonly (readonly string[])[],
  taken: readonly (number | undefined)[],
): number | undefined {
  const width = records[0]?.length ?? 0;
  for (let index = 0; index < width; index++) {
    if (taken.includes(index)) continue;
    const values = records.map((record) => record[index] ?? '').filter((value) => !isMissing(value));
    const matching = values.filter((value) => value.split(/[|;,/\s]+/).some(isKnownGenre));
    if (values.length > 0 && matching.length > values.length / 2) return index;
  }
  const sequences = [...header.keys()].filter(
    (index) => !taken.includes(index) && /:token_seq$/.test(header[index].trim()),
  );
  return sequences.length === 1 ? sequences[0] : undefined;
}
