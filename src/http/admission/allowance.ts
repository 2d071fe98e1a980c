import type { Role } from '../../graphql/access/viewer';

/** The limits of one caller. */
export interface Allowance {
  /** Requests, and messages on sockets, per minute. */
  requestsPerMinute: number;
  /** Time of the graph and the event loop together, in milliseconds per minute. */
  workPerMinute: number;
  /** Slots for requests in progress, see slots.ts. */
  places: number;
  /** Max number of open event streams, and of open WebSockets. */
  streams: number;
}

/** Slots for requests in progress, of all callers together. */
export const TOTAL_PLACES = 200;
/** Max number of open event streams, and of open WebSockets, of all callers together. */
export const TOTAL_STREAMS = 200;
/** Requests for pages and their files from one address: max number per minute, and max number in progress. */
export const PAGES = { perMinute: 1_200, inProgress: 40 };
/** Cost in points for which a request takes one more slot, see operation-cost.ts. */
export const COST_PER_PLACE = 1_000;

const BY_ROLE: Readonly<Record<Exclude<Role, 'anonymous'>, Allowance>> = {
  customer: { requestsPerMinute: 600, workPerMinute: 60_000, places: 64, streams: 10 },
  analyst: { requestsPerMinute: 1_200, workPerMinute: 240_000, places: 100, streams: 50 },
  trainer: { requestsPerMinute: 1_200, workPerMinute: 240_000, places: 100, streams: 50 },
  admin: { requestsPerMinute: Infinity, workPerMinute: Infinity, places: 160, streams: 100 },
};

/** Returns the limits of a caller by role. Each IP address counts as one anonymous caller. */
export const allowanceOf = (role: Role, anonymousPerMinute: number): Allowance =>
  role === 'anonymous'
    ? { requestsPerMinute: anonymousPerMinute, workPerMinute: 60_000, places: 50, streams: 10 }
    : BY_ROLE[role];
