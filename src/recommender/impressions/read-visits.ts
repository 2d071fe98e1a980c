import type { Graph } from '../../graph/graph';
import { dayOf, type StoreVisits, type Visit } from '../policies/visit';
import { rentalOrder, UNDATED } from '../rentals/rental-order';
import { readAllRentals, readRentals, type RentalRow } from '../rentals/rental-repository';
import { customerVisits, type FirstRental } from './customer-visits';
import { type CustomerList, readCustomerLists, readListsOf } from './impression-repository';

/** Lists that are read: the newest ones, in pages. */
const MAX_LISTS = 100_000;
/** Lists of one customer that count: the newest ones. */
const MAX_LISTS_PER_CUSTOMER = 500;

/** Reads the visits of all customers. Films that are not in `numbers` are left out. */
export async function readStoreVisits(
  graph: Graph,
  numbers: ReadonlyMap<string, number>,
): Promise<StoreVisits> {
  const lists = new Map<string, CustomerList[]>();
  let read = 0;
  // Newest first.
  for await (const page of readCustomerLists(graph)) {
    for (const list of page) {
      const own = lists.get(list.customer) ?? [];
      lists.set(list.customer, own);
      if (own.length < MAX_LISTS_PER_CUSTOMER) own.push(list);
    }
    read += page.length;
    if (read >= MAX_LISTS) break;
  }
  const rows = await readAllRentals(graph);
  rows.sort((a, b) => (a.id < b.id ? -1 : 1));
  let [lowest, highest] = [Infinity, -Infinity];
  for (const { rentals } of rows) {
    for (const [, , rating] of rentals) {
      if (rating === null) continue;
      [lowest, highest] = [Math.min(lowest, rating), Math.max(highest, rating)];
    }
  }
  return {
    customers: rows.map(({ id, rentals }) => toVisits(id, lists.get(id) ?? [], rentals, numbers)),
    today: dayOf(Date.now()),
    ratings: lowest <= highest ? { lowest, highest } : undefined,
  };
}

/** Reads the visits of customers; an unknown customer has no entry. */
export async function readVisitsOf(
  graph: Graph,
  customers: readonly string[],
  numbers: ReadonlyMap<string, number>,
): Promise<Map<string, Visit[]>> {
  const [lists, rows] = await Promise.all([
    readListsOf(graph, customers, MAX_LISTS_PER_CUSTOMER),
    readRentals(graph, customers),
  ]);
  return new Map(
    rows.map(({ id, rentals }) => {
      const own = lists.filter(({ customer }) => customer === id);
      return [id, toVisits(id, own, rentals, numbers)];
    }),
  );
}

/** @param lists newest first */
function toVisits(
  customer: string,
  lists: readonly CustomerList[],
  rentals: readonly RentalRow[],
  numbers: ReadonlyMap<string, number>,
): Visit[] {
  const toNumbers = (ids: readonly string[]) => ids.flatMap((id) => numbers.get(id) ?? []);
  const seen = lists.map(({ servedAt, films, attributed }) => ({
    servedAt,
    films: toNumbers(films),
    attributed: new Set(toNumbers(attributed)),
  }));
  return customerVisits(
    seen.filter(({ films }) => films.length > 0).reverse(),
    firstRentals(customer, rentals, numbers),
  );
}

function firstRentals(
  customer: string,
  rentals: readonly RentalRow[],
  numbers: ReadonlyMap<string, number>,
): FirstRental[] {
  const sorted = rentals
    .map(([id, at, rating]) => ({
      film: numbers.get(id) ?? -1,
      at: at ?? UNDATED,
      rating: rating ?? NaN,
    }))
    .filter(({ film }) => film >= 0)
    .sort(rentalOrder(customer));
  const rented = new Set<number>();
  return sorted.filter(({ film }) => !rented.has(film) && rented.add(film));
}
