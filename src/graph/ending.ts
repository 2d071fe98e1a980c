/** Ends work before it is done, once. Much cheaper than an AbortController, because every request has one. */
export interface Ending {
  /** Why the work was ended; undefined if it was not. */
  readonly reason: Error | undefined;
  /** Ends the work. Further calls have no effect. */
  end(reason: Error): void;
  /**
   * Calls a listener when the work is ended, at once if it was ended before.
   * @returns a function that removes the listener
   */
  onEnd(listener: (reason: Error) => void): () => void;
}

/** Creates an ending of work that starts. */
export function createEnding(): Ending {
  const listeners = new Set<(reason: Error) => void>();
  let ended: Error | undefined;
  return {
    get reason() {
      return ended;
    },
    end: (reason) => {
      if (ended) return;
      ended = reason;
      for (const listener of listeners) listener(reason);
      listeners.clear();
    },
    onEnd: (listener) => {
      if (ended) listener(ended);
      else listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
