import { AppError } from '../../app-error';
import { readRecords } from '../read-records';
import { openSourceFiles, type SourceFiles } from '../source-files';
import { optionalText, type SourceRecord, text } from '../source-record';
import { type MovielensSource, splitTitle } from './movielens-source';

/**
 * Reads MovieLens in any of its forms from a folder or a zip: u.data and u.item of ml-100k, ratings.csv and
 * movies.csv of ml-latest, or a .inter and an .item file with typed headers.
 * @throws AppError BAD_USER_INPUT where it is none of them, or naming the file and line that cannot be read
 */
export async function readMovielens(from: string): Promise<MovielensSource> {
  const files = await openSourceFiles(from);
  try {
    const typed = files.names.find((name) => name.endsWith('.inter'));
    if (typed) return await readTyped(files, typed.slice(0, -'.inter'.length));
    if (files.names.includes('u.data')) return await readHundredThousand(files);
    if (files.names.includes('ratings.csv')) return await readLatest(files);
  } finally {
    files.close();
  }
  const message = `${from} holds no MovieLens data: neither u.data and u.item, nor ratings.csv and movies.csv, nor a .inter and an .item file.`;
  throw new AppError('BAD_USER_INPUT', message);
}

async function readTyped(files: SourceFiles, name: string): Promise<MovielensSource> {
  const form = { delimiter: '\t', quoted: false };
  const ratingColumns = { user: 'user_id', film: 'item_id', timestamp: 'timestamp' };
  const items = await readRecords(files, `${name}.item`, ['item_id', 'movie_title'], form);
  return {
    name,
    filmColumn: 'item_id',
    films: items.map((record) => {
      const { title, year } = splitTitle(text(record, 'movie_title'));
      const genres = optionalText(record, 'class')?.split(' ') ?? [];
      return { record, title, year: yearOf(record) ?? year, genres };
    }),
    ratings: await readRecords(files, `${name}.inter`, Object.values(ratingColumns), form),
    ratingColumns,
  };
}

/** A few films have something else where the year should be; their year isn't known. */
function yearOf(record: SourceRecord): number | undefined {
  const year = optionalText(record, 'release_year');
  return year && /^\d{4}$/.test(year) ? Number(year) : undefined;
}

/** The genres of u.item in the order of its flags; u.genre says the same. */
const GENRES = [
  'unknown Action Adventure Animation',
  "Children's Comedy Crime Documentary Drama Fantasy",
  'Film-Noir Horror Musical Mystery Romance Sci-Fi Thriller War Western',
].flatMap((line) => line.split(' '));

async function readHundredThousand(files: SourceFiles): Promise<MovielensSource> {
  const columns = ['movie id', 'movie title', 'release date', 'video release date', 'IMDb URL', ...GENRES];
  const itemForm = { delimiter: '|', quoted: false, encoding: 'latin1', columns } as const;
  const items = await readRecords(files, 'u.item', columns, itemForm);
  const ratingColumns = { user: 'user id', film: 'item id', timestamp: 'timestamp' };
  const ratingForm = {
    delimiter: '\t',
    quoted: false,
    columns: ['user id', 'item id', 'rating', 'timestamp'],
  };
  return {
    name: 'ml-100k',
    filmColumn: 'movie id',
    films: items.map((record) => ({
      record,
      ...splitTitle(text(record, 'movie title')),
      genres: GENRES.filter((genre) => record.values[genre] === '1'),
    })),
    ratings: await readRecords(files, 'u.data', ratingForm.columns, ratingForm),
    ratingColumns,
  };
}

async function readLatest(files: SourceFiles): Promise<MovielensSource> {
  const ratingColumns = { user: 'userId', film: 'movieId', timestamp: 'timestamp' };
  const movies = await readRecords(files, 'movies.csv', ['movieId', 'title', 'genres']);
  return {
    name: 'ml-latest',
    filmColumn: 'movieId',
    films: movies.map((record) => ({
      record,
      ...splitTitle(text(record, 'title')),
      genres: optionalText(record, 'genres')?.split('|') ?? [],
    })),
    ratings: await readRecords(files, 'ratings.csv', Object.values(ratingColumns)),
    ratingColumns,
  };
}
