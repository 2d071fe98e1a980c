import neo4j from 'neo4j-driver';
import { AppError } from '../../app-error';
import type { Graph } from '../../graph/graph';
import { escapeName, type GraphModel } from '../../graph/graph-model';
import type { RunCypher } from '../../graph/run-cypher';
import { pruneNodes, type Retention } from '../../graph/prune-nodes';

/** The rentals of each matched customer, one row for each relationship: its film, its time and its rating. */
const collected = ({ film, customer, rented }: GraphModel) => `
  OPTIONAL MATCH (customer)-[${rented.pattern('rented')}]->${film.usable('film')}
  RETURN ${customer.id('customer')} AS id, collect(CASE WHEN film IS NOT NULL
    THEN [${film.id('film')}, ${rented.placedAt('rented')}, ${rented.rating('rented')}] END) AS rentals`;

const rentalsOf = (model: GraphModel) => `
  UNWIND $customers AS id
  MATCH (customer${model.customer.named('id')}) ${collected(model)}`;

const allRentals = (model: GraphModel) => `
  MATCH ${model.customer.usable('customer')} ${collected(model)}`;

/** Neo4j counts the relationships of a type without reading them. */
const count = ({ rented }: GraphModel) => `RETURN COUNT {()-[:${rented.type}]->()} AS rentals`;

const rentalsBetween = ({ customer, rented }: GraphModel) => `
  UNWIND $customers AS id
  MATCH (customer${customer.named('id')})-[${rented.pattern('rented')}]->()
  WITH id, (${rented.firstAt('rented')}).epochMillis AS at
  WHERE at >= $since AND at < $until
  RETURN id, count(*) AS rentals`;

/**
 * The first statement of the transaction. A second call with the same key waits here until the first one ends, and then
 * reads the stored rental. `call` identifies a retry of the same call after its commit was not acknowledged.
 */
const CLAIM_KEY = `
  MERGE (key:RentalKey {customer: $customer, key: $key})
  ON CREATE SET key.call = $call
  RETURN key.call = $call AND key.recordedAt IS NULL AS isNew, key.call <> $call AS repeated,
    key.film AS film, key.givenAt AS givenAt, key.list AS list, key.at AS at, key.times AS times`;

const find = ({ customer, film }: GraphModel) => `
  OPTIONAL MATCH (customer${customer.named('$customer')})
  OPTIONAL MATCH (film${film.named('$film')})
  OPTIONAL MATCH (list:RecommendationList {listID: $list})
  RETURN customer IS NOT NULL AS customer, film IS NOT NULL AS film,
    list IS NOT NULL AND coalesce(list.customer = $customer, true) AS list,
    coalesce($film IN list.films, false) AS isOnList
  LIMIT 1`;

/**
 * Removing a property locks the node even if the property does not exist. Rentals of one customer, and rentals from one
 * list, are therefore recorded one after the other. A film is attributed to a list once. If several nodes share an id,
 * one of them gets the rental.
 */
const record = (model: GraphModel) => `
  MATCH (customer${model.customer.named('$customer')}), (film${model.film.named('$film')}),
    (key:RentalKey {customer: $customer, key: $key})
  WITH customer, film, key LIMIT 1
  OPTIONAL MATCH (list:RecommendationList {listID: $list})
  REMOVE customer.locked, list.locked
  WITH customer, film, key, list, datetime({epochMillis: $at}) AS at
  ${writeRental(model)}
  SET key.film = $film, key.givenAt = $givenAt, key.list = $list, key.at = $at, key.times = times,
    key.recordedAt = datetime()
  WITH key, times, list, EXISTS {(:RentalKey {film: $film})-[:CAME_OF]->(list)} AS isAttributed
  FOREACH (one IN CASE WHEN list IS NULL OR isAttributed THEN [] ELSE [list] END | MERGE (key)-[:CAME_OF]->(one))
  RETURN times`;

/** Updates the relationship between a customer and a film if it counts rentals; otherwise creates another one. */
function writeRental({ mapping, rented }: GraphModel): string {
  const { time, lastTime, times, timeFormat } = mapping.rented;
  const at = { datetime: 'at', epochMillis: 'at.epochMillis', epochSeconds: 'at.epochSeconds' }[timeFormat];
  const properties = [
    ...[time, lastTime].flatMap((name) => (name === null ? [] : [`${escapeName(name)}: ${at}`])),
    ...(times === null ? [] : [`${escapeName(times)}: 1`]),
  ];
  const create = `CREATE (customer)-[:${rented.type} {${[...new Set(properties)].join(', ')}}]->(film)`;
  const known = `OPTIONAL MATCH (customer)-[${rented.pattern('rented')}]->(film)`;
  if (times === null) {
    return `${known}
  WITH customer, film, key, list, at, count(rented) + 1 AS times
  ${create}`;
  }
  const moved = (name: string | null, read: string, isFurther: '<' | '>') =>
    name === null
      ? []
      : [
          `one.${escapeName(name)} = CASE WHEN ${read} ${isFurther}= at THEN one.${escapeName(name)} ELSE ${at} END`,
        ];
  const updates = [
    ...moved(time, rented.firstAt('one'), '<'),
    ...moved(lastTime, rented.lastAt('one'), '>'),
    `one.${escapeName(times)} = ${rented.times('one')} + 1`,
  ];
  return `${known}
  WITH customer, film, key, list, at, collect(rented) AS known
  FOREACH (one IN known[..1] | SET ${updates.join(', ')})
  FOREACH (_ IN CASE WHEN known = [] THEN [1] ELSE [] END | ${create})
  WITH key, list, reduce(sum = 0, one IN known | sum + ${rented.times('one')}) AS before
  WITH key, list, CASE WHEN before = 0 THEN 1 ELSE before END AS times`;
}

