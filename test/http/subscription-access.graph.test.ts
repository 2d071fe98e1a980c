import { once } from 'node:events';
import { type Client, CloseCode, createClient } from 'graphql-ws';
import { SignJWT } from 'jose';
import { WebSocket } from 'ws';
import type { Graph } from '../../src/graph/graph';
import { openTestGraph } from '../test-graph';
import { startTestServer, type TestServer } from './test-server';

const AUTH_SECRET = 'a secret of more than thirty-two characters';
const FOLLOW = 'subscription { trainingProgress(run: "none") { step } }';

const tokenOf = (role: string, expires = '5m') =>
  new SignJWT({ role, customerId: '7' })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer('reelgraph')
    .setAudience('reelgraph')
    .setExpirationTime(expires)
    .sign(new TextEncoder().encode(AUTH_SECRET));

describe('subscriptions of a service with AUTH_SECRET', () => {
  let graph: Graph;
  let server: TestServer;
  beforeAll(async () => {
    graph = await openTestGraph();
    server = await startTestServer(graph, { AUTH_SECRET });
  });
  afterAll(async () => {
    await server.close();
    await graph.close();
  });

  /** Returns the codes of the errors with which a subscription over a socket ends. */
  const overSocket = (client: Client, query: string): Promise<unknown> =>
    new Promise((resolve, reject) => {
      client.subscribe(
        { query },
        {
          next: ({ errors }) => resolve(errors?.map(({ extensions }) => extensions?.code)),
          error: (errors) =>
            Array.isArray(errors)
              ? resolve(errors.map(({ extensions }) => extensions?.code))
              : reject(errors),
          complete: () => resolve('complete'),
        },
      );
    });
  const socketOf = (connectionParams?: Record<string, unknown>) =>
    createClient({
      url: server.url.replace('http', 'ws'),
      webSocketImpl: WebSocket,
      connectionParams,
      retryAttempts: 0,
    });
  const overEvents = async (query: string, headers: Record<string, string>) => {
    const response = await server.post({ query }, { accept: 'text/event-stream', ...headers });
    return { status: response.status, text: await response.text() };
  };

  const headersOf = async (role: string): Promise<Record<string, string>> =>
    role === 'nobody' ? {} : { authorization: `Bearer ${await tokenOf(role)}` };

  it.each(['analyst', 'admin'])('are open to %s over both protocols', async (role) => {
    const headers = await headersOf(role);
    const client = socketOf(headers);
    expect(await overSocket(client, FOLLOW)).toEqual(['NOT_FOUND']);
    await client.dispose();
    expect((await overEvents(FOLLOW, headers)).text).toContain('"code":"NOT_FOUND"');
  });

  it.each([
    ['nobody', CloseCode.Unauthorized, 'UNAUTHENTICATED'],
    ['customer', CloseCode.Forbidden, 'FORBIDDEN'],
  ])('are closed to %s over both protocols', async (role, closeCode, code) => {
    const headers = await headersOf(role);
    const client = socketOf(headers);
    await expect(overSocket(client, FOLLOW)).rejects.toMatchObject({ code: closeCode });
    await client.dispose();
    expect((await overEvents(FOLLOW, headers)).text).toContain(`"code":"${code}"`);
  });

  it('stay open to an admin while anonymous callers open many sockets', async () => {
    const open = () => new WebSocket(server.url.replace('http', 'ws'), 'graphql-transport-ws');
    const strangers = Array.from({ length: 250 }, open);
    for (const socket of strangers) socket.on('error', () => undefined);
    await Promise.all(strangers.map((socket) => once(socket, 'open')));
    const client = socketOf(await headersOf('admin'));
    expect(await overSocket(client, FOLLOW)).toEqual(['NOT_FOUND']);
    await client.dispose();
    for (const socket of strangers) socket.terminate();
  });

  it('count against the rate of their caller', async () => {
    const socket = new WebSocket(server.url.replace('http', 'ws'), 'graphql-transport-ws', {
      headers: await headersOf('analyst'),
    });
    await once(socket, 'open');
    socket.send('{"type":"connection_init"}');
    await once(socket, 'message');
    const limited = new Promise((resolve) =>
      socket.on('message', (message) => String(message).includes('"RATE_LIMITED"') && resolve(true)),
    );
    for (let sent = 0; sent < 2_500; sent++) {
      socket.send(JSON.stringify({ id: String(sent), type: 'subscribe', payload: { query: FOLLOW } }));
    }
    expect(await limited).toBe(true);
    socket.terminate();
  });

  it('are refused with an invalid token', async () => {
    const authorization = 'Bearer e30.e30.e30';
    const client = socketOf({ authorization });
    await expect(overSocket(client, FOLLOW)).rejects.toMatchObject({ code: CloseCode.Unauthorized });
    await client.dispose();
    expect((await overEvents(FOLLOW, { authorization })).status).toBe(401);
  });

  it('end when their token expires', async () => {
    const socket = new WebSocket(server.url.replace('http', 'ws'), 'graphql-transport-ws');
    const payload = { authorization: `Bearer ${await tokenOf('analyst', '2s')}` };
    socket.once('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload })));
    const told: string[] = [];
    socket.on('message', (message) => told.push(JSON.parse(String(message)).type));
    const [code, reason] = await once(socket, 'close');
    expect(told).toContain('connection_ack');
    expect([code, String(reason)]).toEqual([CloseCode.Unauthorized, 'Token expired']);
  });

  it('have the same limits as queries', async () => {
    const query = `subscription { ${Array.from({ length: 50 }, (_, at) => `a${at}: trainingProgress(run: "1") { step }`).join(' ')} }`;
    const client = socketOf({ authorization: `Bearer ${await tokenOf('analyst')}` });
    expect(await overSocket(client, query)).toEqual(['QUERY_TOO_COMPLEX']);
    expect(await overSocket(client, '{ films { title } }')).toEqual(['BAD_USER_INPUT']);
    await client.dispose();
  });

  it.each([
    ['https://evil.example', 403],
    ['null', 403],
    ['own', 101],
  ])('are opened by a page of the origin %s: %i', async (origin, status) => {
    const own = new URL(server.url).origin;
    const socket = new WebSocket(server.url.replace('http', 'ws'), 'graphql-transport-ws', {
      origin: origin === 'own' ? own : origin,
    });
    const got = await new Promise((resolve) => {
      socket.once('open', () => resolve(101));
      socket.once('unexpected-response', (_request, { statusCode }) => resolve(statusCode));
      socket.on('error', () => undefined);
    });
    socket.terminate();
    expect(got).toBe(status);
  });
});
