import type { IncomingMessage, ServerResponse } from 'node:http';
import proxyAddr from 'proxy-addr';
import { AppError } from '../../app-error';
import { ANONYMOUS } from '../../graphql/access/viewer';
import type { Authenticate, Authenticated } from '../authenticate';
import { allowanceOf, COST_PER_PLACE, PAGES, TOTAL_PLACES, TOTAL_STREAMS } from './allowance';
import { createBusyTime } from './busy-time';
import { addressKey, type Caller, callerKey } from './caller';
import { createSlots, type Slots } from './slots';
import { createTokenBuckets } from './token-bucket';
import { createTurns } from './turns';

export interface GateOptions {
  authenticate: Authenticate;
  anonymousPerMinute: number;
  /** Number of proxies in front of the server that are trusted to forward the address of the client. */
  trustedProxies: number;
}

/** The kinds of work that are counted separately. */
export type WorkKind = 'request' | 'stream' | 'socket';

/** A piece of work in progress. */
export interface Admission {
  /** Charges the caller for time of the graph, in milliseconds. */
  addGraphTime(milliseconds: number): void;
  /** Ends the work, once. */
  release(): void;
}

/**
 * Admits requests. Every transport uses the gate to identify and count its callers, and to get a slot for each
 * operation.
 */
export interface Gate {
  /** Returns the address of a client, as forwarded by trusted proxies. */
  addressOf(request: IncomingMessage): string;
  /**
   * Identifies a caller and counts one request.
   * @param authorization the value of the Authorization header, or of the same parameter of a socket
   * @throws AppError UNAUTHENTICATED for an invalid token, RATE_LIMITED, OVERLOADED if tokens cannot be verified now
   */
  identify(authorization: string | undefined, address: string): Promise<Caller>;
  /**
   * Counts a further request of a caller, such as a message on a socket.
   * @throws AppError RATE_LIMITED
   */
  count(caller: Caller): void;
  /**
   * Waits for the turn of an IP address and counts its request for a page or one of its files.
   * @throws AppError RATE_LIMITED, or OVERLOADED if too many requests of the address are in progress
   */
  admitPage(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /**
   * Takes slots for an operation.
   * @param cost points, see operation-cost.ts
   * @throws AppError OVERLOADED, or RATE_LIMITED if the caller has used up its time for this minute
   */
  admit(caller: Caller, kind: WorkKind, cost?: number): Admission;
  /** Resolves when a caller with a slot may start to work, see turns.ts. */
  takeTurn(caller: Caller): Promise<void>;
}

/** Creates the gate of one server. */
export function createGate({ authenticate, anonymousPerMinute, trustedProxies }: GateOptions): Gate {
  const requests = createTokenBuckets();
  const pages = createTokenBuckets();
  const pagesInProgress = createSlots(TOTAL_PLACES);
  const work = createTokenBuckets();
  const busy = createBusyTime();
  const turns = createTurns();
  const slots: Record<WorkKind, Slots> = {
    request: createSlots(TOTAL_PLACES),
    stream: createSlots(TOTAL_STREAMS),
    socket: createSlots(TOTAL_STREAMS),
  };
  const trust = (_address: string, hop: number) => hop < trustedProxies;

  const count = ({ key, allowance, viewer }: Pick<Caller, 'key' | 'allowance' | 'viewer'>): void => {
    const { requestsPerMinute } = allowance;
    if (requests.take(key, requestsPerMinute)) return;
    const advice = viewer.role === 'anonymous' ? ' or send a token' : '';
    throw new AppError(
      'RATE_LIMITED',
      `More than ${requestsPerMinute} requests in a minute. Wait for the time in Retry-After${advice}.`,
      { retryAfter: requests.secondsUntilRefilled(key, requestsPerMinute) },
    );
  };
  const requireTimeLeft = ({ key, allowance: { workPerMinute } }: Caller): void => {
    if (work.take(key, workPerMinute, 0)) return;
    throw new AppError(
      'RATE_LIMITED',
      `Your requests took more than ${workPerMinute / 1_000} seconds of work in a minute. Wait for the time in Retry-After, or request less.`,
      { retryAfter: work.secondsUntilRefilled(key, workPerMinute) },
    );
  };

  const addressOf = (request: IncomingMessage): string =>
    trustedProxies > 0 ? proxyAddr(request, trust) : (request.socket.remoteAddress ?? 'unknown');

  return {
    count,
    addressOf,
    takeTurn: ({ key }) => turns.take(key),
    admitPage: async (request, response) => {
      const key = addressKey(addressOf(request));
      await turns.take(`page ${key}`);
      if (response.closed) return;
      if (!pages.take(key, PAGES.perMinute)) {
        throw new AppError('RATE_LIMITED', 'Too many requests for pages. Wait for the time in Retry-After.', {
          retryAfter: pages.secondsUntilRefilled(key, PAGES.perMinute),
        });
      }
      const free = pagesInProgress.take(key, PAGES.inProgress);
      if (!free)
        throw new AppError(
          'OVERLOADED',
          'Too many requests for pages are in progress. Try again in a second.',
        );
      response.once('close', free);
    },
    identify: async (authorization, address) => {
      let known: Authenticated;
      try {
        known = await authenticate(authorization);
      } catch (refusal) {
        // Attempts to guess tokens count against the address that they come from.
        count({
          viewer: ANONYMOUS,
          key: addressKey(address),
          allowance: allowanceOf('anonymous', anonymousPerMinute),
        });
        throw refusal;
      }
      const { viewer, expiresAt } = known;
      const key = callerKey(known, authorization, address);
      const caller = { viewer, key, expiresAt, allowance: allowanceOf(viewer.role, anonymousPerMinute) };
      count(caller);
      return caller;
    },
    admit: (caller, kind, cost = 0) => {
      const { key, allowance } = caller;
      requireTimeLeft(caller);
      const isRequest = kind === 'request';
      const perCaller = isRequest ? allowance.places : allowance.streams;
      const free = slots[kind].take(key, perCaller, isRequest ? 1 + Math.floor(cost / COST_PER_PLACE) : 1);
      if (!free) throw overloaded(kind);
      const stop = isRequest ? busy.start() : () => 0;
      let isOver = false;
      return {
        addGraphTime: (milliseconds) => work.charge(key, allowance.workPerMinute, milliseconds),
        release: () => {
          if (isOver) return;
          isOver = true;
          free();
          work.charge(key, allowance.workPerMinute, stop());
        },
      };
    },
  };
}

const PLURALS: Readonly<Record<WorkKind, string>> = {
  request: 'requests are in progress',
  stream: 'event streams are open',
  socket: 'WebSockets are open',
};

const overloaded = (kind: WorkKind) =>
  new AppError('OVERLOADED', `Too many ${PLURALS[kind]}. Try again in a second.`);
