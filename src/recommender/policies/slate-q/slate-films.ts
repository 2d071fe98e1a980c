/** The films that an agent chooses from. */
export interface SlateFilms {
  readonly count: number;
  readonly categoryCount: number;
  readonly actorCount: number;
  /** Category numbers, [films][categories of the film]. */
  readonly categories: readonly Int32Array[];
  /** Actor numbers, [films][actors of the film]. */
  readonly actors: readonly Int32Array[];
}

/** The categories or the actors of all films in one array: film i has `numbers` from `offsets[i]` to `offsets[i + 1]`. */
export interface FilmTraits {
  /** The parameters that hold the traits' vectors. */
  readonly name: 'categories' | 'actors';
  readonly count: number;
  readonly offsets: Int32Array;
  readonly numbers: Int32Array;
  /** Factor of the traits in the wide part. */
  readonly weight: number;
}

/** The weight of an actor beside a category. */
const ACTOR_WEIGHT = 5;

/** The categories and the actors of films, in this order. */
export const listTraits = ({ categories, actors, categoryCount, actorCount }: SlateFilms): FilmTraits[] => [
  { name: 'categories', count: categoryCount, weight: 1, ...joinRows(categories) },
  { name: 'actors', count: actorCount, weight: ACTOR_WEIGHT, ...joinRows(actors) },
];

function joinRows(rows: readonly Int32Array[]): Pick<FilmTraits, 'offsets' | 'numbers'> {
  const offsets = new Int32Array(rows.length + 1);
  rows.forEach((row, film) => (offsets[film + 1] = offsets[film] + row.length));
  const numbers = new Int32Array(offsets[rows.length]);
  rows.forEach((row, film) => numbers.set(row, offsets[film]));
  return { offsets, numbers };
}
