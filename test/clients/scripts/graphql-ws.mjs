/** graphql-ws: queries and subscriptions over one socket. */
import assert from 'node:assert/strict';
import { createClient } from 'graphql-ws';
import { RUN, startRun, url, WebSocket } from './shared.mjs';

const client = createClient({ url: url.replace('http', 'ws'), webSocketImpl: WebSocket, retryAttempts: 0 });
const collect = async (operation) => {
  const results = [];
  for await (const result of client.iterate(operation)) results.push(result);
  return results;
};
const progress = await collect({ query: RUN, variables: { run: await startRun() } });
assert.equal(progress.at(-1).data.trainingProgress.status, 'SUCCEEDED');

const run = await startRun();
const iterator = client.iterate({ query: RUN, variables: { run } });
await iterator.next();
await iterator.return();

const [missing] = await collect({ query: RUN, variables: { run: 'none' } });
assert.equal(missing.errors[0].extensions.code, 'NOT_FOUND');
await client.dispose();
