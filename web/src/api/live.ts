import { type Client, createClient } from 'graphql-ws';
import { readToken } from './token';

const WAIT_MS = 1_000;

let client: Client | undefined;

/** The one line to the service over which subscriptions come; it is opened when needed and mended when it drops. */
export function live(): Client {
  client ??= createClient({
    url: () => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`,
    connectionParams: () => {
      const token = readToken();
      return token ? { authorization: `Bearer ${token}` } : {};
    },
    retryAttempts: Infinity,
    shouldRetry: () => true,
    retryWait: () => new Promise((resolve) => setTimeout(resolve, WAIT_MS)),
    // A line that is silently dead is noticed, and opened anew.
    keepAlive: 5_000,
    connectionAckWaitTimeout: 5_000,
  });
  return client;
}
