import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, type KeyLike, SignJWT, UnsecuredJWT } from 'jose';
import type { Graph } from '../../src/graph/graph';
import { silentProgress } from '../../src/progress';
import { importSample } from '../../src/store/sample/import-sample';
import { openTestGraph } from '../test-graph';
import { SMALL_STORE } from '../graphql/test-service';
import { startTestServer, type TestServer } from './test-server';

const SECRET = 'a secret of more than thirty-two characters';
const bytes = (secret: string) => new TextEncoder().encode(secret);

const sign = (
  claims: JWTPayload,
  {
    key = bytes(SECRET),
    alg = 'HS256',
    expires = '5m',
  }: { key?: Uint8Array | KeyLike; alg?: string; expires?: string | null } = {},
) => {
  const token = new SignJWT({ iss: 'reelgraph', aud: 'reelgraph', ...claims }).setProtectedHeader({ alg });
  return (expires ? token.setExpirationTime(expires) : token).sign(key);
};
const bearer = async (token: string | Promise<string>) => ({ authorization: `Bearer ${await token}` });

describe('a service with AUTH_SECRET', () => {
  let graph: Graph;
  let server: TestServer;
  beforeAll(async () => {
    graph = await openTestGraph();
    await importSample(graph, { ...SMALL_STORE, progress: silentProgress });
    server = await startTestServer(graph, {
      AUTH_SECRET: SECRET,
      HOST: '127.0.0.1',
      ANONYMOUS_PER_MINUTE: '60',
    });
  });
  afterAll(async () => {
    await server.close();
    await graph.close();
  });

  const NAMES = '{ customers(limit: 50) { customerId lastName } }';

  it.each([
    ['admin', {}, SMALL_STORE.customers],
    ['customer', { customerId: '7' }, 1],
    ['analyst', {}, 'FORBIDDEN'],
    ['trainer', {}, 'FORBIDDEN'],
  ])('accepts a token of the role %s', async (role, claims, expected) => {
    const { status, data, errors } = await server.ask(NAMES, await bearer(sign({ role, ...claims })));
    expect(status).toBe(200);
    expect(errors?.[0].extensions.code ?? data.customers.length).toBe(expected);
  });

  it('treats a request without a token as anonymous', async () => {
    expect((await server.ask('{ films(limit: 1) { title } }')).data.films).toHaveLength(1);
    const { status, errors } = await server.ask(NAMES);
    expect(status).toBe(200);
    expect(errors?.[0].extensions.code).toBe('UNAUTHENTICATED');
  });

  const now = Math.floor(Date.now() / 1_000);
  const segments = async (change: (parts: string[]) => string[]) =>
    change((await sign({ role: 'analyst' })).split('.')).join('.');
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const bad: [string, () => string | Promise<string>][] = [
    [
      'forged by another secret',
      () => sign({ role: 'admin' }, { key: bytes('another secret of thirty-two characters') }),
    ],
    [
      'with other claims than were signed',
      () =>
        segments(([head, , mac]) => [
          head,
          encode({ role: 'admin', exp: now + 60, iss: 'reelgraph', aud: 'reelgraph' }),
          mac,
        ]),
    ],
    ['expired', () => sign({ role: 'admin', exp: now - 1 }, { expires: null })],
    ['without an expiry', () => sign({ role: 'admin' }, { expires: null })],
    ['not yet valid', () => sign({ role: 'admin', nbf: now + 600 })],
    [
      'of alg none',
      () =>
        new UnsecuredJWT({ role: 'admin' })
          .setIssuer('reelgraph')
          .setAudience('reelgraph')
          .setExpirationTime('5m')
          .encode(),
    ],
    ['of alg none with a signature', () => segments(([, body, mac]) => [encode({ alg: 'none' }), body, mac])],
    ['of another algorithm', () => sign({ role: 'admin' }, { alg: 'HS512' })],
    ['of a wrong audience', () => sign({ role: 'admin', aud: 'elsewhere' })],
    ['without an audience', () => sign({ role: 'admin', aud: undefined })],
    ['of a wrong issuer', () => sign({ role: 'admin', iss: 'elsewhere' })],
    ['without an issuer', () => sign({ role: 'admin', iss: undefined })],
    ['without a role', () => sign({})],
    ['of an unknown role', () => sign({ role: 'root' })],
    ['of a customer without an id', () => sign({ role: 'customer' })],
    ['of a customer whose id is no text', () => sign({ role: 'customer', customerId: { eq: '7' } })],
    ['that is not a token', () => 'x'],
    ['that is empty', () => ''],
  ];

  it.each(bad)('responds with 401 to a token %s', async (_case, token) => {
    const response = await server.post({ query: '{ films(limit: 1) { title } }' }, await bearer(token()));
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
    const answer = (await response.json()) as { data?: unknown; errors: object[] };
    expect(answer.data).toBeUndefined();
    expect(answer.errors).toEqual([
      {
        message: expect.stringMatching(/token/i),
        extensions: { code: 'UNAUTHENTICATED', requestId: expect.any(String) },
      },
    ]);
  });

  it.each(['Basic YTpi', 'Bearer', 'Token x'])(
    'responds with 401 to the header %s',
    async (authorization) => {
      expect((await server.ask('{ films { title } }', { authorization })).status).toBe(401);
    },
  );

  it('limits the rate of anonymous callers', async () => {
    const few = await startTestServer(graph, { AUTH_SECRET: SECRET, ANONYMOUS_PER_MINUTE: '3' });
    const statuses: number[] = [];
    for (let sent = 0; sent < 4; sent++) {
      const headers = sent === 1 ? { authorization: 'Bearer x.y.z' } : undefined;
      statuses.push((await few.ask('{ __typename }', headers)).status);
    }
    expect(statuses).toEqual([200, 401, 200, 429]);
    const refused = await few.post({ query: '{ __typename }' });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({
      errors: [{ extensions: { code: 'RATE_LIMITED', retryable: true } }],
    });
    expect((await few.ask('{ __typename }', await bearer(sign({ role: 'analyst' })))).status).toBe(200);
    await few.close();
  });
});

