import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '../../app-error';
import type { Graph } from '../../graph/graph';
import { filmNotFound } from '../films/film-repository';
import {
  type ClaimedKey,
  customerNotFound,
  type FoundNodes,
  listExists,
  type RentalNames,
  rentalStatements,
} from './rental-repository';

/** A rental to record. */
export interface Rental {
  readonly customer: string;
  readonly film: string;
  /** Milliseconds since 1970. Default: now. */
  readonly at?: number;
  /** The list that led to the rental. */
  readonly recommendationList?: string;
  /** Identifies the rental among those of the customer, so that it is recorded once even if it is sent again. */
  readonly idempotencyKey: string;
}

/** A rental as stored in the graph. */
export interface RecordedRental {
  readonly customer: string;
  readonly film: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Number of times the customer has rented the film, including this rental. */
  readonly times: number;
  readonly recommendationList: string | null;
  /** True if the key was used before; nothing was written. */
  readonly repeated: boolean;
}

const MAX_KEY_LENGTH = 200;
/** Other replicas write the lists that they serve twice per second. */
const LIST_WAIT_MS = 2_000;
const LIST_POLL_MS = 200;

/**
 * Records a rental in one transaction: RENTED {firstAt, lastAt, times}, FAN_OF for actors of more than two films that
 * the customer has rented (if the graph stores it), and the key with the recorded values.
 * @throws AppError BAD_USER_INPUT for a time in the future, an invalid key, a key of another rental, or a film that is
 * not on the list; NOT_FOUND for an unknown customer or film, or a list that was not served to the customer
 */
export async function recordRental(graph: Graph, rental: Rental): Promise<RecordedRental> {
  checkRental(rental);
  const { customer, film, recommendationList: list = null, idempotencyKey: key } = rental;
  const names = { customer, film, list, key, call: randomUUID() };
  const at = rental.at ?? Date.now();
  const record = () =>
    graph.transaction((run) =>
      recordIn(rentalStatements(run, graph.model, names), names, at, rental.at ?? null),
    );
  try {
    return await record();
  } catch (error) {
    if (!(error instanceof UnknownList) || !(await isWrittenSoon(graph, error.list))) throw error;
    return record();
  }
}

async function recordIn(
  statements: ReturnType<typeof rentalStatements>,
  names: RentalNames,
  at: number,
  givenAt: number | null,
): Promise<RecordedRental> {
  const { customer, film, list } = names;
  const claim = await statements.claimKey();
  const recorded = { customer, film, recommendationList: list };
  if (!claim.isNew) {
    requireSame(claim, names, givenAt);
    return { ...recorded, at: claim.at, times: claim.times, repeated: claim.repeated };
  }
  requireAll(await statements.find(), names);
  return { ...recorded, at, times: await statements.record(at, givenAt), repeated: false };
}

/** Waits for a list, which may have been served by a replica that has not written it yet. */
async function isWrittenSoon(graph: Graph, list: string): Promise<boolean> {
  const deadline = performance.now() + LIST_WAIT_MS;
  while (performance.now() < deadline) {
    await wait(LIST_POLL_MS);
    if (await listExists(graph, list)) return true;
  }
  return false;
}

class UnknownList extends AppError {
  constructor(readonly list: string) {
    super(
      'NOT_FOUND',
      `No list with the id ${JSON.stringify(list)} was served to this customer, or it is no longer stored. ` +
        'Send the RecommendationList.id, or omit recommendationList.',
    );
  }
}

function requireAll(found: FoundNodes, { customer, film, list }: RentalNames): void {
  if (!found.customer) throw customerNotFound(customer);
  if (!found.film) throw filmNotFound(film);
  if (list === null) return;
  if (!found.list) throw new UnknownList(list);
  if (found.isOnList) return;
  throw new AppError(
    'BAD_USER_INPUT',
    `The film ${JSON.stringify(film)} is not on the list ${JSON.stringify(list)}. Omit recommendationList.`,
  );
}

function requireSame(claim: ClaimedKey, names: RentalNames, givenAt: number | null): void {
  if (claim.film === names.film && claim.list === names.list && claim.givenAt === givenAt) return;
  throw new AppError(
    'BAD_USER_INPUT',
    'idempotencyKey was already used for another rental of this customer. Use a new key for each rental, and repeat a key only to retry.',
  );
}

/** Earlier times are refused as mistakes, such as a two-digit year. In milliseconds since 1970. */
const EARLIEST = Date.UTC(1900);

function checkRental({ at, idempotencyKey }: Rental): void {
  if (idempotencyKey.trim() === '' || idempotencyKey.length > MAX_KEY_LENGTH) {
    throw new AppError(
      'BAD_USER_INPUT',
      `Invalid idempotencyKey: expected between 1 and ${MAX_KEY_LENGTH} characters, not only spaces.`,
    );
  }
  if (at === undefined) return;
  if (!Number.isFinite(at)) {
    throw new AppError('BAD_USER_INPUT', 'Invalid at: expected a time such as 2026-01-31T20:15:00Z.');
  }
  if (at < EARLIEST) {
    throw new AppError('BAD_USER_INPUT', 'Invalid at: the time is before 1900. Send the time of the rental.');
  }
  if (at > Date.now()) {
    throw new AppError(
      'BAD_USER_INPUT',
      'Invalid at: the time is in the future. Send the time of the rental, or omit "at" to use the current time.',
    );
  }
}
