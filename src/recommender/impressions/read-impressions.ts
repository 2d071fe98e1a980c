import type { Graph } from '../../graph/graph';
import { DAY_MS } from '../policies/visit';
import { inTimeOrder } from '../rentals/histories';
import { UNDATED } from '../rentals/rental-order';
import { readRentals, type RentalRow } from '../rentals/rental-repository';
import { type PlainList, readAttributedFilms, readPlainLists } from './impression-repository';
import type { LoggedList } from './logged-list';

/** Which lists are read, and which rentals count as their outcome. */
export interface ImpressionsOptions {
  /** How long after a list a rental counts for it, in days. Default: 7. */
  windowDays?: number;
  /** Max number of lists; the newest are read. Default: 20,000. */
  max?: number;
  /** Reads only lists with random films among them, by which other policies can be judged. Default: false. */
  explored?: boolean;
}

/**
 * Reads the lists that were made from a customer's rentals alone, oldest first, with the customer's history at that
 * time and their outcome. A film counts as rented if the customer first rented it within the window after the list. A rental
 * that was attributed to a list counts for that list only. Lists with films that are not in `numbers` are skipped.
 */
export async function readImpressions(
  graph: Graph,
  numbers: ReadonlyMap<string, number>,
  { windowDays = 7, max = 20_000, explored = false }: ImpressionsOptions = {},
): Promise<LoggedList[]> {
  const lists = await readPlainLists(graph, max, explored);
  const customers = [...new Set(lists.map(({ customer }) => customer))];
  const [rentals, attributed] = await Promise.all([
    readRentals(graph, customers),
    readAttributedFilms(graph, customers),
  ]);
  const byCustomer = new Map(rentals.map((row) => [row.id, row]));
  return lists.flatMap((list) => {
    const own = byCustomer.get(list.customer);
    const isKnown = list.films.every((id) => numbers.has(id));
    if (!own || !isKnown) return [];
    const outcome = { rentals: own.rentals, attributed: attributed.get(list.customer) ?? new Set<string>() };
    return [toLoggedList(list, outcome, numbers, windowDays * DAY_MS)];
  });
}

interface Outcome {
  readonly rentals: readonly RentalRow[];
  /** Films of rentals that were attributed to any of the customer's lists. */
  readonly attributed: ReadonlySet<string>;
}

function toLoggedList(
  { customer, servedAt, films, propensities, attributed: ownFilms }: PlainList,
  { rentals, attributed }: Outcome,
  numbers: ReadonlyMap<string, number>,
  windowMs: number,
): LoggedList {
  const firstAt = new Map<string, number>();
  for (const [film, at] of rentals) {
    firstAt.set(film, Math.min(firstAt.get(film) ?? Infinity, at ?? UNDATED));
  }
  const wasRented = (film: string) => {
    const time = firstAt.get(film) ?? -Infinity;
    const isInWindow = time >= servedAt && time <= servedAt + windowMs;
    return attributed.has(film) ? ownFilms.includes(film) : isInWindow;
  };
  const before = rentals.filter(([film]) => (firstAt.get(film) as number) < servedAt);
  return {
    customer,
    history: inTimeOrder(customer, before, numbers),
    films: Int32Array.from(films, (id) => numbers.get(id) as number),
    propensities: Float64Array.from(propensities),
    rented: Uint8Array.from(films, (film) => Number(wasRented(film))),
  };
}
