import { dayOf, type Visit } from '../policies/visit';
import { type NumberedRental, UNDATED } from '../rentals/rental-order';

/** A list that a customer saw. Films by number. */
export interface SeenList {
  /** Milliseconds since 1970. */
  readonly servedAt: number;
  readonly films: readonly number[];
  /** The films whose rentals were attributed to the list. */
  readonly attributed: ReadonlySet<number>;
}

/** The events of one day. */
interface Day {
  readonly lists: SeenList[];
  readonly rentals: { readonly rental: NumberedRental; readonly list: SeenList | undefined }[];
}

/**
 * Combines the lists and the rentals of a customer to visits, oldest first. A rental comes from the list that it was
 * attributed to and counts on the day of that list; otherwise from the last list of its day that shows the film;
 * otherwise from no list. If no rental of a day came from a list, the first step has the last list of the day. Further
 * rentals from a list are choices among its other films. Rentals without a time count on day 0.
 * @param lists oldest first
 * @param rentals oldest first, each film once
 */
export function customerVisits(lists: readonly SeenList[], rentals: readonly NumberedRental[]): Visit[] {
  const days = new Map<number, Day>();
  const dayAt = (time: number): Day => {
    const day = days.get(dayOf(time)) ?? { lists: [], rentals: [] };
    days.set(dayOf(time), day);
    return day;
  };
  for (const list of lists) dayAt(list.servedAt).lists.push(list);
  for (const rental of rentals) {
    const list = listOf(rental, lists);
    dayAt(list?.servedAt ?? rental.at).rentals.push({ rental, list });
  }
  return [...days].sort(([a], [b]) => a - b).flatMap(([day, events]) => stepsOf(day, events));
}

function listOf({ film, at }: NumberedRental, lists: readonly SeenList[]): SeenList | undefined {
  if (at === UNDATED) return undefined;
  const earlier = lists.filter(({ servedAt }) => servedAt <= at);
  return (
    earlier.findLast(({ attributed }) => attributed.has(film)) ??
    earlier.findLast(({ servedAt, films }) => dayOf(servedAt) === dayOf(at) && films.includes(film))
  );
}

function stepsOf(day: number, { lists, rentals }: Day): Visit[] {
  const last = lists.at(-1);
  if (rentals.length === 0) return last ? [{ day, list: last.films, film: -1, rating: NaN }] : [];
  const isFromList = rentals.some(({ list }) => list);
  const rented = new Set<number>();
  return rentals.map(({ rental: { film, rating }, list }, index) => {
    const shown = list ?? (index === 0 && !isFromList ? last : undefined);
    const step = { day, list: (shown?.films ?? []).filter((one) => !rented.has(one)), film, rating };
    if (list) rented.add(film);
    return step;
  });
}
