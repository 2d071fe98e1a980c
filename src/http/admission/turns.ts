/** Lets callers start their work in turn. */
export interface Turns {
  /** Resolves when the caller may start one piece of work. */
  take(key: string): Promise<void>;
}

/**
 * Creates turns. One piece of work starts in each pass of the event loop, and callers take turns: a caller who sends many
 * requests at once delays each other caller by one request, not by all of them.
 */
export function createTurns(): Turns {
  /** The functions that start the waiting work, by caller. The next caller comes first. */
  const waiting = new Map<string, (() => void)[]>();

  const startNext = (): void => {
    const [[key, starts]] = waiting;
    waiting.delete(key);
    const [start, ...later] = starts;
    if (later.length > 0) waiting.set(key, later);
    if (waiting.size > 0) setImmediate(startNext);
    start();
  };

  return {
    take: (key) =>
      new Promise((resolve) => {
        if (waiting.size === 0) setImmediate(startNext);
        const starts = waiting.get(key);
        if (starts) starts.push(resolve);
        else waiting.set(key, [resolve]);
      }),
  };
}
