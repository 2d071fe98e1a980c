import { useSyncExternalStore } from 'react';

const KEY = 'reelgraph.token';
const listeners = new Set<() => void>();

/** Returns the saved bearer token, or null after sign-out. */
export const readToken = (): string | null => sessionStorage.getItem(KEY) ?? localStorage.getItem(KEY);

/**
 * Saves a bearer token.
 * @param isRemembered keep it after the tab is closed
 */
export function saveToken(token: string, isRemembered: boolean): void {
  removeToken();
  (isRemembered ? localStorage : sessionStorage).setItem(KEY, token);
  notify();
}

/** Removes the saved token. */
export function clearToken(): void {
  removeToken();
  notify();
}

function removeToken(): void {
  sessionStorage.removeItem(KEY);
  localStorage.removeItem(KEY);
}

const notify = () => {
  for (const listener of listeners) listener();
};

/**
 * Calls a function whenever the token changes.
 * @returns a function that removes the listener
 */
export function onTokenChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Returns the saved token and updates when it changes. */
export const useToken = (): string | null => useSyncExternalStore(onTokenChange, readToken);

/**
 * Returns when a JSON Web Token expires, in milliseconds since 1970; undefined if it does not say. The signature is
 * not verified: the server does that.
 */
export function expiryOf(token: string): number | undefined {
  try {
    const payload = token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/');
    const { exp } = JSON.parse(atob(payload)) as { exp?: unknown };
    return typeof exp === 'number' ? exp * 1_000 : undefined;
  } catch {
    // Not a JSON Web Token. The server rejects it with a message.
    return undefined;
  }
}
