import neo4j from 'neo4j-driver';
import { AppError } from '../../app-error';
import type { Graph } from '../../graph/graph';
import type { RunCypher } from '../../graph/run-cypher';
import { pruneNodes, type Retention } from '../../graph/prune-nodes';

/** The rentals of each matched customer. */
const COLLECTED = `
  OPTIONAL MATCH (customer)-[rented:RENTED]->(film:Film)
  RETURN customer.customerID AS id, collect(film.filmID) AS films,
    collect(coalesce(rented.firstAt.epochMillis, 0)) AS times,
    collect(coalesce(rented.rating, -1.0)) AS ratings`;

const RENTALS = `
  UNWIND $customers AS id
  MATCH (customer:Customer {customerID: id}) ${COLLECTED}`;

const ALL_RENTALS = `MATCH (customer:Customer) ${COLLECTED}`;

const COUNT = 'RETURN COUNT {()-[:RENTED]->()} AS rentals';

/**
 * Comes first in the transaction: a second call with the same key waits here until the first one ends, and then
 * reads the rental that it stored. `call` distinguishes a retry of the same call, whose commit was not acknowledged.
 */
const CLAIM_KEY = `
  MERGE (key:RentalKey {customer: $customer, key: $key})
  ON CREATE SET key.call = $call
  RETURN key.call = $call AND key.recordedAt IS NULL AS isNew, key.call <> $call AS repeated,
    key.film AS film, key.givenAt AS givenAt, key.list AS list, key.at AS at, key.times AS times`;

const FIND = `
  OPTIONAL MATCH (customer:Customer {customerID: $customer})
  OPTIONAL MATCH (film:Film {filmID: $film})
  OPTIONAL MATCH (list:RecommendationList {listID: $list})
  RETURN customer IS NOT NULL AS customer, film IS NOT NULL AS film,
    list IS NOT NULL AND
      (EXISTS {(customer)-[:SERVED]->(list)} OR NOT EXISTS {(:Customer)-[:SERVED]->(list)}) AS list,
    coalesce($film IN list.films, false) AS isOnList`;

/**
 * Removing a property takes the node's lock even if the property does not exist: rentals of one customer, and
 * rentals that name one list, are recorded one after the other. A film is attributed to a list once.
 */
const RECORD = `
  MATCH (customer:Customer {customerID: $customer}), (film:Film {filmID: $film}),
    (key:RentalKey {customer: $customer, key: $key})
  OPTIONAL MATCH (list:RecommendationList {listID: $list})
  REMOVE customer.locked, list.locked
  WITH customer, film, key, list, datetime({epochMillis: $at}) AS at
  MERGE (customer)-[rented:RENTED]->(film)
  ON CREATE SET rented.firstAt = at, rented.lastAt = at, rented.times = 1
  ON MATCH SET rented.firstAt = CASE WHEN rented.firstAt < at THEN rented.firstAt ELSE at END,
    rented.lastAt = CASE WHEN rented.lastAt > at THEN rented.lastAt ELSE at END,
    rented.times = coalesce(rented.times, 1) + 1
  SET key.film = $film, key.givenAt = $givenAt, key.list = $list, key.at = $at, key.times = rented.times,
    key.recordedAt = datetime()
  WITH key, rented, list, EXISTS {(:RentalKey {film: $film})-[:CAME_OF]->(list)} AS isAttributed
  FOREACH (one IN CASE WHEN list IS NULL OR isAttributed THEN [] ELSE [list] END | MERGE (key)-[:CAME_OF]->(one))
  RETURN rented.times AS times`;

const LIST_EXISTS = 'RETURN EXISTS {(:RecommendationList {listID: $id})} AS exists';

const UPDATE_FANS = `
  MATCH (customer:Customer {customerID: $customer}), (:Film {filmID: $film})<-[:ACTED_IN]-(actor:Actor)
  WHERE COUNT { (customer)-[:RENTED]->(:Film)<-[:ACTED_IN]-(actor) } > 2
  MERGE (customer)-[:FAN_OF]->(actor)`;

/** A client may repeat a rental under its key for thirty days. */
export const KEY_RETENTION: Retention = { days: 30, max: 1_000_000 };

/** Film ids, and when each was first rented, in milliseconds since 1970; side by side. */
export interface Rentals {
  readonly films: readonly string[];
  readonly times: readonly number[];
}

/** The error for an unknown customer id. */
export const customerNotFound = (id: string) =>
  new AppError(
    'NOT_FOUND',
    `No customer has the id ${JSON.stringify(id)}. Query customers { customerId } for the ids.`,
  );

/** Reads the rentals of customers; an unknown customer has no row. */
export const readRentals = (graph: Graph, customers: readonly string[]) =>
  graph.read<{ id: string } & Rentals>(RENTALS, { customers });

/** Reads the rentals of all customers, with stars; -1 if a rental was not rated. */
export const readAllRentals = (graph: Graph) =>
  graph.read<{ id: string; ratings: readonly number[] } & Rentals>(ALL_RENTALS);

/** Counts the pairs of a customer and a film that the customer rented. */
export async function countRentals(graph: Graph): Promise<number> {
  return (await graph.read<{ rentals: number }>(COUNT))[0].rentals;
}

/** A rental by ids, under its idempotency key. */
export interface RentalNames {
  readonly customer: string;
  readonly film: string;
  readonly list: string | null;
  readonly key: string;
  /** Identifies the call, across its retries. */
  readonly call: string;
}

/** The rental that is stored under a key. */
export interface ClaimedKey {
  readonly isNew: boolean;
  /** True if another call recorded a rental under the key. */
  readonly repeated: boolean;
  readonly film: string;
  readonly givenAt: number | null;
  readonly list: string | null;
  readonly at: number;
  readonly times: number;
}

/** Which nodes of a rental exist. */
export interface FoundNodes {
  readonly customer: boolean;
  readonly film: boolean;
  /** True if the list was served to this customer or to an anonymous caller. */
  readonly list: boolean;
  readonly isOnList: boolean;
}

/** The statements of one rental, in one transaction. */
export const rentalStatements = (run: RunCypher, names: RentalNames) => ({
  claimKey: async () => (await run<ClaimedKey>(CLAIM_KEY, { ...names }))[0],
  find: async () => (await run<FoundNodes>(FIND, { ...names }))[0],
  /** @returns how many times the customer has rented the film now */
  record: async (at: number, givenAt: number | null): Promise<number> => {
    const times = { at: neo4j.int(at), givenAt: givenAt === null ? null : neo4j.int(givenAt) };
    const [row] = await run<{ times: number }>(RECORD, { ...names, ...times });
    await run(UPDATE_FANS, { ...names });
    return row.times;
  },
});

/** Returns whether a recommendation list is in the graph. */
export async function listExists(graph: Graph, id: string): Promise<boolean> {
  return (await graph.read<{ exists: boolean }>(LIST_EXISTS, { id }))[0].exists;
}

/** Deletes idempotency keys beyond their retention. */
export const pruneRentalKeys = (graph: Graph, retention: Retention = KEY_RETENTION): Promise<void> =>
  pruneNodes(graph, 'RentalKey', 'recordedAt', retention);
