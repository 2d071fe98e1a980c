/** A film in a list. */
export interface ListedFilm {
  filmId: string;
  title: string;
}

/** The difference between two lists of films. */
export interface ListDiff {
  /** Films in both lists, in the order of the new list. */
  kept: ListedFilm[];
  /** Films only in the old list. */
  removed: ListedFilm[];
  /** Films only in the new list. */
  added: ListedFilm[];
}

/** Compares two lists of films. Positions do not matter. */
export function diffLists(before: readonly ListedFilm[], after: readonly ListedFilm[]): ListDiff {
  const old = new Set(before.map(({ filmId }) => filmId));
  const now = new Set(after.map(({ filmId }) => filmId));
  return {
    kept: after.filter(({ filmId }) => old.has(filmId)),
    removed: before.filter(({ filmId }) => !now.has(filmId)),
    added: after.filter(({ filmId }) => !old.has(filmId)),
  };
}
