/** graphql-sse in its default mode, one connection for each operation. */
import assert from 'node:assert/strict';
import { createClient } from 'graphql-sse';
import { RUN, startRun, url } from './shared.mjs';

const client = createClient({ url, retryAttempts: 0 });
const collect = async (operation) => {
  const results = [];
  for await (const result of client.iterate(operation)) results.push(result);
  return results;
};
const [query] = await collect({ query: '{ film(id: "1") { id } }' });
assert.match(query.data.film.id, /^\w+$/);

const progress = await collect({ query: RUN, variables: { run: await startRun() } });
assert.equal(progress.at(-1).data.trainingProgress.status, 'SUCCEEDED');

const [missing] = await collect({ query: RUN, variables: { run: 'none' } });
assert.equal(missing.errors[0].extensions.code, 'NOT_FOUND');
client.dispose();
