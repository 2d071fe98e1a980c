import type { IncomingHttpHeaders } from 'node:http';

/**
 * Returns whether a page of another site may have sent a request without a preflight (CSRF). Uses headers that browsers
 * add and pages cannot change. Other programs do not send them.
 * @param origins the origins that may use the API
 */
export function mayBeCrossSite(headers: IncomingHttpHeaders, origins: readonly string[]): boolean {
  const { origin, 'sec-fetch-site': site, 'user-agent': agent = '' } = headers;
  if (origin !== undefined && origins.includes(origin)) return false;
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  // Browsers before 2023 do not send the site of a request.
  return agent.startsWith('Mozilla/');
}