const LIST_EXISTS = 'RETURN EXISTS {(:RecommendationList {listID: $id})} AS exists';

const updateFans = ({ actor, customer, fanOf, film, rented }: GraphModel) => `
  MATCH (customer${customer.named('$customer')}), (film${film.named('$film')})${actor.path('', `(actor:${actor.label})`)}
  WHERE COUNT { MATCH (customer)-[${rented.pattern('rented')}]->(other:${film.label})
    WHERE EXISTS { (other)${actor.path('', '(actor)')} } RETURN DISTINCT other } > 2
  MERGE (customer)-[:${fanOf}]->(actor)`;

/** Clients may repeat a rental with the same key for thirty days. */
export const KEY_RETENTION: Retention = { days: 30, max: 1_000_000 };

/** A rented film, when it was first rented in milliseconds since 1970, and its rating; null if unknown. */
export type RentalRow = readonly [film: string, at: number | null, rating: number | null];

/** The rentals of a customer, by film ids, in any order. A film may occur twice. */
export interface Rentals {
  readonly rentals: readonly RentalRow[];
}

/** The error for an unknown customer id. */
export const customerNotFound = (id: string) =>
  new AppError(
    'NOT_FOUND',
    `No customer has the id ${JSON.stringify(id)}. Query customers { customerId } for the ids.`,
  );

/** Reads the rentals of customers; an unknown customer has no row. */
export const readRentals = (graph: Graph, customers: readonly string[]) =>
  graph.read<{ id: string } & Rentals>(rentalsOf(graph.model), { customers });

/** Reads the rentals of all customers. */
export const readAllRentals = (graph: Graph) => graph.read<{ id: string } & Rentals>(allRentals(graph.model));

/** Returns the id of a customer with a rental, or else of any customer; undefined if there are no customers. */
export async function readAnyCustomer({ model, read }: Graph): Promise<string | undefined> {
  const { customer, rented } = model;
  const usable = `MATCH ${customer.usable('customer')}`;
  const [row] = await read<{ id: string }>(
    `CALL () { ${usable} WHERE EXISTS {(customer)-[${rented.pattern('rented')}]->()} RETURN customer LIMIT 1
       UNION ALL ${usable} RETURN customer LIMIT 1 }
     RETURN ${customer.id('customer')} AS id LIMIT 1`,
  );
  return row?.id;
}

/** Counts the relationships that mean "rented", including those below the threshold. Changes with every rental. */
export async function countRentals(graph: Graph): Promise<number> {
  return (await graph.read<{ rentals: number }>(count(graph.model)))[0].rentals;
}

/** Customers whose rentals one statement counts. */
const COUNTED = 5_000;

/**
 * Counts the films that each customer rented for the first time between two moments; of a graph with a relationship for
 * each rental, the rentals. A customer without any has no entry.
 * @param since milliseconds since 1970
 * @param until milliseconds since 1970, not included
 */
export async function countRentalsBetween(
  graph: Graph,
  customers: readonly string[],
  since: number,
  until: number,
): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  const statement = rentalsBetween(graph.model);
  const times = { since: neo4j.int(since), until: neo4j.int(until) };
  for (let first = 0; first < customers.length; first += COUNTED) {
    const some = customers.slice(first, first + COUNTED);
    const rows = await graph.read<{ id: string; rentals: number }>(statement, { customers: some, ...times });
    for (const { id, rentals } of rows) counts.set(id, rentals);
  }
  return counts;
}

/** A rental by ids, with its idempotency key. */
export interface RentalNames {
  readonly customer: string;
  readonly film: string;
  readonly list: string | null;
  readonly key: string;
  /** Identifies the call across its retries. */
  readonly call: string;
}

/** The rental that is stored for a key. */
export interface ClaimedKey {
  readonly isNew: boolean;
  /** True if another call recorded a rental with the key. */
  readonly repeated: boolean;
  readonly film: string;
  readonly givenAt: number | null;
  readonly list: string | null;
  readonly at: number;
  readonly times: number;
}

/** The nodes of a rental that exist. */
export interface FoundNodes {
  readonly customer: boolean;
  readonly film: boolean;
  /** True if the list was served to this customer or to an anonymous caller. */
  readonly list: boolean;
  readonly isOnList: boolean;
}

/** The statements of one rental, in one transaction. */
export const rentalStatements = (run: RunCypher, model: GraphModel, names: RentalNames) => ({
  claimKey: async () => (await run<ClaimedKey>(CLAIM_KEY, { ...names }))[0],
  find: async () => (await run<FoundNodes>(find(model), { ...names }))[0],
  /** @returns how many times the customer has now rented the film */
  record: async (at: number, givenAt: number | null): Promise<number> => {
    const times = { at: neo4j.int(at), givenAt: givenAt === null ? null : neo4j.int(givenAt) };
    const [row] = await run<{ times: number }>(record(model), { ...names, ...times });
    if (model.fanOf) await run(updateFans(model), { ...names });
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
