import type { Graph } from '../../graph/graph';
import type { Progress } from '../../progress';
import { byId, reference } from '../by-id';
import { secondsToTime, text } from '../source-record';
import type { Store } from '../store';
import { writeStore } from '../write-store';
import type { MovielensSource } from './movielens-source';
import { readMovielens } from './read-movielens';

/**
 * Imports MovieLens. Every rating counts as a rental at its time; users become customers without names, genres
 * categories with their names as ids. There are no actors in it.
 * @param from a folder or a zip, in any of the forms that readMovielens takes
 * @throws AppError BAD_USER_INPUT before anything is written, where the source or a record of it is off
 */
export async function importMovielens(
  graph: Graph,
  { from, progress }: { from: string; progress: Progress },
): Promise<void> {
  const { name, store } = await progress(
    'Reading MovieLens',
    async () => {
      const source = await readMovielens(from);
      return { name: source.name, store: toStore(source) };
    },
    ({ name, store: { films, customers, rentals } }) =>
      `${name}: ${films.length} films, ${customers.length} customers, ${rentals.length} ratings`,
  );
  await writeStore(graph, store, { source: `movielens ${name}`, progress });
}

/** What the data call genres but is the lack of one. */
const NO_GENRE = new Set(['unknown', '(no genres listed)']);

function toStore({ films, filmColumn, ratings, ratingColumns }: MovielensSource): Store {
  const known = byId(
    films.map(({ record }) => record),
    filmColumn,
  );
  const ofGenre = films.flatMap(({ record, genres }) =>
    genres
      .filter((genre) => !NO_GENRE.has(genre))
      .map((category) => ({ film: text(record, filmColumn), category })),
  );
  const rentals = ratings.map((record) => ({
    customer: text(record, ratingColumns.user),
    film: reference(record, ratingColumns.film, known),
    at: secondsToTime(record, ratingColumns.timestamp),
  }));
  return {
    films: films.map(({ record, title, year }) => ({
      id: text(record, filmColumn),
      title,
      releaseYear: year,
    })),
    actors: [],
    categories: [...new Set(ofGenre.map(({ category }) => category))].map((id) => ({ id, name: id })),
    customers: [...new Set(rentals.map(({ customer }) => customer))].map((id) => ({ id })),
    actedIn: [],
    ofGenre,
    rentals,
  };
}
