/** graphql-request: queries, variables, errors. */
import assert from 'node:assert/strict';
import { ClientError, gql, GraphQLClient } from 'graphql-request';
import { url } from './shared.mjs';

const client = new GraphQLClient(url);
const FILM = gql`
  query ($id: ID!) {
    film(id: $id) {
      id
      title
    }
  }
`;
const { film } = await client.request(FILM, { id: '1' });
assert.equal((await client.request(FILM, { id: film.id })).film.title, film.title);
await assert.rejects(client.request(FILM, { id: 'none' }), (error) => {
  assert.ok(error instanceof ClientError);
  assert.equal(error.response.errors[0].extensions.code, 'NOT_FOUND');
  return true;
});
await assert.rejects(client.request('{ films(limit: 1000) { id } }'), /between 1 and 200/);
await assert.rejects(
  client.request('{ filmsConnection(last: 5) { totalCount } }'),
  /Unknown argument "last"/,
);
