import { performance } from 'node:perf_hooks';

/** Measures how long the event loop works for each of the requests in progress. */
export interface BusyTime {
  /** Starts measuring a request. The result ends it and returns its share in milliseconds. */
  start(): () => number;
}

/** Splits the time that the event loop is busy evenly among the requests in progress at that time. */
export function createBusyTime(): BusyTime {
  let inProgress = 0;
  let measured = 0;
  /** Milliseconds that a request has received if it has been in progress from the beginning. */
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
