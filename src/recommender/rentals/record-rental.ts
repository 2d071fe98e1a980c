import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import neo4j from 'neo4j-driver';
import { AppError } from '../../app-error';
import type { Graph, RunCypher } from '../../graph/graph';

/** A rental to record. */
export interface Rental {
  readonly customer: string;
  readonly film: string;
  /** Milliseconds since 1970; now where it is left out. */
  readonly at?: number;
  /** The list that the rental came of. */
  readonly recommendationList?: string;
  /** Names this rental: recorded once, however often it is sent. */
  readonly idempotencyKey: string;
}

/** A rental as the graph holds it. */
export interface RecordedRental {
  readonly customer: string;
  readonly film: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** How many times the customer has rented the film, with this one. */
  readonly times: number;
  readonly recommendationList: string | null;
  /** Whether the key was used before: nothing was written now. */
  readonly repeated: boolean;
}

/**
 * The key comes first: whoever records under the same key waits here for the one that was quicker, and then sees
 * what that one stored. `call` tells a call whose commit got lost on the way, and was tried again, from another one.
 */
const CLAIM = `
  MERGE (key:RentalKey {key: $key})
  ON CREATE SET key.call = $call
  RETURN key.call = $call AND key.recordedAt IS NULL AS isNew, key.call <> $call AS repeated,
    key.customer AS customer, key.film AS film, key.givenAt AS givenAt, key.list AS list,
    key.at AS at, key.times AS times`;

const CHECK = `
  OPTIONAL MATCH (customer:Customer {customerID: $customer})
  OPTIONAL MATCH (film:Film {filmID: $film})
  OPTIONAL MATCH (list:RecommendationList {listID: $list})
  RETURN customer IS NOT NULL AS customer, film IS NOT NULL AS film,
    $list IS NULL OR (list IS NOT NULL AND
      (EXISTS {(customer)-[:SERVED]->(list)} OR NOT EXISTS {(:Customer)-[:SERVED]->(list)})) AS list`;

/** Taking away a property that is not there locks the customer: rentals of one customer come one after the other. */
const RECORD = `
  MATCH (customer:Customer {customerID: $customer}), (film:Film {filmID: $film}), (key:RentalKey {key: $key})
  REMOVE customer.locked
  WITH customer, film, key, datetime({epochMillis: $at}) AS at
  MERGE (customer)-[rented:RENTED]->(film)
  ON CREATE SET rented.firstAt = at, rented.lastAt = at, rented.times = 1
  ON MATCH SET rented.firstAt = CASE WHEN rented.firstAt < at THEN rented.firstAt ELSE at END,
    rented.lastAt = CASE WHEN rented.lastAt > at THEN rented.lastAt ELSE at END,
    rented.times = coalesce(rented.times, 1) + 1
  SET key.customer = $customer, key.film = $film, key.givenAt = $givenAt, key.list = $list, key.at = $at,
    key.times = rented.times, key.recordedAt = datetime()
  WITH key, rented
  OPTIONAL MATCH (list:RecommendationList {listID: $list})
  FOREACH (one IN CASE WHEN list IS NULL THEN [] ELSE [list] END | MERGE (key)-[:CAME_OF]->(one))
  RETURN rented.times AS times`;

const FANS = `
  MATCH (customer:Customer {customerID: $customer}), (:Film {filmID: $film})<-[:ACTED_IN]-(actor:Actor)
  WHERE COUNT { (customer)-[:RENTED]->(:Film)<-[:ACTED_IN]-(actor) } > 2
  MERGE (customer)-[:FAN_OF]->(actor)`;

const IS_LIST = 'RETURN EXISTS {(:RecommendationList {listID: $list})} AS exists';

const LONGEST_KEY = 200;
/** Another replica writes what it serves twice a second. */
const LIST_WAIT_MS = 2_000;
const LIST_LOOK_MS = 200;

/**
 * Records a rental: RENTED {firstAt, lastAt, times}, FAN_OF for actors of whom the customer has rented more than two
 * films now, and the key with what was recorded, all in one transaction or nothing.
 * @throws AppError BAD_USER_INPUT for a time in the future, a bad key or one that was used for another rental;
 * NOT_FOUND for a customer, film or list that the graph does not know, or a list that was served to somebody else
 */
