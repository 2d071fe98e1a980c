import neo4j from 'neo4j-driver';
import type { Graph } from '../../graph/graph';
import { pruneNodes, type Retention } from '../../graph/prune-nodes';
import { DAY_MS } from '../policies/visit';
import type { Impression } from './impression';

const WRITE = `
  UNWIND $impressions AS row
  MERGE (list:RecommendationList {listID: row.id})
  SET list += row.properties, list.customer = row.customer, list.servedAt = datetime({epochMillis: row.servedAt})
  FOREACH (one IN CASE WHEN row.customer IS NULL THEN [list] ELSE [] END | SET one:AnonymousList)`;

/** Lists made from a customer's rentals alone, the newest ones. */
const PLAIN = `
  MATCH (list:RecommendationList)
  WHERE list.servedAt IS NOT NULL AND list.plain AND list.customer IS NOT NULL
    AND (list.exploration > 0 OR NOT $explored)
  WITH list ORDER BY list.servedAt DESC LIMIT $max
  RETURN list.customer AS customer, list.servedAt.epochMillis AS servedAt, list.films AS films,
    list.propensities AS propensities,
    COLLECT { MATCH (key:RentalKey)-[:CAME_OF]->(list) RETURN key.film } AS attributed
  ORDER BY servedAt`;

/** Lists that a customer saw. Lists with hypothetical rentals do not count. */
const SEEN = 'list.servedAt IS NOT NULL AND list.customer IS NOT NULL AND list.given = []';
const SEEN_FIELDS = `list.listID AS id, list.customer AS customer, list.servedAt.epochMillis AS servedAt,
    list.films AS films, COLLECT { MATCH (key:RentalKey)-[:CAME_OF]->(list) RETURN key.film } AS attributed`;

/** The page of the newest lists before a list. */
const SEEN_BEFORE = `
  MATCH (list:RecommendationList)
  WHERE list.servedAt <= datetime({epochMillis: $servedAt}) AND ${SEEN}
    AND (list.servedAt < datetime({epochMillis: $servedAt}) OR list.listID < $id)
  WITH list ORDER BY list.servedAt DESC, list.listID DESC LIMIT $size
  RETURN ${SEEN_FIELDS}
  ORDER BY servedAt DESC, id DESC`;

const SEEN_BY = `
  UNWIND $customers AS owner
  CALL (owner) {
    MATCH (list:RecommendationList {customer: owner}) WHERE ${SEEN}
    RETURN list ORDER BY list.servedAt DESC, list.listID DESC LIMIT $max
  }
  RETURN ${SEEN_FIELDS}
  ORDER BY servedAt DESC, id DESC`;

const ATTRIBUTED = `
  UNWIND $customers AS id
  MATCH (:RecommendationList {customer: id})<-[:CAME_OF]-(key:RentalKey)
  RETURN id, collect(DISTINCT key.film) AS films`;

const RECENT = `
  MATCH (list:RecommendationList)
  WHERE list.servedAt > datetime() - duration({days: $days}) AND list.customer IS NOT NULL
  RETURN count(list) AS served, count(CASE WHEN EXISTS {(list)<-[:CAME_OF]-(:RentalKey)} THEN 1 END) AS rented`;

/** The visits with a list; those with a rental alone are not counted. */
const VISITS = `
  MATCH (list:RecommendationList)
  WHERE list.servedAt >= datetime({epochMillis: $from * $day})
    AND list.servedAt < datetime({epochMillis: $until * $day}) AND ${SEEN}
  RETURN list.customer AS customer, count(DISTINCT list.servedAt.epochMillis / $day) AS visits`;

/**
 * Retention of customers' lists: a customer who has not returned for thirty days counts as gone, which sixty days show
 * for half of the lists.
 */
export const CUSTOMER_RETENTION: Retention = { days: 60, max: 1_000_000 };
/** Retention of lists without a customer, which anyone can request. They never displace customers' lists. */
export const ANONYMOUS_RETENTION: Retention = { days: 2, max: 10_000 };

