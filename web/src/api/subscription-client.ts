import { type Client, createClient } from 'graphql-ws';
import { onTokenChange, readToken } from '../session/token';
import { serverUrl } from './base-url';

const RETRY_DELAY_MS = 1_000;

let client: Client | undefined;

// A connection keeps the identity with which it was opened.
onTokenChange(() => {
  void client?.dispose();
  client = undefined;
});

/** Returns the shared WebSocket client for subscriptions. It connects on first use and reconnects when the connection drops. */
export function subscriptionClient(): Client {
  client ??= createClient({
    url: () => serverUrl('graphql').replace(/^http/, 'ws'),
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
