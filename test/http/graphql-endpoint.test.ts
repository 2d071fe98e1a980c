import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { ApolloServer } from '@apollo/server';
import express from 'express';
import { buildSchema } from 'graphql';
import type { Context } from '../../src/graphql/context';
import { graphqlEndpoint } from '../../src/http/graphql-endpoint';
import { takeAnyDocument } from '../../src/http/trusted-documents';

const schema = buildSchema('type Query { slow(ms: Int!): Int } type Mutation { slow(ms: Int!): Int }');
for (const type of [schema.getQueryType(), schema.getMutationType()]) {
  type!.getFields().slow.resolve = async (_source, { ms }: { ms: number }) => {
    await wait(ms, undefined, { ref: false });
    return ms;
  };
}

describe('the endpoint', () => {
  let server: Server;
  const apollo = new ApolloServer<Context>({ schema, stopOnTerminationSignals: false });
  beforeAll(async () => {
    await apollo.start();
    const endpoint = graphqlEndpoint({
      ...{ apollo, schema, takeDocument: takeAnyDocument, createContext: () => ({}) as Context },
      deadlines: { query: 200, mutation: 5_000, subscription: 200 },
    });
    server = express().use(express.json(), endpoint).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(async () => {
    server.close();
    await apollo.stop();
  });

  const ask = async (query: string) => {
    const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    return { status: response.status, answer: await response.json() };
  };

  it('lets nobody wait past the deadline of a query, and says so', async () => {
    expect(await ask('{ slow(ms: 30000) }')).toEqual({
      status: 503,
      answer: {
        errors: [
          expect.objectContaining({
            message: 'The answer took longer than 0.2 seconds. Ask for less.',
            extensions: expect.objectContaining({ code: 'QUERY_TOO_COMPLEX' }),
          }),
        ],
      },
    });
  });

  it('waits longer for a mutation', async () => {
    expect(await ask('mutation { slow(ms: 400) }')).toEqual({ status: 200, answer: { data: { slow: 400 } } });
  });
});
