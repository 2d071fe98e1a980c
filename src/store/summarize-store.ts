import { countsAsRental } from './counts-as-rental';
import type { ReadStore } from './read-store';
import { RentalTable } from './rental-table';

/**
 * The summary points out lower ratings that count as rentals, because most customers give them to films they dislike.
 */
const LOW_RATING = 3;

/**
 * Summarizes a store that was read: its size, the notes of its reader, repeated rentals, ratings and missing values.
 * @param minRating ratings below this do not count as rentals; undefined if all count
 * @returns lines of text
 */
export function summarizeStore(
  { store, notes, name, untitledFilms }: ReadStore,
  minRating?: number,
): string[] {
  const rentals = RentalTable.from(store.rentals);
  const counts = countRentals(rentals, minRating ?? null);
  const rented = new Set(rentals.films);
  const withCategory = new Set(store.ofGenre.map(({ film }) => film));
  const films = {
    uncategorized: store.films.filter(({ id }) => !withCategory.has(id)).length,
    undated: store.films.filter(({ releaseYear }) => releaseYear === undefined).length,
    unrented: store.films.filter(({ id }) => !rented.has(id)).length,
  };
  return [
    `Store    ${name}: ${store.films.length} films, ${store.actors.length} actors, ${store.categories.length} categories, ${store.customers.length} customers, ${rentals.length} rentals${span(counts)}`,
    ...notes.map(({ kind, text }) => `${kind.padEnd(8)} ${text}`),
    `Merged   ${counts.repeated} repeated rentals of a film by the same customer`,
    ...describeRatings(counts, minRating),
    ...(counts.future > 0
      ? [`Times    ${counts.future} more than a day in the future, which count as the oldest`]
      : []),
    `Missing  films without category: ${films.uncategorized}, without title: ${untitledFilms}, without release year: ${films.undated}, never rented: ${films.unrented}`,
  ];
}

/** Local times, which are read as UTC, may be up to 14 hours ahead. */
const DAY_MS = 86_400_000;

interface RentalCounts {
  rows: number;
  repeated: number;
  rated: number;
  low: number;
  belowMinimum: number;
  ratings: [min: number, max: number];
  times: [first: number, last: number];
  /** The number of rentals more than a day in the future. */
  future: number;
}

function countRentals(rentals: RentalTable, minRating: number | null): RentalCounts {
  const counts: RentalCounts = {
    rows: rentals.length,
    repeated: rentals.length - rentals.countPairs(),
    rated: 0,
    low: 0,
    belowMinimum: 0,
    ratings: [Infinity, -Infinity],
    times: [Infinity, -Infinity],
    future: 0,
  };
  const latest = Date.now() + DAY_MS;
  const { ratings, times } = counts;
  rentals.forEach((_customer, _film, at, rating) => {
    if (at < times[0]) times[0] = at;
    if (at > times[1]) times[1] = at;
    if (at > latest) counts.future++;
    if (Number.isNaN(rating)) return;
    counts.rated++;
    if (rating < LOW_RATING) counts.low++;
    if (!countsAsRental({ rating }, minRating)) counts.belowMinimum++;
    if (rating < ratings[0]) ratings[0] = rating;
    if (rating > ratings[1]) ratings[1] = rating;
  });
  return counts;
}

const span = ({ times, rows }: RentalCounts) =>
  rows === 0 ? '' : ` from ${times.map((time) => new Date(time).toISOString().slice(0, 10)).join(' to ')}`;

function describeRatings(
  { rated, low, belowMinimum, ratings }: RentalCounts,
  minRating: number | undefined,
): string[] {
  if (rated === 0) return [];
  const range = `Ratings  ${rated} from ${ratings.map((rating) => Number(rating.toPrecision(7))).join(' to ')}`;
  if (minRating !== undefined) {
    return [`${range}; ${belowMinimum} below ${minRating} do not count as rentals and are kept as RATED`];
  }
  const advice = low > 0 ? `; --min-rating ${LOW_RATING} leaves them out` : '';
  return [`${range}; all count as rentals, ${low} of them are below ${LOW_RATING}${advice}`];
}
