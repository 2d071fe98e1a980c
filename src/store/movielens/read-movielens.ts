import { basename } from 'node:path';
import { AppError } from '../../app-error';
import type { Report } from '../../progress';
import type { RentalTable } from '../rental-table';
import { type ImportNote, ignoredNote, listNames, type ReadStore } from '../read-store';
import { openSourceFiles } from '../source/source-files';
import type { StoreFilm } from '../store';
import { findMovielensFiles, holdsMovielens } from './find-movielens-files';
import { type MovielensFilm, readFilms } from './read-films';
import { readRatings } from './read-ratings';

/**
 * Reads a MovieLens data set or a similar one: a file with ratings and a file with films. Every rating becomes a rental
 * at its time; users become customers without names, genres become categories with their names as ids. There are no
 * actors.
 * @param from a folder or an archive with ml-100k, ml-latest-small, ml-latest, ml-1m, ml-10m, ml-20m, ml-25m or ml-32m,
 * RecBole's .inter and .item files, or tables with similar columns
 * @throws AppError BAD_USER_INPUT naming the file, line and column of a value that cannot be read
 */
export async function readMovielens(from: string, report: Report = () => {}): Promise<ReadStore> {
  const source = await openSourceFiles(from, holdsMovielens);
  try {
    const files = await findMovielensFiles(source);
    const films = await readFilms(files.films);
    const ratings = await readRatings(files.ratings, report);
    const unlisted = listUnrated(
      films.films,
      ratings.rentals,
      files.ratings.file.name,
      files.films.file.name,
    );
    return {
      name: `movielens ${basename(from).replace(/(\.tar)?\.\w+$/, '') || 'data'}`,
      ...toStore(films.films, ratings.rentals),
      notes: [...ratings.notes, ...films.notes, ...unlisted, ...ignoredNote('files', files.others)],
    };
  } finally {
    source.close();
  }
}

/**
 * Returns a note about rated films that are not in the file with films. @throws AppError BAD_USER_INPUT if none of them
 * is
 */
function listUnrated(
  films: ReadonlyMap<string, MovielensFilm>,
  rentals: RentalTable,
  ratingsName: string,
  filmsName: string,
): ImportNote[] {
  const unlisted = rentals.films.filter((id) => !films.has(id));
  if (unlisted.length === rentals.films.length) {
    const example = (ids: Iterable<string>) => [...ids].slice(0, 3).join(', ');
    throw new AppError(
      'BAD_USER_INPUT',
      `No film id of ${ratingsName} (${example(rentals.films)}, …) is in ${filmsName} (${example(films.keys())}, …). Check that both files belong to the same data set.`,
    );
  }
  if (unlisted.length === 0) return [];
  return [
    {
      kind: 'Guessed',
      text: `${unlisted.length} films are rated but not in ${filmsName}; they are imported without title and genres: ${listNames(unlisted)}`,
    },
  ];
}

function toStore(
  listed: ReadonlyMap<string, MovielensFilm>,
  rentals: RentalTable,
): Pick<ReadStore, 'store' | 'untitledFilms'> {
  const unlisted = rentals.films.filter((id) => !listed.has(id)).map((id) => ({ id, genres: [] }));
  const films: MovielensFilm[] = [...listed.values(), ...unlisted];
  const ofGenre = films.flatMap(({ id, genres }) => genres.map((category) => ({ film: id, category })));
  const categories = new Set(ofGenre.map(({ category }) => category));
  return {
    untitledFilms: films.filter(({ title }) => title === undefined).length,
    store: {
      films: films.map(({ id, title, releaseYear }): StoreFilm => ({
        id,
        title: title ?? `Film ${id}`,
        releaseYear,
      })),
      actors: [],
      categories: [...categories].map((id) => ({ id, name: id })),
      customers: rentals.customers.map((id) => ({ id })),
      actedIn: [],
      ofGenre,
      rentals,
    },
  };
}