describe('a service with AUTH_JWKS_URL', () => {
  let graph: Graph;
  let keys: Server;
  let url: string;
  let published: CryptoKeyPairLike;
  type CryptoKeyPairLike = Awaited<ReturnType<typeof generateKeyPair>>;

  beforeAll(async () => {
    graph = await openTestGraph();
    published = await generateKeyPair('ES256');
    const jwk = { ...(await exportJWK(published.publicKey)), kid: 'one', alg: 'ES256', use: 'sig' };
    keys = createServer((_request, response) => response.end(JSON.stringify({ keys: [jwk] }))).listen(
      0,
      '127.0.0.1',
    );
    await new Promise((resolve) => keys.once('listening', resolve));
    url = `http://127.0.0.1:${(keys.address() as AddressInfo).port}/jwks.json`;
  });
  afterAll(async () => {
    keys.close();
    await graph.close();
  });

  const status = async (server: TestServer, token: Promise<string>) =>
    (await server.ask('{ agent { __typename } films { title } }', await bearer(token))).status;

  it('accepts tokens of published keys, and no token signed with a public key as a secret', async () => {
    const server = await startTestServer(graph, {
      AUTH_JWKS_URL: url,
      AUTH_ISSUER: 'https://id.example/',
      AUTH_AUDIENCE: 'films',
    });
    const claims = { role: 'admin', iss: 'https://id.example/', aud: 'films' };
    const sealed = { alg: 'ES256', key: published.privateKey };
    expect(await status(server, sign(claims, sealed))).toBe(200);
    expect(await status(server, sign({ ...claims, iss: 'reelgraph' }, sealed))).toBe(401);
    const stranger = await generateKeyPair('ES256');
    expect(await status(server, sign(claims, { alg: 'ES256', key: stranger.privateKey }))).toBe(401);
    const text = JSON.stringify(await exportJWK(published.publicKey));
    expect(await status(server, sign(claims, { key: bytes(text) }))).toBe(401);
    await server.close();
  });

  it('responds with 503, not 401, if keys cannot be fetched', async () => {
    const server = await startTestServer(graph, { AUTH_JWKS_URL: 'http://127.0.0.1:1/jwks.json' });
    const token = sign({ role: 'admin' }, { alg: 'ES256', key: published.privateKey });
    const { status, errors } = await server.ask('{ films { title } }', await bearer(token));
    expect(status).toBe(503);
    expect(errors).toEqual([
      {
        message: expect.stringMatching(/key server does not respond/),
        extensions: {
          code: 'OVERLOADED',
          requestId: expect.any(String),
          retryable: true,
          retryAfter: expect.any(Number),
        },
      },
    ]);
    expect(server.logged.filter(({ level }) => level === 'error')).toHaveLength(1);
    await server.close();
  });
});
