import { performance } from 'node:perf_hooks';

/** Measures how long the event loop works for each request in progress. */
export interface BusyTime {
  /**
   * Starts measuring a request. The returned function ends the measurement and returns the request's share in
   * milliseconds.
   */
  start(): () => number;
}

/** Divides the busy time of the event loop evenly among the requests in progress. */
export function createBusyTime(): BusyTime {
  let inProgress = 0;
  let measured = 0;
  /** The share, in milliseconds, of a request that has been in progress from the beginning. */
  let share = 0;
  const advance = () => {
    const { active } = performance.eventLoopUtilization();
    if (inProgress > 0) share += (active - measured) / inProgress;
    measured = active;
  };
  return {
    start: () => {
      advance();
      inProgress++;
      const from = share;
      return () => {
        advance();
        inProgress--;
        return share - from;
      };
    },
  };
}
