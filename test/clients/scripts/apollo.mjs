/** Apollo Client with its normalized cache, keyed by __typename and id as in docs/clients.md. */
import assert from 'node:assert/strict';
import {
  ApolloClient,
  ApolloLink,
  CombinedGraphQLErrors,
  gql,
  HttpLink,
  InMemoryCache,
} from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { relayStylePagination } from '@apollo/client/utilities';
import { createClient } from 'graphql-ws';
import { RUN, startRun, url, WebSocket } from './shared.mjs';

const socket = createClient({ url: url.replace('http', 'ws'), webSocketImpl: WebSocket });
const client = new ApolloClient({
  link: ApolloLink.split(
    ({ operationType }) => operationType === 'subscription',
    new GraphQLWsLink(socket),
    new HttpLink({ uri: url }),
  ),
  cache: new InMemoryCache({
    possibleTypes: {
      Node: ['Film', 'Actor', 'Category', 'Customer', 'PolicyVersion', 'TrainingRun', 'Evaluation'],
    },
    typePolicies: {
      Query: { fields: { filmsConnection: relayStylePagination(['where', 'sort']) } },
      Agent: { keyFields: [] },
      System: { keyFields: [] },
    },
  }),
});

const { data } = await client.query({
  query: gql`
    query {
      recommendations(customer: "1", first: 3) {
        id
        items {
          film {
            id
            title
          }
        }
      }
      agent {
        policy
      }
    }
  `,
});
const [{ film }] = data.recommendations.items;
const cached = client.cache.extract();
assert.equal(cached[`Film:{"id":"${film.id}"}`]?.title ?? cached[`Film:${film.id}`]?.title, film.title);

// A node that was read elsewhere comes from the cache, by its id.
const NODE = gql`
  query ($id: ID!) {
    node(id: $id) {
      id
      ... on Film {
        title
      }
    }
  }
`;
const node = await client.query({ query: NODE, variables: { id: film.id } });
assert.deepEqual(node.data.node, { __typename: 'Film', id: film.id, title: film.title });

const PAGE = gql`
  query ($after: String) {
    filmsConnection(first: 5, after: $after, sort: [{ title: ASC }]) {
      edges {
        cursor
        node {
          id
          title
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;
const first = await client.query({ query: PAGE });
const { endCursor } = first.data.filmsConnection.pageInfo;
const pages = client.watchQuery({ query: PAGE });
const watching = pages.subscribe(() => undefined);
await pages.fetchMore({ variables: { after: endCursor } });
watching.unsubscribe();
const { edges } = client.readQuery({ query: PAGE }).filmsConnection;
assert.equal(edges.length, 10);
assert.equal(new Set(edges.map((edge) => edge.node.id)).size, 10);

await assert.rejects(
  client.query({ query: PAGE, variables: { after: 'bad' }, fetchPolicy: 'no-cache' }),
  (error) => {
    assert.ok(CombinedGraphQLErrors.is(error), String(error));
    assert.equal(error.errors[0].extensions.code, 'BAD_USER_INPUT');
    return true;
  },
);

const run = await startRun();
const last = await new Promise((resolve, reject) => {
  let progress;
  client.subscribe({ query: gql(RUN), variables: { run } }).subscribe({
    next: (result) => (progress = result.data.trainingProgress),
    error: reject,
    complete: () => resolve(progress),
  });
});
assert.equal(last.status, 'SUCCEEDED');
await socket.dispose();
client.stop();
