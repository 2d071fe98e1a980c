/** TanStack Query with fetch: cached by document and variables, cancelled by its signal, retried if that may help. */
import assert from 'node:assert/strict';
import { QueryClient } from '@tanstack/query-core';
import { url } from './shared.mjs';

const FILMS = '{ films(limit: 3) { id title } }';
const request = async (query, variables, signal) => {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json; charset=utf-8',
      accept: 'application/graphql-response+json, application/json;q=0.9',
    },
    body: JSON.stringify({ query, variables }),
    signal,
  });
  assert.match(response.headers.get('content-type'), /^application\/graphql-response\+json/);
  const { data, errors } = await response.json();
  if (errors) throw new Error(errors[0].message, { cause: errors[0].extensions });
  return data;
};
const client = new QueryClient({
  defaultOptions: { queries: { retry: (_count, { cause }) => cause?.retryable === true, staleTime: 60_000 } },
});
const options = (query, variables = {}) => ({
  queryKey: [query, variables],
  queryFn: ({ signal }) => request(query, variables, signal),
});
const films = await client.fetchQuery(options(FILMS));
assert.equal(films.films.length, 3);
assert.equal(await client.fetchQuery(options(FILMS)), films);
await assert.rejects(client.fetchQuery(options('{ film(id: "none") { id } }')), /No film has the id/);

const left = client.fetchQuery(options('{ recommendations(customer: "1") { items { film { title } } } }'));
const cancelled = assert.rejects(left);
await client.cancelQueries();
await cancelled;
client.clear();
