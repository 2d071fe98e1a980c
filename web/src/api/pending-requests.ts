import { useSyncExternalStore } from 'react';

const startedAt = new Map<symbol, number>();
const listeners = new Set<() => void>();
/** When the oldest pending request was sent, in milliseconds since 1970. */
let oldest: number | undefined;

/**
 * Registers a pending request.
 * @returns a function to call when the request has ended
 */
export function trackRequest(): () => void {
  const request = Symbol('request');
  startedAt.set(request, Date.now());
  update();
  return () => {
    startedAt.delete(request);
    update();
  };
}

function update(): void {
  const [first] = startedAt.values();
  if (first === oldest) return;
  oldest = first;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** Returns when the oldest pending request was sent, in milliseconds since 1970; undefined if none is pending. */
export const useOldestRequest = (): number | undefined => useSyncExternalStore(subscribe, () => oldest);
