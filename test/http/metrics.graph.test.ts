import { setTimeout as pause } from 'node:timers/promises';
import { SignJWT } from 'jose';
import type { Graph } from '../../src/graph/graph';
import { openTestGraph } from '../test-graph';
import { fillWithRandomEmbeddings } from '../graphql/test-service';
import { startTestServer, type TestServer } from './test-server';

const AUTH_SECRET = 'a secret of more than thirty-two characters';

const bearer = async (role: string) => {
  const token = await new SignJWT({ role, customerId: '1' })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer('reelgraph')
    .setAudience('reelgraph')
    .setExpirationTime('5m')
    .sign(new TextEncoder().encode(AUTH_SECRET));
  return { authorization: `Bearer ${token}` };
};

describe('health and metrics', () => {
  let graph: Graph;
  let server: TestServer;
  beforeEach(async () => {
    graph = await openTestGraph();
    server = await startTestServer(graph, { AUTH_SECRET });
  });
  afterEach(async () => {
    await server.close();
    await graph.close();
  });

  const page = (path: string, headers?: Record<string, string>) =>
    fetch(new URL(path, server.url), { headers });
  /** Returns the values of /metrics by name and labels. */
  const metrics = async () => {
    const text = await (await page('/metrics', await bearer('analyst'))).text();
    return new Map(
      text
        .split('\n')
        .filter((line) => line.startsWith('reelgraph_'))
        .map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]),
    );
  };

  it('reports degraded and the reason on /readyz until there are films with embeddings', async () => {
    const readiness = async () => {
      const response = await page('/readyz');
      return { http: response.status, ...((await response.json()) as { status: string }) };
    };
    expect(await readiness()).toMatchObject({
      http: 200,
      status: 'degraded',
      reason: expect.any(String),
      graph: { state: expect.stringMatching(/^(up|slow)$/), since: expect.any(String) },
    });
    await fillWithRandomEmbeddings(graph);
    // The catalogue is cached for two seconds.
    while ((await readiness()).status === 'degraded') await pause(100);
    expect(await readiness()).toMatchObject({ http: 200, status: 'ready' });
  });

  it('counts requests, statements, and lists that led to a rental', async () => {
    await fillWithRandomEmbeddings(graph);
    const before = await metrics();
    const customer = await bearer('customer');
    const { data } = await server.ask(
      '{ recommendations(customer: "1", policy: POPULARITY) { id items { film { filmId } } } }',
      customer,
    );
    const { id, items } = data.recommendations;
    await server.ask('{ nothing }', customer);
    const { errors } = await server.ask(
      'mutation ($input: RecordRentalInput!) { recordRental(input: $input) { times } }',
      customer,
      { input: { customer: '1', film: items[0].film.filmId, recommendationList: id, idempotencyKey: 'one' } },
    );
    expect(errors).toBeUndefined();
    // The state of the service is cached for two seconds.
    let after = await metrics();
    while (after.get('reelgraph_served_lists') === 0) {
      await pause(100);
      after = await metrics();
    }
    expect(after.get('reelgraph_requests_total{field="recommendations",role="customer",status="200"}')).toBe(
      1,
    );
    expect(after.get('reelgraph_requests_total{field="none",role="customer",status="400"}')).toBe(1);
    expect(after.get('reelgraph_request_seconds_count{field="recordRental"}')).toBe(1);
    const statements = 'reelgraph_cypher_statements_total';
    expect(after.get(statements)).toBeGreaterThan(before.get(statements) as number);
    expect(after.get('reelgraph_films')).toBe(80);
    expect([...after.keys()]).toContainEqual(expect.stringMatching(/served_policy\{policy="EASE",version="/));
    expect(after.get('reelgraph_served_lists')).toBe(1);
    expect(after.get('reelgraph_served_lists_hit_rate')).toBe(1);
  });

  it('requires a role that may see training runs', async () => {
    expect((await page('/metrics')).status).toBe(401);
    expect((await page('/metrics', await bearer('customer'))).status).toBe(403);
    expect((await page('/metrics', { authorization: 'Bearer x.y.z' })).status).toBe(401);
    expect((await page('/metrics', await bearer('trainer'))).status).toBe(200);
  });
});
