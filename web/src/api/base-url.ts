/**
 * The URL at which the server is mounted, with a trailing slash. It is derived from the address of this script in
 * assets/, so the dashboard works under any path, also behind a proxy that strips a prefix.
 */
const BASE_URL = import.meta.env.DEV
  ? new URL('/', location.href)
  : new URL(/* @vite-ignore */ '../', import.meta.url);

/** The base path for the router: empty, or a path without a trailing slash. */
export const ROUTER_BASE = BASE_URL.pathname.replace(/\/$/, '');

/** Returns the absolute URL of a path on the server, such as "graphql". */
export const serverUrl = (path: string): string => new URL(path, BASE_URL).href;
