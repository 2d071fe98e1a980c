import neo4j from 'neo4j-driver';
import type { Graph } from '../../graph/graph';
import type { LoggedList } from '../evaluation/logged-list';
import { inTimeOrder, type Rentals } from '../rentals/histories';

/** Lists that say something of other policies: made from rentals alone, with films drawn at random among them. */
const LISTS = `
  MATCH (list:RecommendationList) WHERE list.servedAt IS NOT NULL AND list.plain AND list.exploration > 0
  MATCH (customer:Customer)-[:SERVED]->(list)
  WITH customer, list ORDER BY list.servedAt DESC LIMIT $most
  RETURN customer.customerID AS customer, list.servedAt.epochMillis AS servedAt, list.films AS films,
    list.propensities AS propensities, COLLECT { MATCH (key:RentalKey)-[:CAME_OF]->(list) RETURN key.film } AS came
  ORDER BY servedAt`;

const RENTALS = `
  UNWIND $customers AS id
  MATCH (customer:Customer {customerID: id})
  OPTIONAL MATCH (customer)-[rented:RENTED]->(film:Film)
  WITH id, customer, collect(film.filmID) AS films, collect(rented.firstAt.epochMillis) AS times
  RETURN id, films, times,
    COLLECT { MATCH (customer)-[:SERVED]->(:RecommendationList)<-[:CAME_OF]-(key:RentalKey) RETURN DISTINCT key.film } AS attributed`;

interface ListRow {
  customer: string;
  servedAt: number;
  films: string[];
  propensities: number[];
  came: string[];
}

type RentalsRow = Rentals & { id: string; attributed: string[] };

/** Which lists are read, and what counts as their outcome. */
export interface ImpressionsOptions {
  /** How long after a list a rental counts for it, in days. */
  windowDays?: number;
  /** Lists at the most, the latest. */
  most?: number;
}

const DAY_MS = 86_400_000;

/**
 * Reads the lists that were served with exploration, with the customer's history at that time and what came of
 * them, the oldest first. A shown film counts as rented where the customer first rented it within the window after
 * the list; a rental that names the list it came of counts for that list alone. Lists with films that are not
 * among `numbers` are left out.
 */
export async function readImpressions(
  graph: Graph,
  numbers: ReadonlyMap<string, number>,
  { windowDays = 7, most = 20_000 }: ImpressionsOptions = {},
): Promise<LoggedList[]> {
  const lists = await graph.read<ListRow>(LISTS, { most: neo4j.int(most) });
  const customers = [...new Set(lists.map(({ customer }) => customer))];
  const rows = await graph.read<RentalsRow>(RENTALS, { customers });
  const rentals = new Map(rows.map((row) => [row.id, toCustomerRentals(row)]));
  return lists.flatMap((list) => {
    const own = rentals.get(list.customer);
    const isKnown = list.films.every((id) => numbers.has(id));
    return own && isKnown ? [toLoggedList(list, own, numbers, windowDays * DAY_MS)] : [];
  });
}

interface CustomerRentals {
  rentals: Rentals;
  firstAt: ReadonlyMap<string, number>;
  attributed: ReadonlySet<string>;
}

const toCustomerRentals = ({ films, times, attributed }: RentalsRow): CustomerRentals => ({
  rentals: { films, times },
  firstAt: new Map(films.map((film, at) => [film, times[at]])),
  attributed: new Set(attributed),
});

function toLoggedList(
  { customer, servedAt, films, propensities, came }: ListRow,
  { rentals, firstAt, attributed }: CustomerRentals,
  numbers: ReadonlyMap<string, number>,
  windowMs: number,
): LoggedList {
  const wasRented = (film: string) => {
    const at = firstAt.get(film) ?? -Infinity;
    const isInWindow = at >= servedAt && at <= servedAt + windowMs;
    return attributed.has(film) ? came.includes(film) : isInWindow;
  };
  const before = rentals.films.flatMap((film, at) =>
    rentals.times[at] < servedAt ? [{ film, time: rentals.times[at] }] : [],
  );
  return {
    customer,
    history: inTimeOrder(
      { films: before.map(({ film }) => film), times: before.map(({ time }) => time) },
      numbers,
    ),
    films: Int32Array.from(films, (id) => numbers.get(id) as number),
    propensities: Float64Array.from(propensities),
    rented: Uint8Array.from(films, (film) => Number(wasRented(film))),
  };
}
