import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { ApolloServer } from '@apollo/server';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { ADMIN, ANONYMOUS } from '../../src/graphql/access/viewer';
import type { Context } from '../../src/graphql/context';
import { createFormatError } from '../../src/graphql/format-error';
import { type CheckOperation, createOperationCheck } from '../../src/graphql/limits/check-operation';
import { createGate } from '../../src/http/admission/gate';
import { eventStream } from '../../src/http/event-stream';
import { graphqlEndpoint } from '../../src/http/graphql-endpoint';
import { guardConnections, waitForTurn } from '../../src/http/guard-connections';
import { sendError } from '../../src/http/http-error';
import { inRequest } from '../../src/http/request-scope';
import { setTemporaryStatus } from '../../src/http/set-temporary-status';
import { takeAnyDocument } from '../../src/http/trusted-documents';
import { createUnreadAnswers } from '../../src/http/unread-answers';
import { AppError } from '../../src/app-error';

/** A schema whose field `hold` waits until the test resolves it. */
function createSchema(held: ((value: number) => void)[]): GraphQLSchema {
  const schema = buildSchema(`
    type Query { hold: Int, long(length: Int!): String, fail(code: String!): Int, add(a: Int!, b: Int!): Int }
    type Mutation { hold: Int }
    type Subscription { count(to: Int!): Int! }`);
  const fields = schema.getQueryType()!.getFields();
  fields.hold.resolve = () => new Promise((resolve) => held.push(resolve));
  schema.getMutationType()!.getFields().hold.resolve = fields.hold.resolve;
  fields.long.resolve = (_root, { length }: { length: number }) => 'x'.repeat(length);
  fields.add.resolve = (_root, { a, b }: { a: number; b: number }) => a + b;
  fields.fail.resolve = (_root, { code }: { code: 'GRAPH_UNAVAILABLE' }) => {
    throw new AppError(code, 'It failed.');
  };
  const count = schema.getSubscriptionType()!.getFields().count;
  count.subscribe = async function* (_root, { to }: { to: number }) {
    for (let i = 1; i <= to; i++) yield { count: i };
  };
  return schema;
}

