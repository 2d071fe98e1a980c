/** A film of a list. */
export interface ListedFilm {
  filmId: string;
  title: string;
}

/** What another policy's list has in place of one's. */
export interface ListChange {
  /** Films that both lists have, in the order of the new one. */
  kept: ListedFilm[];
  /** Films that the new list lacks. */
  out: ListedFilm[];
  /** Films that the old list lacks. */
  in: ListedFilm[];
}

/** Compares two lists by film, whatever their places. */
export function whatChanges(before: readonly ListedFilm[], after: readonly ListedFilm[]): ListChange {
  const old = new Set(before.map(({ filmId }) => filmId));
  const now = new Set(after.map(({ filmId }) => filmId));
  return {
    kept: after.filter(({ filmId }) => old.has(filmId)),
    out: before.filter(({ filmId }) => !now.has(filmId)),
    in: after.filter(({ filmId }) => !old.has(filmId)),
  };
}
