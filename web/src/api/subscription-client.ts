import { type Client, createClient } from 'graphql-ws';
import { readToken } from './token';

const RETRY_DELAY_MS = 1_000;

let client: Client | undefined;

/** Returns the shared WebSocket client for subscriptions. It connects on first use and reconnects when the connection drops. */
export function subscriptionClient(): Client {
  client ??= createClient({
    url: () => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`,
    connectionParams: () => {
      const token = readToken();
      return token ? { authorization: `Bearer ${token}` } : {};
    },
    retryAttempts: Infinity,
    shouldRetry: () => true,
    retryWait: () => new Promise((resolve) => setTimeout(resolve, RETRY_DELAY_MS)),
    // Pings detect a dead connection, which is then reopened.
    keepAlive: 5_000,
    connectionAckWaitTimeout: 5_000,
  });
  return client;
}
