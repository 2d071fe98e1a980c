const KEY = 'reelgraph.token';

/** The bearer token that was pasted; kept until the tab is closed. */
export const readToken = (): string | null => sessionStorage.getItem(KEY);

/** Keeps a bearer token for this tab; an empty one is forgotten. */
export function keepToken(token: string): void {
  if (token) sessionStorage.setItem(KEY, token);
  else sessionStorage.removeItem(KEY);
}
