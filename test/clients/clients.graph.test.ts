import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Graph } from '../../src/graph/graph';
import { fillWithRandomEmbeddings } from '../graphql/test-service';
import { startTestServer, type TestServer } from '../http/test-server';
import { openTestGraph } from '../test-graph';

const SCRIPTS = join(__dirname, 'scripts');

/** Clients are ES modules with different implementations of fetch, so each one runs in a separate process. */
describe('a running server', () => {
  let graph: Graph;
  let server: TestServer;
  beforeAll(async () => {
    graph = await openTestGraph();
    await fillWithRandomEmbeddings(graph);
    server = await startTestServer(graph, { CORS_ORIGINS: 'https://shop.example' });
  });
  afterAll(async () => {
    await server.close();
    await graph.close();
  });

  const clients = readdirSync(SCRIPTS).filter((file) => file !== 'shared.mjs');

  it.each(clients)('works with the client of %s', async (file) => {
    await promisify(execFile)(process.execPath, [join(SCRIPTS, file), server.url], { timeout: 60_000 });
  });

  const query = JSON.stringify({ query: '{ viewer { role } }' });
  const send = (headers: Record<string, string>, body = query) =>
    fetch(server.url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });

  it.each([
    ['*/*', /^application\/json/],
    ['application/*', /^application\/json/],
    ['Application/JSON', /^application\/json/],
    ['application/json;q=0.5, text/event-stream', /^application\/json/],
    [
      'text/event-stream;q=0.9, application/graphql-response+json;q=0.1',
      /^application\/graphql-response\+json/,
    ],
    ['application/graphql-response+json;charset=utf-8, application/json;charset=utf-8', /graphql-response/],
    ['text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8', /^application\/json/],
    ['application/json, text/plain, */*', /^application\/json/],
    ['application/graphql+json, application/json', /^application\/json/],
    ['multipart/mixed;deferSpec=20220824, application/graphql-response+json, application/json', /json/],
    ['text/event-stream', /^text\/event-stream/],
    ['application/json;q=0, text/event-stream', /^text\/event-stream/],
  ])('accepts the header Accept: %s', async (accept, type) => {
    const response = await send({ accept });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(type);
    expect(await response.text()).toContain('ADMIN');
  });

  it.each(['text/html', 'image/*', 'application/json;q=0', 'application/xml, text/plain'])(
    'refuses the header Accept: %s with 406',
    async (accept) => {
      const response = await send({ accept });
      expect(response.status).toBe(406);
      expect(await response.text()).toContain('application/json');
    },
  );

  it.each([
    [{}, 200],
    [{ 'sec-fetch-site': 'same-origin', 'user-agent': 'Mozilla/5.0' }, 200],
    [{ 'sec-fetch-site': 'none', 'user-agent': 'Mozilla/5.0' }, 200],
    [{ 'sec-fetch-site': 'cross-site', origin: 'https://shop.example' }, 200],
    [{ 'sec-fetch-site': 'cross-site', 'user-agent': 'Mozilla/5.0' }, 400],
    [{ 'sec-fetch-site': 'same-site', origin: 'https://other.example' }, 400],
    [{ 'user-agent': 'Mozilla/5.0 (an old browser)' }, 400],
  ])('answers a GET with %j with %i', async (headers, status) => {
    const address = `${server.url}?${new URLSearchParams({ query: '{ viewer { role } }' })}`;
    const accept = 'application/graphql-response+json';
    expect((await fetch(address, { headers: { accept, ...headers } as Record<string, string> })).status).toBe(
      status,
    );
  });

  it.each([
    'application/json',
    'application/json;charset=UTF-8',
    'APPLICATION/JSON ; charset="utf-8"',
    'application/graphql+json',
    'application/json; odata=verbose',
  ])('accepts the Content-Type %s', async (type) => {
    expect((await send({ 'content-type': type })).status).toBe(200);
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/graphql',
    'application/jsonp',
    'application/json; charset=utf-16',
    'application/json-patch+json',
    'text/json',
  ])('refuses the Content-Type %s with 415', async (type) => {
    expect((await send({ 'content-type': type })).status).toBe(415);
  });
});
