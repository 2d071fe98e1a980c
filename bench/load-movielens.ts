import { compareIds } from '../src/recommender/films/compare-ids';
import { collectFeatures, type FilmFeatures } from '../src/recommender/films/film-features';
import { inTimeOrder } from '../src/recommender/rentals/histories';
import type { RentalLog } from '../src/recommender/rentals/rental-log';
import { readMovielens } from '../src/store/movielens/read-movielens';

/** MovieLens as the service would read it from a graph: every rating a rental, genres as categories. */
export async function loadMovielens(folder: string): Promise<{ log: RentalLog; features: FilmFeatures }> {
  const { films, ratings } = await readMovielens(folder);
  const genres = new Map(films.map((film) => [film.record.values.item_id as string, film.genres]));
  const ids = [...genres.keys()].sort(compareIds);
  const numbers = new Map(ids.map((id, number) => [id, number]));
  const rentals = new Map<string, { films: string[]; times: number[] }>();
  for (const { values } of ratings) {
    const user = values.user_id as string;
    const own = rentals.get(user) ?? { films: [], times: [] };
    rentals.set(user, own);
    own.films.push(values.item_id as string);
    own.times.push(Number(values.timestamp) * 1_000);
  }
  const customers = [...rentals].sort(([a], [b]) => compareIds(a, b));
  return {
    log: {
      films: ids,
      customers: customers.map(([id]) => id),
      histories: customers.map(([, own]) => inTimeOrder(own, numbers)),
    },
    features: collectFeatures(ids.map((id) => [(genres.get(id) ?? []).map((name) => `category:${name}`)])),
  };
}