/** A list, and the films whose rentals were attributed to it. */
export interface PlainList {
  readonly customer: string;
  readonly servedAt: number;
  readonly films: string[];
  readonly propensities: number[];
  readonly attributed: string[];
}

/** A list that a customer saw, and the films whose rentals were attributed to it. */
export interface CustomerList {
  readonly id: string;
  readonly customer: string;
  /** Milliseconds since 1970. */
  readonly servedAt: number;
  readonly films: string[];
  readonly attributed: string[];
}

/** Number of lists, and of those that led to a rental. */
export interface ImpressionCounts {
  readonly served: number;
  readonly rented: number;
}

/** Writes impressions; writing one twice has no effect. */
export async function writeImpressions(graph: Graph, impressions: readonly Impression[]): Promise<void> {
  await graph.write(WRITE, { impressions: impressions.map(toRow) });
}

/** Reads the newest `max` lists, oldest first; if `explored`, only those with random films among them. */
export const readPlainLists = (graph: Graph, max: number, explored: boolean): Promise<PlainList[]> =>
  graph.read<PlainList>(PLAIN, { max: neo4j.int(max), explored });

/** Later than any list. */
const END_OF_TIME = Date.UTC(9999, 11, 31);
const PAGE_SIZE = 5_000;

/** Reads the lists that customers saw in pages, newest first. */
export async function* readCustomerLists(
  graph: Graph,
  size = PAGE_SIZE,
): AsyncGenerator<CustomerList[], void, void> {
  let [servedAt, id] = [END_OF_TIME, ''];
  for (;;) {
    const parameters = { servedAt: neo4j.int(servedAt), id, size: neo4j.int(size) };
    const page = await graph.read<CustomerList>(SEEN_BEFORE, parameters);
    if (page.length > 0) yield page;
    const last = page.at(-1);
    if (!last || page.length < size) return;
    ({ servedAt, id } = last);
  }
}

/** Reads the newest `max` lists of each customer, newest first. */
export const readListsOf = (
  graph: Graph,
  customers: readonly string[],
  max: number,
): Promise<CustomerList[]> => graph.read<CustomerList>(SEEN_BY, { customers, max: neo4j.int(max) });

/** Reads, by customer, the films of rentals that were attributed to any list. */
export async function readAttributedFilms(
  graph: Graph,
  customers: readonly string[],
): Promise<Map<string, Set<string>>> {
  const rows = await graph.read<{ id: string; films: string[] }>(ATTRIBUTED, { customers });
  return new Map(rows.map(({ id, films }) => [id, new Set(films)]));
}

/** Counts the lists that were served to customers in the last days. */
export async function countRecentImpressions(graph: Graph, days: number): Promise<ImpressionCounts> {
  return (await graph.read<ImpressionCounts>(RECENT, { days: neo4j.int(days) }))[0];
}

/**
 * Counts the visits of each customer between two days: the calendar days on which the customer was served a list.
 * @param from the first day, counted from 1970 in UTC
 * @param until the day after the last one
 */
export async function countVisits(graph: Graph, from: number, until: number): Promise<Map<string, number>> {
  const days = { from: neo4j.int(from), until: neo4j.int(until), day: neo4j.int(DAY_MS) };
  const rows = await graph.read<{ customer: string; visits: number }>(VISITS, days);
  return new Map(rows.map(({ customer, visits }) => [customer, visits]));
}

/** Deletes lists beyond their retention. */
export async function pruneImpressions(
  graph: Graph,
  customers: Retention = CUSTOMER_RETENTION,
  anonymous: Retention = ANONYMOUS_RETENTION,
): Promise<void> {
  await pruneNodes(graph, 'RecommendationList&!AnonymousList', 'servedAt', customers);
  await pruneNodes(graph, 'AnonymousList', 'servedAt', anonymous);
}

/** Integers must reach the graph as Neo4j integers. */
const toRow = ({ id, customer, servedAt, qualifying, ...properties }: Impression) => ({
  id,
  customer,
  servedAt: neo4j.int(servedAt),
  properties: { ...properties, qualifying: neo4j.int(qualifying) },
});
