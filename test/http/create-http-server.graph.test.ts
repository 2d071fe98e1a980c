import { get } from 'node:http';
import type { Graph } from '../../src/graph/graph';
import { openTestGraph } from '../test-graph';
import { startTestServer, type TestServer } from './test-server';

describe('the HTTP server', () => {
  let graph: Graph;
  let server: TestServer;
  let ready = true;
  const isReady = () => (ready ? Promise.resolve(undefined) : Promise.reject(new Error('not ready')));

  beforeAll(async () => {
    graph = await openTestGraph();
    await graph.write(`CREATE (:Film {filmID: '1', Title: 'Alone'})`);
    server = await startTestServer(graph, {}, { isReady });
  });
  afterAll(async () => {
    await server.close();
    await graph.close();
  });

  const page = (path: string, on = server) =>
    fetch(new URL(path, on.url), { headers: { accept: 'text/html' } });
  const failures = () => server.logged.filter(({ level }) => level === 'error');
  beforeEach(() => void server.logged.splice(0));

  it('returns data from the graph', async () => {
    expect(await server.ask('{ films { filmId title actors { lastName } } }')).toEqual({
      status: 200,
      data: { films: [{ filmId: '1', title: 'Alone', actors: [] }] },
    });
  });

  it.each(['/', '/graphql', '/ide/'])('lets no other site embed %s or guess its type', async (path) => {
    const { status, headers } = await page(path);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toMatch(/^text\/html/);
    expect(headers.get('content-security-policy')).toMatch(/frame-ancestors 'self'/);
    expect(headers.get('content-security-policy')).toMatch(/default-src 'self'/);
    expect(headers.get('content-security-policy')).not.toMatch(/script-src[^;]*'unsafe-inline'/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('names the command to run if embeddings are missing', async () => {
    for (const query of [
      '{ embeddingNeighbors(film: "1") { score } }',
      'mutation { trainStep(input: { policy: TUTORIAL }) { step } }',
    ]) {
      const { errors } = await server.ask(query);
      expect(errors).toEqual([
        expect.objectContaining({
          message: expect.stringMatching(/mutation writeEmbeddings or the command reelgraph embed/),
          extensions: { code: 'EMBEDDINGS_MISSING', requestId: expect.any(String) },
        }),
      ]);
    }
    expect(failures()).toEqual([]);
  });

  it('masks unexpected errors and logs each once, with the request id of the answer', async () => {
    await graph.write(`CREATE (:Customer {customerID: '2', firstName: ['no text']})`);
    const response = await server.post(
      { query: '{ customers { firstName } }' },
      { 'x-request-id': 'mine-1' },
    );
    const { errors } = (await response.json()) as { errors: object[] };
    await graph.write(`MATCH (customer:Customer {customerID: '2'}) DELETE customer`);
    expect(errors).toEqual([
      expect.objectContaining({
        message: 'Internal server error. See the server log.',
        extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'mine-1' },
      }),
    ]);
    expect(response.headers.get('x-request-id')).toBe('mine-1');
    expect(failures()).toHaveLength(1);
    expect(failures()[0].fields).toMatchObject({
      requestId: 'mine-1',
      err: expect.objectContaining({ message: expect.stringMatching(/String cannot represent value/) }),
    });
  });

  it('logs the fields of each request without values', async () => {
    await server.ask('{ customers(where: { lastName: { eq: "SECRETARY" } }) { lastName } nothing }');
    await server.ask('{ customers(where: { lastName: { eq: "SECRETARY" } }) { lastName } }');
    const lines = server.logged;
    expect(lines.map(({ fields }) => fields)).toEqual(
      [400, 200].map((status) => ({
        requestId: expect.stringMatching(/^[\w-]{36}$/),
        role: 'admin',
        fields: ['customers'],
        status,
        milliseconds: expect.any(Number),
      })),
    );
    expect(JSON.stringify(server.logged)).not.toMatch(/SECRETARY/);
  });

  it('keeps the messages of GraphQL errors', async () => {
    const { errors } = await server.ask('{ films { nothing } }');
    expect(errors?.[0]).toMatchObject({
      message: expect.stringMatching(/^Cannot query field "nothing" on type "Film"/),
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
    });
  });

  it('opens Sandbox for a browser, or the bundled IDE if Sandbox cannot be loaded, with the example operations', async () => {
    const sandbox = await (await page('/graphql')).text();
    expect(sandbox).toContain('EmbeddedSandbox');
    expect(sandbox).toContain("location.replace('./ide/')");
    expect(sandbox).toContain('query Recommendations');
    const ide = await (await page('/ide/')).text();
    expect(ide).toContain('query EmbeddingNeighbors');
    const script = /src="([^"]+\.js)"/.exec(ide)?.[1] as string;
    expect((await page(new URL(script, new URL('/ide/', server.url)).pathname)).status).toBe(200);
  });

  it('reports liveness and readiness', async () => {
    expect((await page('/healthz')).status).toBe(200);
    expect((await page('/readyz')).status).toBe(200);
    ready = false;
    expect((await page('/readyz')).status).toBe(503);
    ready = true;
  });

  it('refuses a port that is taken', async () => {
    await expect(startTestServer(graph, { PORT: new URL(server.url).port })).rejects.toThrow(
      /Port \d+ is taken.*PORT=\d+ npm start/,
    );
  });

  it.each([
    ['no JSON', '{', {}, 400, 'BAD_REQUEST', /body is not valid JSON/],
    [
      'another content type',
      'query=x',
      { 'content-type': 'application/x-www-form-urlencoded' },
      415,
      'BAD_REQUEST',
      /application\/json/,
    ],
    ['an unknown encoding', '{}', { 'content-encoding': 'zip' }, 415, 'BAD_REQUEST', /gzip/],
    ['a batch', '[{"query":"{films{title}}"}]', {}, 400, 'BAD_REQUEST', /batch/i],
    ['a body that is not an object', '7', {}, 400, 'BAD_REQUEST', /not a JSON object/],
    ['no query', '{"variables":{}}', {}, 400, 'BAD_REQUEST', /non-empty `query`/],
    ['a syntax error', '{"query":"{ films {"}', {}, 400, 'GRAPHQL_PARSE_FAILED', /Syntax Error/],
    [
      'a body over the limit',
      JSON.stringify({ query: `{ films { title } } #${'x'.repeat(100_000)}` }),
      {},
      413,
      'QUERY_TOO_COMPLEX',
      /100000 bytes/,
    ],
  ])('answers with a GraphQL error to %s', async (_case, body, headers, status, code, message) => {
    const response = await server.post(body, headers as Record<string, string>);
    expect(response.status).toBe(status);
    const { errors } = (await response.json()) as { errors: object[] };
    expect(errors).toEqual([
      expect.objectContaining({
        message: expect.stringMatching(message),
        extensions: { code, requestId: response.headers.get('x-request-id') },
      }),
    ]);
  });

  it('answers with a GraphQL error to an unknown path', async () => {
    const response = await fetch(new URL('/nowhere', server.url));
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
  });

  it('allows other origins only if CORS_ORIGINS names them', async () => {
    const from = (on: TestServer, origin: string) => on.post({ query: '{ __typename }' }, { origin });
    expect(
      (await from(server, 'https://shop.example')).headers.get('access-control-allow-origin'),
    ).toBeNull();
    const open = await startTestServer(graph, {
      CORS_ORIGINS: 'https://shop.example, https://www.shop.example',
    });
    const allowed = async (origin: string) =>
      (await from(open, origin)).headers.get('access-control-allow-origin');
    expect(await allowed('https://shop.example')).toBe('https://shop.example');
    expect(await allowed('https://evil.example')).toBeNull();
    await open.close();
  });

  it('reveals nothing about the schema if introspection is off', async () => {
    const closed = await startTestServer(graph, { INTROSPECTION: 'off' });
    expect((await closed.ask('{ __schema { types { name } } }')).errors?.[0].extensions.code).toBe(
      'GRAPHQL_VALIDATION_FAILED',
    );
    expect((await closed.ask('{ filmz { title } }')).errors?.[0].message).toBe(
      'Cannot query field "filmz" on type "Query".',
    );
    expect((await closed.ask('{ films(were: {}) { title } }')).errors?.[0].message).not.toMatch(/where/);
    expect((await page('/graphql', closed)).headers.get('content-type')).toMatch(/json/);
    expect((await fetch(new URL('/ide/', closed.url))).status).toBe(404);
    await closed.close();
  });

  it('refuses other host names without authentication', async () => {
    const { status, body } = await new Promise<{ status?: number; body: string }>((resolve, reject) => {
      const { port } = new URL(server.url);
      get({ port, path: '/graphql?query={__typename}', headers: { host: 'evil.example' } }, (response) => {
        let body = '';
        response
          .on('data', (part) => (body += part))
          .on('end', () => resolve({ status: response.statusCode, body }));
      }).on('error', reject);
    });
    expect({ status, code: JSON.parse(body).errors[0].extensions.code }).toEqual({
      status: 403,
      code: 'FORBIDDEN',
    });
  });
});
