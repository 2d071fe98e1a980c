import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { SignJWT } from 'jose';
import type { Graph } from '../../src/graph/graph';
import type { Role } from '../../src/graphql/access/viewer';
import { fillWithRandomEmbeddings } from '../graphql/test-service';
import { openTestGraph } from '../test-graph';
import { startTestServer, type TestServer } from './test-server';

const SECRET = 'a secret of at least thirty-two characters';

describe('the MCP endpoint', () => {
  let graph: Graph;
  let server: TestServer;
  const clients: Client[] = [];
  beforeAll(async () => {
    graph = await openTestGraph();
    await fillWithRandomEmbeddings(graph);
    server = await startTestServer(graph, { AUTH_SECRET: SECRET, MCP: 'on' });
  });
  afterAll(async () => {
    for (const client of clients) await client.close();
    await server.close();
    await graph.close();
  });

  const tokenOf = (role: Role) =>
    new SignJWT({ role, customerId: '1' })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer('reelgraph')
      .setAudience('reelgraph')
      .setSubject('an assistant')
      .setExpirationTime('1h')
      .sign(new TextEncoder().encode(SECRET));

  const connect = async (role: Role): Promise<Client> => {
    const client = new Client({ name: 'test', version: '1' });
    const headers = role === 'anonymous' ? undefined : { authorization: `Bearer ${await tokenOf(role)}` };
    const address = new URL('mcp', server.url);
    await client.connect(new StreamableHTTPClientTransport(address, { requestInit: { headers } }));
    clients.push(client);
    return client;
  };

  const namesOf = async (client: Client) => (await client.listTools()).tools.map(({ name }) => name);

  const call = async (client: Client, name: string, values: Record<string, unknown> = {}) => {
    const { content, isError } = await client.callTool({ name, arguments: values });
    const [{ text }] = content as { text: string }[];
    return { isError: isError ?? false, answer: JSON.parse(text) };
  };

  it('lists the operations that the role may use', async () => {
    const anonymous = await namesOf(await connect('anonymous'));
    expect(anonymous).toEqual(expect.arrayContaining(['search', 'films', 'recommendations_for', 'viewer']));
    expect(anonymous).not.toContain('recommendations');
    expect(anonymous).not.toContain('training_progress');
    const analyst = await namesOf(await connect('analyst'));
    expect(analyst).toEqual(expect.arrayContaining([...anonymous, 'recommendations', 'system']));
    expect(analyst).not.toContain('start_training');
    const admin = await namesOf(await connect('admin'));
    expect(admin).toEqual(expect.arrayContaining([...analyst, 'start_training', 'record_rental']));
  });

  it('describes the arguments of a tool', async () => {
    const { tools } = await (await connect('customer')).listTools();
    const tool = tools.find(({ name }) => name === 'recommendations');
    expect(tool).toMatchObject({
      description: 'Recommends films to a customer, with reasons and details of each film.',
      annotations: { readOnlyHint: true },
      inputSchema: {
        type: 'object',
        required: ['customer'],
        properties: {
          customer: { type: 'string', description: 'The ID of the customer.' },
          first: { type: 'integer', default: 5 },
        },
      },
    });
    const neighbors = tools.find(({ name }) => name === 'embedding_neighbors');
    expect(neighbors?.inputSchema.properties).toMatchObject({
      embedding: { type: 'string', enum: ['NODE2VEC', 'FASTRP'], default: 'NODE2VEC' },
    });
  });

  it('executes tools with the token of the caller', async () => {
    const customer = await connect('customer');
    expect(await call(customer, 'viewer')).toEqual({
      isError: false,
      answer: { viewer: { role: 'CUSTOMER', customerId: '1' } },
    });
    const { answer } = await call(customer, 'recommendations', { customer: '1', first: 3 });
    expect(answer.recommendations.items).toHaveLength(3);
    const { film } = answer.recommendations.items[0];
    const rental = await call(customer, 'record_rental', {
      customer: '1',
      film: film.filmId,
      idempotencyKey: 'from an assistant',
      recommendationList: answer.recommendations.id,
    });
    expect(rental.answer.recordRental).toMatchObject({ repeated: false });
    const other = await call(customer, 'recommendations', { customer: '2' });
    expect(other).toMatchObject({
      isError: true,
      answer: { errors: [{ extensions: { code: 'FORBIDDEN' } }] },
    });
  });

  it('leaves out the fields that a role may not read', async () => {
    const analyst = await connect('analyst');
    const { isError, answer } = await call(analyst, 'recommendations', { customer: '1' });
    expect(isError).toBe(false);
    expect(answer.recommendations.customer).toBeUndefined();
    expect((await call(analyst, 'customers', { limit: 2 })).answer.customers[0]).toEqual(
      expect.not.objectContaining({ lastName: expect.anything() }),
    );
  });

  it('explains refusals to the assistant', async () => {
    const anonymous = await connect('anonymous');
    for (const [name, values, code] of [
      ['recommendations', { customer: '1' }, 'NOT_FOUND'],
      ['search', { text: 'a', first: 101 }, 'BAD_USER_INPUT'],
      ['search', {}, 'BAD_USER_INPUT'],
      ['recommendations_for', { films: ['1'], category: 'x'.repeat(5_001) }, 'QUERY_TOO_COMPLEX'],
    ] as const) {
      expect(await call(anonymous, name, values)).toMatchObject({
        isError: true,
        answer: { errors: [{ message: expect.any(String), extensions: { code } }] },
      });
    }
  });

  it('counts and refuses requests like the API does', async () => {
    const variables = { AUTH_SECRET: SECRET, MCP: 'on', ANONYMOUS_PER_MINUTE: '20' };
    const limited = await startTestServer(graph, variables);
    const address = new URL('mcp', limited.url);
    const post = (body: string, headers: Record<string, string> = {}) =>
      fetch(address, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json, text/event-stream',
          ...headers,
        },
        body,
      });
    const list = JSON.stringify({ jsonrpc: '2.0', method: 'tools/list', id: 1 });
    expect((await post(list, { authorization: 'Bearer a.b.c' })).status).toBe(401);
    expect((await post(list, { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await post(`[${list}]`)).status).toBe(400);
    expect((await post('{')).status).toBe(400);
    expect((await post(`{"a": "${'x'.repeat(200_000)}"}`)).status).toBe(413);
    const get = await fetch(address);
    expect([get.status, get.headers.get('allow')]).toEqual([405, 'POST']);
    const statuses = await Promise.all(Array.from({ length: 30 }, async () => (await post(list)).status));
    expect(statuses).toContain(429);
    await limited.close();
  });

  it('is described by llms.txt, and absent unless it is switched on', async () => {
    const text = await (await fetch(new URL('llms.txt', server.url))).text();
    expect(text).toMatch(/^# reelgraph\n/);
    expect(text).toContain('./mcp');
    expect(text).toContain('- recommendations: Recommends films to a customer');
    const without = await startTestServer(graph);
    const answer = await fetch(new URL('mcp', without.url), { method: 'POST' });
    expect(answer.status).toBe(404);
    expect(await (await fetch(new URL('llms.txt', without.url))).text()).not.toContain('./mcp');
    await without.close();
  });
});
