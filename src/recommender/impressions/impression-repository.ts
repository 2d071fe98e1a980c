import neo4j from 'neo4j-driver';
import type { Graph } from '../../graph/graph';
import { pruneNodes, type Retention } from '../../graph/prune-nodes';
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

const ATTRIBUTED = `
  UNWIND $customers AS id
  MATCH (:RecommendationList {customer: id})<-[:CAME_OF]-(key:RentalKey)
  RETURN id, collect(DISTINCT key.film) AS films`;

const RECENT = `
  MATCH (list:RecommendationList)
  WHERE list.servedAt > datetime() - duration({days: $days}) AND list.customer IS NOT NULL
  RETURN count(list) AS served, count(CASE WHEN EXISTS {(list)<-[:CAME_OF]-(:RentalKey)} THEN 1 END) AS rented`;

/** Retention of customers' lists: thirty days show which rentals a list led to. */
export const CUSTOMER_RETENTION: Retention = { days: 30, max: 1_000_000 };
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
