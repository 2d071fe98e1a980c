const KEY = 'reelgraph.token';

/** Returns the bearer token saved for this tab. */
export const readToken = (): string | null => sessionStorage.getItem(KEY);

/** Saves a bearer token for this tab. An empty string removes it. */
export function saveToken(token: string): void {
  if (token) sessionStorage.setItem(KEY, token);
  else sessionStorage.removeItem(KEY);
}
