import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRandom } from '../src/random';
import { compareIds } from '../src/recommender/films/compare-ids';
import {
  collectFeatures,
  type FeaturesByKind,
  type FilmFeatures,
} from '../src/recommender/films/film-features';
import { toRentalLog } from '../src/recommender/rentals/load-rental-log';
import type { RentalLog } from '../src/recommender/rentals/rental-log';
import { readMovielens } from '../src/store/movielens/read-movielens';
import { generateSampleStore } from '../src/store/sample/generate-sample-store';

/**
 * How rentals with the same time are ordered: by film id, or by a hash, so that the order contains no information about
 * the film.
 */
export type TieOrder = 'id' | 'hash';

/** A data set in memory, as the service reads it from a graph. */
export interface BenchData {
  readonly name: string;
  readonly log: RentalLog;
  readonly features: FilmFeatures;
}

interface Rental {
  readonly customer: string;
  readonly film: string;
  readonly at: number;
  readonly rating: number;
}

interface SourceData {
  readonly name: string;
  readonly rentals: readonly Rental[];
  /** Names of each film's features, kind by kind, by film id. */
  readonly features: ReadonlyMap<string, FeaturesByKind>;
  /** Whether times are known, and not only the order of rentals. */
  readonly isTimed: boolean;
}

/**
 * Reads a data set: a folder with MovieLens in any of its forms (every rating counts as a rental, genres are
 * categories), a folder with Last.fm's interactions.txt and item-attributes.json, or `sample`, the generated store;
 * `sample-shuffled` is the same with actors and categories permuted over films.
 * @param minRentals films with fewer rentals are left out
 */
export async function loadData(
  from: string,
  { ties = 'id' as TieOrder, minRentals = 0 }: { ties?: TieOrder; minRentals?: number } = {},
): Promise<BenchData> {
  const source = await readSource(from);
  const counts = new Map<string, number>();
  for (const { film } of source.rentals) counts.set(film, (counts.get(film) ?? 0) + 1);
  const films = [...source.features.keys()]
    .filter((film) => (counts.get(film) ?? 0) >= minRentals)
    .sort(compareIds);
  const numbers = new Map(films.map((film, number) => [film, number]));
  const customers = new Map<string, { film: number; at: number; rating: number }[]>();
  for (const { customer, film, at, rating } of source.rentals) {
    const tie = ties === 'hash' ? hash(customer, film) : 0;
    const own = customers.get(customer) ?? [];
    customers.set(customer, own);
    own.push({ film: numbers.get(film) ?? -1, at: at + tie, rating });
  }
  const rows = [...customers].sort(([a], [b]) => compareIds(a, b));
  const log = toRentalLog(
    films,
    rows.map(([customer, rentals]) => ({ customer, rentals })),
  );
  return {
    name: source.name,
    log: source.isTimed ? log : { ...log, times: undefined },
    features: collectFeatures(films.map((film) => source.features.get(film) ?? [])),
  };
}

/** A fraction of a millisecond from the MD5 of customer and film. */
const hash = (customer: string, film: string): number =>
  createHash('md5').update(`${customer}:${film}`).digest().readUInt32BE(0) / 2 ** 32;

async function readSource(from: string): Promise<SourceData> {
  if (from === 'sample' || from === 'sample-shuffled') return readSample(from);
  if (existsSync(join(from, 'interactions.txt'))) return readLastfm(from);
  const { name, store } = await readMovielens(from);
  const genres = new Map(store.films.map(({ id }) => [id, [] as string[]]));
  for (const { film, category } of store.ofGenre) genres.get(film)?.push(`category:${category}`);
  return {
    name,
    isTimed: true,
    features: new Map([...genres].map(([film, names]) => [film, [names]])),
    rentals: Array.from(store.rentals, ({ customer, film, at, rating = NaN }) => ({
      customer,
      film,
      at,
      rating,
    })),
  };
}

/** Max number of tags per artist; the most frequent are kept. */
const TAGS = 5;

/** One line per listener: the listener, then artists in order of time. Attributes: artist to tags, with repeats. */
function readLastfm(folder: string): SourceData {
  const attributes = JSON.parse(readFileSync(join(folder, 'item-attributes.json'), 'utf8')) as Record<
    string,
    number[]
  >;
  const lines = readFileSync(join(folder, 'interactions.txt'), 'utf8').trim().split('\n');
  const rentals = lines.flatMap((line) => {
    const [customer, ...artists] = line.trim().split(/\s+/);
    return artists.map((film, at) => ({ customer, film, at, rating: NaN }));
  });
  const films = new Set(rentals.map(({ film }) => film));
  const tagsOf = (film: string) => {
    const counts = new Map<number, number>();
    for (const tag of attributes[film] ?? []) counts.set(tag, (counts.get(tag) ?? 0) + 1);
    const sorted = [...counts].sort(([, a], [, b]) => b - a).slice(0, TAGS);
    return sorted.map(([tag]) => `category:${tag}`);
  };
  return {
    name: 'lastfm',
    isTimed: false,
    features: new Map([...films].map((film) => [film, [tagsOf(film)]])),
    rentals,
  };
}

function readSample(name: string): SourceData {
  const store = generateSampleStore({ customers: 600, films: 1_000, seed: 1 });
  const features = store.traits.films.map(({ actors, category }) => [
    actors.map((actor) => `actor:${actor}`),
    [`category:${category}`],
  ]);
  if (name === 'sample-shuffled') createRandom(1).shuffle(features);
  return {
    name,
    isTimed: true,
    features: new Map(store.films.map(({ id }, film) => [id, features[film]])),
    rentals: store.rentals.map(({ customer, film, at }) => ({ customer, film, at, rating: NaN })),
  };
}
