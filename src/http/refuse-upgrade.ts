import type { IncomingMessage } from 'node:http';
import { isOwnName } from './own-names';
import { addressOf } from './read-operation';

/** The rules for requests that open a WebSocket. */
export interface UpgradeRules {
  path: string;
  /** Whether to accept only host names of this machine. */
  ownNamesOnly: boolean;
  /** Origins, in addition to the server's own, whose pages may open sockets. Browsers send no preflight for sockets. */
  origins: readonly string[];
}

/** The reason why a WebSocket is refused, with advice for the operator. */
export interface Refusal {
  status: string;
  reason: string;
}

/** Returns why a request for a WebSocket is refused; undefined if it is accepted. */
export function refuseUpgrade(
  request: IncomingMessage,
  { path, ownNamesOnly, origins }: UpgradeRules,
): Refusal | undefined {
  const { origin, host, upgrade } = request.headers;
  if (addressOf(request).path !== path) {
    return { status: '404 Not Found', reason: `subscriptions are only served at ${path}` };
  }
  if (upgrade?.toLowerCase() !== 'websocket') {
    return { status: '400 Bad Request', reason: 'the client requested another protocol' };
  }
  if (ownNamesOnly && !isOwnName(host)) {
    const reason =
      'without authentication the server only accepts the hosts localhost and 127.0.0.1. Set AUTH_SECRET or AUTH_JWKS_URL to serve other hosts';
    return { status: '403 Forbidden', reason };
  }
  if (origin === undefined || origins.includes(origin)) return undefined;
  if (URL.canParse(origin) && new URL(origin).host === host) return undefined;
  const reason =
    'its Origin does not match its Host. Behind a proxy, forward the original Host header (nginx: proxy_set_header Host $http_host) or add the origin to CORS_ORIGINS';
  return { status: '403 Forbidden', reason };
}