describe('the endpoint', () => {
  const held: ((value: number) => void)[] = [];
  const schema = createSchema(held);
  const failures: unknown[] = [];
  let isRecovering = false;
  let server: Server;
  let url: string;
  const formatError = createFormatError({
    logFailure: (error) => failures.push(error),
    requestId: () => 'one',
    introspection: true,
  });
  const apollo = new ApolloServer<Context>({
    schema,
    formatError,
    stopOnTerminationSignals: false,
    plugins: [setTemporaryStatus],
  });

  beforeAll(async () => {
    await apollo.start();
    const check = createOperationCheck(schema);
    const checkOperation: CheckOperation = (sent) => {
      const checked = check(sent);
      return checked && { ...checked, deadlineMs: sent.operationName === 'impatient' ? 50 : 10_000 };
    };
    const createContext = () => ({}) as Context;
    const logFailure = (error: unknown) => void failures.push(error);
    const endpoint = graphqlEndpoint({
      ...{ apollo, checkOperation, createContext, takeDocument: takeAnyDocument },
      gate: createGate({
        authenticate: async (token) => ({ viewer: token ? ADMIN : ANONYMOUS }),
        anonymousPerMinute: 1_000,
        trustedProxies: 0,
      }),
      subscribe: eventStream({
        ...{ schema, checkOperation, introspection: true, createContext, formatError, logFailure },
      }),
      unread: createUnreadAnswers(),
      isGraphRecovering: () => isRecovering,
      origins: [],
    });
    server = createServer();
    guardConnections(server, { debug: () => undefined });
    server.on('request', (request, response) => {
      void inRequest(undefined, async (scope) => {
        if (!(await waitForTurn(request, response))) return;
        await endpoint(request, response, scope).catch((error: unknown) =>
          sendError(response, error, logFailure),
        );
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  });
  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await apollo.stop();
  });

  const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
    fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
  const ask = (query: string, headers?: Record<string, string>) => post(JSON.stringify({ query }), headers);
  const codeOf = async (response: Response) =>
    ((await response.json()) as { errors: { extensions: { code: string } }[] }).errors[0].extensions.code;
  const waitUntilHeld = async (count: number) => {
    while (held.length < count) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  const answerHeld = () => held.splice(0).forEach((answer) => answer(1));

  it.each([
    'text/plain',
    'text/plain; x=application/json',
    'multipart/form-data; boundary=x; application/json',
    'application/x-www-form-urlencoded',
    'application/jsonp',
    '',
  ])('refuses the content type %j for every response format', async (type) => {
    for (const accept of ['application/json', 'text/event-stream']) {
      const response = await ask('{ __typename }', { 'content-type': type, accept });
      expect(response.status).toBe(415);
      expect(await codeOf(response)).toBe('BAD_REQUEST');
    }
  });

  it.each(['application/json', 'application/json; charset=UTF-8', 'Application/JSON;charset="utf-8"'])(
    'accepts the content type %j',
    async (type) => {
      expect((await ask('{ __typename }', { 'content-type': type })).status).toBe(200);
    },
  );

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ])(
    'reads a body compressed with %s and limits its size after decompression',
    async (encoding, compress) => {
      const send = (query: string) =>
        post(new Uint8Array(compress(JSON.stringify({ query }))), { 'content-encoding': encoding });
      expect(await (await send('{ add(a: 1, b: 2) }')).json()).toEqual({ data: { add: 3 } });
      expect((await send(`{ __typename } #${' '.repeat(10_000_000)}`)).status).toBe(413);
      expect((await post('{}', { 'content-encoding': encoding })).status).toBe(400);
    },
  );

  it('limits the body of event streams, too', async () => {
    const response = await ask(`{ __typename } #${'x'.repeat(200_000)}`, { accept: 'text/event-stream' });
    expect(response.status).toBe(413);
  });

  it('sends an event stream for a query if the client accepts nothing else', async () => {
    const response = await ask('{ add(a: 1, b: 2) }', { accept: 'text/event-stream' });
    expect(response.headers.get('content-type')).toMatch('text/event-stream');
    expect(await response.text()).toBe('event: next\ndata: {"data":{"add":3}}\n\nevent: complete\ndata:\n\n');
  });

  it('sends an event stream for a subscription', async () => {
    const response = await ask('subscription { count(to: 2) }', { accept: 'text/event-stream' });
    expect(await response.text()).toBe(
      ':\n\nevent: next\ndata: {"data":{"count":1}}\n\nevent: next\ndata: {"data":{"count":2}}\n\nevent: complete\ndata: \n\n',
    );
  });

  it('handles HEAD like GET, without a body', async () => {
    const address = `${url}?query=${encodeURIComponent('{ long(length: 100000) }')}`;
    const response = await fetch(address, { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch('application/json');
    expect(await response.text()).toBe('');
    const subscription = `${url}?query=${encodeURIComponent('subscription { count(to: 2) }')}`;
    expect((await fetch(subscription, { method: 'HEAD' })).status).toBe(405);
  });

  it('lists its methods for OPTIONS and for other methods', async () => {
    const options = await fetch(url, { method: 'OPTIONS' });
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, HEAD, POST, OPTIONS']);
    const put = await fetch(url, { method: 'PUT', body: '{}' });
    expect([put.status, put.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST, OPTIONS']);
  });

  it('compresses large responses, but not small ones', async () => {
    const large = await ask('{ long(length: 100000) }', { 'accept-encoding': 'gzip' });
    expect(large.headers.get('content-encoding')).toBe('gzip');
    expect(await large.json()).toEqual({ data: { long: 'x'.repeat(100_000) } });
    const small = await ask('{ add(a: 1, b: 2) }', { 'accept-encoding': 'gzip' });
    expect(small.headers.get('content-encoding')).toBeNull();
  });

  it('refuses a response that is too long', async () => {
    const response = await ask('{ long(length: 4000001) }');
    expect(await codeOf(response)).toBe('QUERY_TOO_COMPLEX');
  });

  it.each([
    ['GRAPH_UNAVAILABLE', 503],
    ['DEADLINE_EXCEEDED', 504],
    ['TRAINING_BUSY', 200],
  ])('responds to %s with Retry-After and status %i if there is no data', async (code, status) => {
    const response = await ask(`{ fail(code: "${code}") }`);
    expect(response.status).toBe(status);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    const partial = await ask(`{ fail(code: "${code}") add(a: 1, b: 2) }`);
    expect(partial.status).toBe(200);
    expect(await partial.json()).toMatchObject({ data: { add: 3 }, errors: [{ extensions: { code } }] });
  });

  it('responds with DEADLINE_EXCEEDED if the deadline of the operation passes', async () => {
    const response = await post(
      JSON.stringify({ query: 'query impatient { hold }', operationName: 'impatient' }),
    );
    expect(response.status).toBe(504);
    expect(await codeOf(response)).toBe('DEADLINE_EXCEEDED');
    answerHeld();
  });

  it('refuses a request after 1.5 seconds while the graph is recovering, and lets its operation go on', async () => {
    isRecovering = true;
    const sentAt = performance.now();
    const response = await ask('{ hold }');
    isRecovering = false;
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('5');
    expect(await codeOf(response)).toBe('GRAPH_UNAVAILABLE');
    expect(performance.now() - sentAt).toBeGreaterThan(1_400);
    answerHeld();
    expect((await ask('{ __typename }')).status).toBe(200);
  });

  it('lets a mutation that must not be sent twice take its time while the graph is recovering', async () => {
    isRecovering = true;
    const answer = ask('mutation { hold }');
    await waitUntilHeld(1);
    await new Promise((resolve) => setTimeout(resolve, 1_700));
    answerHeld();
    expect((await answer).status).toBe(200);
    isRecovering = false;
  });

  it('releases the slot of a request when its client disconnects', async () => {
    const leaving = new AbortController();
    const asked = Array.from({ length: 50 }, () =>
      fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"query":"{ hold }"}',
        signal: leaving.signal,
      }),
    );
    await waitUntilHeld(50);
    const refused = await ask('{ __typename }');
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(await codeOf(refused)).toBe('OVERLOADED');
    expect((await ask('{ __typename }', { authorization: 'a token' })).status).toBe(200);
    leaving.abort();
    await Promise.allSettled(asked);
    let status = 503;
    for (let tries = 0; status === 503 && tries < 50; tries++) status = (await ask('{ __typename }')).status;
    expect(status).toBe(200);
    answerHeld();
  });

  it('handles requests of one connection one after the other', async () => {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    const request = `GET /graphql?query={hold} HTTP/1.1\r\nHost: a\r\napollo-require-preflight: 1\r\n\r\n`;
    socket.write(request.repeat(3));
    await waitUntilHeld(1);
    await ask('{ __typename }');
    expect(held).toHaveLength(1);
    answerHeld();
    await waitUntilHeld(1);
    answerHeld();
    socket.destroy();
  });

  it('refuses a body that arrives in thousands of parts', async () => {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    socket.on('error', () => undefined);
    const closed = new Promise((resolve) => socket.once('close', resolve));
    const head = 'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';
    socket.write(`${head}Transfer-Encoding: chunked\r\n\r\n${'1\r\n \r\n'.repeat(90_000)}`);
    await closed;
  });

  it('disconnects a client that pipelines many requests', async () => {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(
      'GET /graphql?query={hold} HTTP/1.1\r\nHost: a\r\napollo-require-preflight: 1\r\n\r\n'.repeat(50),
    );
    await once(socket, 'close');
    answerHeld();
  });
});
