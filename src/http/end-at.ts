/** The longest delay of a timer, about 24 days. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/**
 * Ends a connection when the token that opened it expires.
 * @param expiresAt milliseconds since 1970; undefined if the token does not expire
 * @returns cancels the timer
 */
export function endAt(expiresAt: number | undefined, end: () => void): () => void {
  if (expiresAt === undefined) return () => undefined;
  const timer = setTimeout(end, Math.min(Math.max(0, expiresAt - Date.now()), MAX_TIMER_MS));
  return () => clearTimeout(timer);
}
