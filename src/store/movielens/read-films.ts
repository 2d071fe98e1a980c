import { AppError } from '../../app-error';
import { type ImportNote, ignoredNote } from '../read-store';
import { describeForm } from '../source/delimited-form';
import { readRows } from '../source/read-rows';
import type { StoreFilm } from '../store';
import { isMissing } from '../values/is-missing';
import { badValue } from '../values/source-record';
import { parseNumber } from '../values/parse-number';
import type { DetectedFile } from './find-movielens-files';
import { createGenreSplitter, FLAG_GENRES, isKnownGenre } from './genres';
import { columnName, findFilmColumns, unusedColumns } from './movielens-columns';
import { readId } from './read-id';
import { readYear, splitTitle } from './split-title';

/** A film with its genres. The title is undefined if the source has none. */
export interface MovielensFilm extends Omit<StoreFilm, 'title'> {
  readonly title?: string;
  readonly genres: readonly string[];
}

/** Where a file has which values. */
interface FilmLayout {
  /** The header; without one, names for messages. */
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
 * Reads the films of a data set.
 * @throws AppError BAD_USER_INPUT naming the file, line and column
 */
export async function readFilms({
  file,
  form,
}: DetectedFile): Promise<{ films: Map<string, MovielensFilm>; notes: ImportNote[] }> {
  const layout = findLayout(file.name, form.firstRecords);
  const rows = new Map<string, { values: readonly string[]; line: number }>();
  const genreValues: string[] = [];
  let repeated = 0;
  let isHeader = layout.hasHeader;
  await readRows(file, form, layout.header, (values, line) => {
    if (isHeader) {
      isHeader = false;
      return;
    }
    const id = readId(values[layout.film]);
    if (id === undefined) {
      throw badValue({ source: file.name, line }, columnName(layout.header, layout.film), undefined, 'an id');
    }
    const known = rows.get(id);
    if (known) {
      requireSameTitle(file.name, layout, known, { values, line }, id);
      repeated++;
    } else {
      rows.set(id, { values, line });
    }
    if (layout.genres !== undefined) genreValues.push(values[layout.genres]);
  });
  if (rows.size === 0) {
    throw new AppError('BAD_USER_INPUT', `${file.name} has a header and no rows: expected one film a line.`);
  }
  const isSequence = layout.genres !== undefined && /:token_seq$/.test(layout.header[layout.genres].trim());
  const genres = createGenreSplitter(
    genreValues.filter((value) => !isMissing(value)),
    isSequence,
  );
  const films = new Map([...rows].map(([id, { values }]) => [id, toFilm(id, values, layout, genres.split)]));
  return { films, notes: notesOf(file.name, describeForm(form), films.size, repeated, layout, genres.form) };
}

function findLayout(name: string, records: readonly (readonly string[])[]): FilmLayout {
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
  // Without a header the first line is a film: an id that has no letters, then a title, then genres or their flags.
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

/** Returns the column in which most values are genres, or else the only one that RecBole's header types as a sequence. */
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

type Row = { values: readonly string[]; line: number };

function requireSameTitle(
  name: string,
  { title, header, film }: FilmLayout,
  first: Row,
  second: Row,
  id: string,
): void {
  if (title === undefined || first.values[title].trim() === second.values[title].trim()) return;
  const place = `${name} line ${second.line}, column ${columnName(header, film)}`;
  const titles = `"${first.values[title].trim()}" on line ${first.line}, "${second.values[title].trim()}" here`;
  throw new AppError('BAD_USER_INPUT', `${place}: duplicate id ${id} with another title (${titles}).`);
}

function toFilm(
  id: string,
  values: readonly string[],
  layout: FilmLayout,
  splitGenres: (value: string) => string[],
): MovielensFilm {
  const valueOf = (index: number | undefined) =>
    index === undefined || isMissing(values[index]) ? undefined : values[index].trim();
  const title = valueOf(layout.title);
  const year = valueOf(layout.year);
  const split: { title?: string; year?: number } = title === undefined ? {} : splitTitle(title);
  const flagged = layout.flags
    .filter(({ index, genre }) => values[index].trim() === '1' && genre.toLowerCase() !== 'unknown')
    .map(({ genre }) => genre);
  const listed = valueOf(layout.genres);
  return {
    id,
    title: split.title,
    releaseYear: (year && readYear(year)) || split.year,
    genres: layout.flags.length > 0 ? flagged : listed === undefined ? [] : splitGenres(listed),
  };
}

function notesOf(
  name: string,
  form: string,
  films: number,
  repeated: number,
  { header, hasHeader, film, title, year, genres, flags, isGuessed }: FilmLayout,
  genreForm: string,
): ImportNote[] {
  const column = (index: number) => columnName(header, index);
  const used = [
    ...(title === undefined ? [] : [`title in ${column(title)}`]),
    ...(year === undefined ? [] : [`year in ${column(year)}`]),
    ...(genres === undefined ? [] : [`genres in ${column(genres)}, ${genreForm}`]),
    ...(flags.length === 0 ? [] : [`genres in ${flags.length} columns of 0 and 1`]),
  ];
  const unused = unusedColumns(header, [film, title, year, genres, ...flags.map(({ index }) => index)]);
  return [
    {
      kind: 'Read',
      text: `${name} (${form}${hasHeader ? '' : ', no header'}): ${films} films; id in ${column(film)}, ${used.join(', ')}`,
    },
    ...(repeated > 0
      ? [{ kind: 'Read' as const, text: `${name}: ${repeated} repeated films were merged` }]
      : []),
    ...(isGuessed && genres !== undefined
      ? [
          {
            kind: 'Guessed' as const,
            text: `${name}: column ${column(genres)} holds the genres, by its content or type`,
          },
        ]
      : []),
    ...(genres === undefined && flags.length === 0
      ? [{ kind: 'Guessed' as const, text: `${name}: no column holds genres` }]
      : []),
    ...(hasHeader ? ignoredNote(`columns of ${name}`, unused) : []),
  ];
}