export async function recordRental(graph: Graph, rental: Rental): Promise<RecordedRental> {
  checkRental(rental);
  const { customer, film, recommendationList: list = null, idempotencyKey: key } = rental;
  const names = { customer, film, list, key, call: randomUUID() };
  const at = rental.at ?? Date.now();
  const record = () => graph.transaction((run) => recordIn(run, names, at, rental.at ?? null));
  try {
    return await record();
  } catch (error) {
    if (!(error instanceof UnknownList) || !(await appears(graph, error.list))) throw error;
    return record();
  }
}

interface Names {
  customer: string;
  film: string;
  list: string | null;
  key: string;
  call: string;
}

type Claim = Names & { isNew: boolean; repeated: boolean; givenAt: number | null; at: number; times: number };

async function recordIn(
  run: RunCypher,
  names: Names,
  at: number,
  givenAt: number | null,
): Promise<RecordedRental> {
  const { customer, film, list } = names;
  const [claim] = await run<Claim>(CLAIM, { ...names });
  const recorded = { customer, film, recommendationList: list };
  if (!claim.isNew) {
    requireSame(claim, names, givenAt);
    return { ...recorded, at: claim.at, times: claim.times, repeated: claim.repeated };
  }
  requireAll((await run<Record<'customer' | 'film' | 'list', boolean>>(CHECK, { ...names }))[0], names);
  const [{ times }] = await run<{ times: number }>(RECORD, {
    ...names,
    at: neo4j.int(at),
    givenAt: givenAt === null ? null : neo4j.int(givenAt),
  });
  await run(FANS, { ...names });
  return { ...recorded, at, times, repeated: false };
}

/** The list may be on its way into the graph, from whichever replica served it. */
async function appears(graph: Graph, list: string): Promise<boolean> {
  const until = performance.now() + LIST_WAIT_MS;
  while (performance.now() < until) {
    await pause(LIST_LOOK_MS);
    const [{ exists }] = await graph.read<{ exists: boolean }>(IS_LIST, { list });
    if (exists) return true;
  }
  return false;
}

class UnknownList extends AppError {
  constructor(readonly list: string) {
    super(
      'NOT_FOUND',
      `No list with the id ${JSON.stringify(list)} was served to this customer in the last weeks. Give back RecommendationList.id, or leave recommendationList out.`,
    );
  }
}

function requireAll(found: Record<'customer' | 'film' | 'list', boolean>, names: Names): void {
  if (!found.customer) {
    const message = `No customer has the id ${JSON.stringify(names.customer)}. Query customers { customerId } for the ids.`;
    throw new AppError('NOT_FOUND', message);
  }
  if (!found.film) {
    const message = `No film has the id ${JSON.stringify(names.film)}. Query films { filmId } for the ids.`;
    throw new AppError('NOT_FOUND', message);
  }
  if (!found.list) throw new UnknownList(names.list ?? '');
}

function requireSame(claim: Claim, names: Names, givenAt: number | null): void {
  const isSame =
    claim.customer === names.customer &&
    claim.film === names.film &&
    claim.list === names.list &&
    claim.givenAt === givenAt;
  if (isSame) return;
  throw new AppError(
    'BAD_USER_INPUT',
    'idempotencyKey was used for another rental. Give each rental a key of its own, and the same rental the same key.',
  );
}

function checkRental({ at, idempotencyKey }: Rental): void {
  if (idempotencyKey.trim() === '' || idempotencyKey.length > LONGEST_KEY) {
    throw new AppError('BAD_USER_INPUT', `idempotencyKey takes a text of 1 to ${LONGEST_KEY} characters.`);
  }
  if (at === undefined) return;
  if (!Number.isFinite(at)) {
    throw new AppError('BAD_USER_INPUT', 'at takes a time such as 2026-01-31T20:15:00Z.');
  }
  if (at > Date.now()) {
    throw new AppError(
      'BAD_USER_INPUT',
      'at lies in the future. Give the time of the rental, or leave it out for now.',
    );
  }
}
