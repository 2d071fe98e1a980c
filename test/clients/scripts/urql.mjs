/** @urql/core with its default Accept header and its document cache. */
import assert from 'node:assert/strict';
import { cacheExchange, Client, fetchExchange, gql, subscriptionExchange } from '@urql/core';
import { createClient as createSocket } from 'graphql-ws';
import { RUN, startRun, url, WebSocket } from './shared.mjs';

const socket = createSocket({ url: url.replace('http', 'ws'), webSocketImpl: WebSocket });
const client = new Client({
  url,
  exchanges: [
    cacheExchange,
    fetchExchange,
    subscriptionExchange({
      forwardSubscription: ({ query, variables }) => ({
        subscribe: (sink) => ({ unsubscribe: socket.subscribe({ query: query ?? '', variables }, sink) }),
      }),
    }),
  ],
});

const FILM = gql`
  query ($id: ID!) {
    film(id: $id) {
      id
      title
      actors {
        id
        lastName
      }
    }
  }
`;
const { data, error } = await client.query(FILM, { id: '1' }).toPromise();
assert.equal(error, undefined);
assert.equal(data.film.__typename, 'Film');
assert.equal((await client.query(FILM, { id: '1' }, { requestPolicy: 'cache-only' }).toPromise()).data, data);

// Without the option, urql sends short queries with GET.
const post = await client
  .query(
    gql`
      query {
        viewer {
          role
        }
      }
    `,
    {},
    { preferGetMethod: false },
  )
  .toPromise();
assert.equal(post.data?.viewer.role, 'ADMIN', String(post.error));

const missing = await client.query(FILM, { id: 'none' }).toPromise();
assert.equal(missing.error.graphQLErrors[0].extensions.code, 'NOT_FOUND');
const invalid = await client
  .query(
    gql`
      query {
        nothing
      }
    `,
    {},
  )
  .toPromise();
assert.equal(invalid.error.graphQLErrors[0].extensions.code, 'GRAPHQL_VALIDATION_FAILED');

const mutation = gql`
  mutation ($film: ID!, $key: String!) {
    recordRental(input: { customer: "1", film: $film, idempotencyKey: $key }) {
      times
      film {
        id
      }
    }
  }
`;
const recorded = await client.mutation(mutation, { film: '3', key: 'urql' }).toPromise();
assert.ok(recorded.data.recordRental.times >= 1, String(recorded.error));

const run = await startRun();
const statuses = [];
await new Promise((resolve, reject) => {
  client.subscription(gql(RUN), { run }).subscribe((result) => {
    if (result.error) reject(result.error);
    statuses.push(result.data?.trainingProgress.status);
    if (statuses.at(-1) !== 'RUNNING') resolve();
  });
});
assert.equal(statuses.at(-1), 'SUCCEEDED');
await socket.dispose();
