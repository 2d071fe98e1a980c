import { AppError } from '../../app-error';
import { detectForm, type DelimitedForm } from '../source/delimited-form';
import type { SourceFile } from '../source/source-file';
import type { SourceFiles } from '../source/source-file';
import { listNames } from '../read-store';
import { findFilmColumns, findRatingColumns } from './movielens-columns';

/** A text file and its format. */
export interface DetectedFile {
  readonly file: SourceFile;
  readonly form: DelimitedForm;
}

/** The two files that an import reads, and the names of the others. */
export interface MovielensFiles {
  readonly ratings: DetectedFile;
  readonly films: DetectedFile;
  readonly others: readonly string[];
}

const HINT =
  'Expected a file with ratings (ratings.csv, ratings.dat, u.data or *.inter) and a file with films (movies.csv, movies.dat, u.item or *.item).';

/** How strongly a name suggests a file with ratings, 0 to 3. */
const ratesRatings = (name: string): number => {
  if (/\.inter$|^u\.data$|^ratings?(\.(csv|tsv|txt|dat))?$/i.test(name)) return 3;
  return isTable(name) && /rating/i.test(name) ? 2 : 0;
};

/** How strongly a name suggests a file with films, 0 to 3. */
const ratesFilms = (name: string): number => {
  if (/\.item$|^(movies?|films?|items?|titles?)(\.(csv|tsv|txt|dat))?$/i.test(name)) return 3;
  return isTable(name) && /movie|film|item|title/i.test(name) && !/rating|tag|link|genome/i.test(name)
    ? 2
    : 0;
};

const isTable = (name: string) => /\.(csv|tsv|txt|dat|data)$/i.test(name) && !/^readme/i.test(name);

/** Whether file names suggest ratings or films. */
export const holdsMovielens = (files: readonly SourceFile[]): boolean =>
  files.some(({ name }) => ratesRatings(name) >= 2 || ratesFilms(name) >= 2);

/**
 * Chooses the files with ratings and films by their names, or by their headers if the names are ambiguous.
 * @throws AppError BAD_USER_INPUT if one is missing, is empty, or if several match
 */
export async function findMovielensFiles({ from, files }: SourceFiles): Promise<MovielensFiles> {
  const ratings = await choose('ratings', from, files, ratesRatings, (header) => {
    const { customer, film } = findRatingColumns(header);
    return customer !== undefined && film !== undefined;
  });
  const rest = files.filter((file) => file !== ratings.file);
  const films = await choose('films', from, rest, ratesFilms, (header) => {
    const { film, title } = findFilmColumns(header);
    return film !== undefined && title !== undefined && findRatingColumns(header).customer === undefined;
  });
  const others = rest.filter((file) => file !== films.file).map(({ name }) => name);
  return { ratings, films, others };
}

async function choose(
  content: string,
  from: string,
  files: readonly SourceFile[],
  rate: (name: string) => number,
  fits: (header: readonly string[]) => boolean,
): Promise<DetectedFile> {
  const best = Math.max(0, ...files.map(({ name }) => rate(name)));
  const named = best > 0 ? files.filter(({ name }) => rate(name) === best) : [];
  if (named.length === 1) return { file: named[0], form: await detectForm(named[0]) };
  const candidates = named.length > 0 ? named : files.filter(({ name }) => isTable(name));
  const fitting: DetectedFile[] = [];
  for (const file of candidates) {
    const form = await detectForm(file).catch((error: unknown) => {
      if (error instanceof AppError && named.length === 0) return undefined;
      throw error;
    });
    if (form && (named.length > 0 || fits(form.firstRecords[0]))) fitting.push({ file, form });
  }
  if (fitting.length === 1) return fitting[0];
  const found = files.map(({ name }) => name);
  throw new AppError(
    'BAD_USER_INPUT',
    fitting.length === 0
      ? `${from} contains no file with ${content}: found ${listNames(found) || 'no other files'}. ${HINT}`
      : `Several files of ${from} contain ${content}: ${listNames(fitting.map(({ file }) => file.name))}. Pass a folder with one of them.`,
  );
}
