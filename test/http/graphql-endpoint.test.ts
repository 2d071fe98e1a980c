import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { ApolloServer } from '@apollo/server';
import express from 'express';
import { buildSchema } from 'graphql';
import type { Context } from '../../src/graphql/context';
import { answerError } from '../../src/http/answer-error';
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
    const app = express().use(
      express.json(),
      endpoint,
      answerError(() => undefined),
    );
    server = app.listen(0, '127.0.0.1');
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

  it('answers 504 with DEADLINE_EXCEEDED when a query takes too long', async () => {
    expect(await ask('{ slow(ms: 30000) }')).toEqual({
      status: 504,
      answer: {
        errors: [
          expect.objectContaining({
            message: 'The answer took longer than 0.2 seconds. Try again, or ask for less.',
            extensions: expect.objectContaining({ code: 'DEADLINE_EXCEEDED' }),
          }),
        ],
      },
    });
  });

  it('waits longer for a mutation', async () => {
    expect(await ask('mutation { slow(ms: 400) }')).toEqual({ status: 200, answer: { data: { slow: 400 } } });
  });
});
