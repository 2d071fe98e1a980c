import type { Graph } from '../../graph/graph';
import { type RatingScale, type StoreVisits, type Visit } from '../policies/visit';
import { firstRentals, numberRentals } from '../rentals/rental-order';
import { readRentals, type RentalRow } from '../rentals/rental-repository';
import { customerVisits } from './customer-visits';
import { type CustomerList, readCustomerLists, readListsOf } from './impression-repository';

/** Limits on what is read of a store. */
export interface VisitLimits {
  /** Max number of lists; the newest are read. */
  readonly lists: number;
  /** Max number of lists of a customer; the newest are read. */
  readonly listsPerCustomer: number;
  /** Max number of visits; customers who saw a list most recently are read first. */
  readonly visits: number;
}

const LIMITS: VisitLimits = { lists: 100_000, listsPerCustomer: 500, visits: 300_000 };
/** Number of customers whose rentals one statement reads. */
const CUSTOMERS = 500;

/** Reads the visits of the customers who saw a list. Films that are not in `numbers` are left out. */
export async function readStoreVisits(
  graph: Graph,
  numbers: ReadonlyMap<string, number>,
  limits: VisitLimits = LIMITS,
): Promise<StoreVisits> {
  const lists = await readNewestLists(graph, limits);
  const ids = [...lists.keys()];
  const customers: Visit[][] = [];
  let ratings: RatingScale | undefined;
  let read = 0;
  for (let first = 0; first < ids.length && read < limits.visits; first += CUSTOMERS) {
    const rows = await readRentals(graph, ids.slice(first, first + CUSTOMERS));
    rows.sort((a, b) => (a.id < b.id ? -1 : 1));
    for (const { id, rentals } of rows) {
      const visits = toVisits(id, lists.get(id) ?? [], rentals, numbers);
      customers.push(visits);
      read += visits.length;
      for (const { rating } of visits) ratings = widen(ratings, rating);
    }
  }
  return { customers, ratings };
}

/** The newest lists by customer, newest first. */
async function readNewestLists(graph: Graph, limits: VisitLimits): Promise<Map<string, CustomerList[]>> {
  const lists = new Map<string, CustomerList[]>();
  let read = 0;
  for await (const page of readCustomerLists(graph)) {
    addByCustomer(lists, page, limits.listsPerCustomer);
    read += page.length;
    if (read >= limits.lists) break;
  }
  return lists;
}

/** Adds lists to those of their customers, up to `max` of each. */
function addByCustomer(
  lists: Map<string, CustomerList[]>,
  added: readonly CustomerList[],
  max: number,
): void {
  for (const list of added) {
    const own = lists.get(list.customer) ?? [];
    lists.set(list.customer, own);
    if (own.length < max) own.push(list);
  }
}

function widen(scale: RatingScale | undefined, rating: number): RatingScale | undefined {
  if (Number.isNaN(rating)) return scale;
  if (!scale) return { lowest: rating, highest: rating };
  return { lowest: Math.min(scale.lowest, rating), highest: Math.max(scale.highest, rating) };
}

/** Reads the visits of customers; an unknown customer has no entry. */
export async function readVisitsOf(
  graph: Graph,
  customers: readonly string[],
  numbers: ReadonlyMap<string, number>,
): Promise<Map<string, Visit[]>> {
  const { listsPerCustomer } = LIMITS;
  const [newest, rows] = await Promise.all([
    readListsOf(graph, customers, listsPerCustomer),
    readRentals(graph, customers),
  ]);
  const lists = new Map<string, CustomerList[]>();
  addByCustomer(lists, newest, listsPerCustomer);
  return new Map(rows.map(({ id, rentals }) => [id, toVisits(id, lists.get(id) ?? [], rentals, numbers)]));
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
    firstRentals(customer, numberRentals(rentals, numbers)),
  );
}
