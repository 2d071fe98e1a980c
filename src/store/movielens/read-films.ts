import { AppError } from '../../app-error';
import { type ImportNote, ignoredNote } from '../read-store';
import { describeForm } from '../source/delimited-form';
import { readRows } from '../source/read-rows';
import type { StoreFilm } from '../store';
import { isMissing } from '../values/is-missing';
import { badValue } from '../values/source-record';
import type { DetectedFile } from './find-movielens-files';
import { type FilmLayout, findFilmLayout } from './film-layout';
import { createGenreSplitter } from './genres';
import { columnName, unusedColumns } from './movielens-columns';
import { readId } from './read-id';
import { readYear, splitTitle } from './split-title';

/** A film with its genres. The title is undefined if the source does not contain it. */
export interface MovielensFilm extends Omit<StoreFilm, 'title'> {
  readonly title?: string;
  readonly genres: readonly string[];
}

/**
 * Reads the films of a data set.
 * @throws AppError BAD_USER_INPUT naming the file, line and column
 */
export async function readFilms({
  file,
  form,
}: DetectedFile): Promise<{ films: Map<string, MovielensFilm>; notes: ImportNote[] }> {
  const layout = findFilmLayout(file.name, form.firstRecords);
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
    throw new AppError(
      'BAD_USER_INPUT',
      `${file.name} has a header and no rows: expected one film per line.`,
    );
  }
  const isSequence = layout.genres !== undefined && /:token_seq$/.test(layout.header[layout.genres].trim());
  const genres = createGenreSplitter(
    genreValues.filter((value) => !isMissing(value)),
    isSequence,
  );
  const films = new Map([...rows].map(([id, { values }]) => [id, toFilm(id, values, layout, genres.split)]));
  return { films, notes: notesOf(file.name, describeForm(form), films.size, repeated, layout, genres.form) };
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
  throw new AppError(
    'BAD_USER_INPUT',
    `${place}: duplicate id ${id} with another title (${titles}). Keep one of them and import again.`,
  );
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
            text: `${name}: column ${column(genres)} contains the genres, by its content or type`,
          },
        ]
      : []),
    ...(genres === undefined && flags.length === 0
      ? [{ kind: 'Guessed' as const, text: `${name}: no column contains genres` }]
      : []),
    ...(hasHeader ? ignoredNote(`columns of ${name}`, unused) : []),
  ];
}
