import { AppError } from '../app-error';
import { comingBack, type GraphHealth, unavailable } from './graph-health';

/** Limits the number of statements in flight. */
export interface StatementSlots {
  /**
   * Waits for a slot.
   * @returns a function that releases the slot; its argument says whether the graph responded
   * @throws AppError OVERLOADED, or GRAPH_UNAVAILABLE while the graph is slow or recovering; the reason of the signal
   * if it aborts
   */
  take(signal: AbortSignal): Promise<(isAnswered: boolean) => void>;
}

/** The initial number of slots of a recovering graph. Each completed statement adds one. */
const FIRST_SLOTS = 4;
/** How long a statement waits for a slot, in milliseconds. */
const WAIT_MS = 5_000;
/** How long a statement waits for a slot while the graph is recovering, in milliseconds. */
const SHORT_WAIT_MS = 1_000;

/**
 * Creates the slots of one graph. A graph that has just started takes seconds to plan each of its first statements, and
 * minutes if all waiting statements arrive at once. Therefore it gets a few statements at first, and more as they
 * complete.
 * @param max number of slots after recovery
 */
export function createStatementSlots(max: number, health: GraphHealth): StatementSlots {
  let slots = max;
  let inUse = 0;
  const waiting = new Set<() => void>();
  health.onChange(() => {
    if (health.lost().aborted) slots = FIRST_SLOTS;
  });

  const admit = () => {
    for (const enter of waiting) {
      if (inUse >= slots) return;
      inUse++;
      enter();
    }
  };
  const giveBack = (isAnswered: boolean) => {
    inUse--;
    if (isAnswered && slots < max) slots++;
    admit();
  };
  const refusal = () => {
    if (slots < max) return comingBack();
    return health.status().state === 'up' ? overloaded() : unavailable('answers slowly');
  };
  const wait = (signal: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      const ending = (end: () => void) => () => {
        clearTimeout(timer);
        waiting.delete(enter);
        signal.removeEventListener('abort', leave);
        end();
      };
      const enter = ending(resolve);
      const leave = ending(() => reject(signal.reason as Error));
      const giveUp = ending(() => reject(refusal()));
      const timer = setTimeout(giveUp, slots < max ? SHORT_WAIT_MS : WAIT_MS).unref();
      signal.addEventListener('abort', leave);
      waiting.add(enter);
    });

  return {
    take: async (signal) => {
      if (inUse < slots) inUse++;
      else await wait(signal);
      return giveBack;
    },
  };
}

const overloaded = () =>
  new AppError('OVERLOADED', 'All connections to the graph database are in use. Try again in a second.');
