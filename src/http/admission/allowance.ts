import type { Role } from '../../graphql/access/viewer';

/** Limits of one caller. */
export interface Allowance {
  /** Requests, and messages on sockets, per minute. */
  requestsPerMinute: number;
  /** Milliseconds of the graph and of the event loop together, per minute. */
  workPerMinute: number;
  /** Places of requests in progress, see slots.ts. */
  places: number;
  /** Event streams and WebSockets that are open at one time. */
  streams: number;
}

/** Places of requests in progress, of all callers together. */
export const TOTAL_PLACES = 200;
/** Event streams that are open at one time, of all callers together; the same number of WebSockets. */
export const TOTAL_STREAMS = 200;
/** Pages and their files that one address may request per minute, and that may be in progress for it at one time. */
export const PAGES = { perMinute: 1_200, inProgress: 40 };
/** Cost for which a request takes one place more, in points; see operation-cost.ts. */
export const COST_PER_PLACE = 1_000;

const BY_ROLE: Readonly<Record<Exclude<Role, 'anonymous'>, Allowance>> = {
  customer: { requestsPerMinute: 600, workPerMinute: 60_000, places: 64, streams: 10 },
  analyst: { requestsPerMinute: 1_200, workPerMinute: 240_000, places: 100, streams: 50 },
  trainer: { requestsPerMinute: 1_200, workPerMinute: 240_000, places: 100, streams: 50 },
  admin: { requestsPerMinute: Infinity, workPerMinute: Infinity, places: 160, streams: 100 },
};

/** Returns the limits of a caller by role. Each address is one anonymous caller. */
export const allowanceOf = (role: Role, anonymousPerMinute: number): Allowance =>
  role === 'anonymous'
    ? { requestsPerMinute: anonymousPerMinute, workPerMinute: 60_000, places: 50, streams: 10 }
    : BY_ROLE[role];
