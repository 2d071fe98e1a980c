import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Graph } from '../../src/graph/graph';
import { openTestGraph } from '../test-graph';
import { attackDocuments } from './attack-documents';
import { startTestServer, type TestServer } from './test-server';

/** Time limit of a refusal on a busy machine, in milliseconds. On an idle one it takes less than 50 ms. */
const GENEROUS_MS = 250;

describe('hostile documents', () => {
  let graph: Graph;
  let server: TestServer;
  const medians: [number, string][] = [];
  beforeAll(async () => {
    graph = await openTestGraph();
    server = await startTestServer(graph);
    await server.ask('{ films { title } }');
  });
  afterAll(async () => {
    const told = medians.sort(([a], [b]) => b - a).map(([median, name]) => `${median.toFixed(1)} ms ${name}`);
    console.info(`Refused, medians of five: ${told.join('; ')}`);
    await server.close();
    await graph.close();
  });

  it.each(attackDocuments.map((attack) => [attack.name, attack] as const))(
    'are refused immediately: %s',
    async (name, { body, status, code }) => {
      const times: number[] = [];
      for (let sent = 0; sent < 5; sent++) {
        const startedAt = performance.now();
        const response = await server.post(body);
        const answer = (await response.json()) as { errors: { extensions: { code: string } }[] };
        times.push(performance.now() - startedAt);
        expect(response.status).toBe(status);
        expect(answer.errors[0].extensions.code).toBe(code);
      }
      const median = times.sort((a, b) => a - b)[2];
      medians.push([median, name]);
      expect(median).toBeLessThan(GENEROUS_MS);
    },
  );

  it('do not use much memory or block the event loop', async () => {
    const delay = monitorEventLoopDelay({ resolution: 5 });
    const heapBefore = process.memoryUsage().heapUsed;
    delay.enable();
    for (let round = 0; round < 10; round++) {
      await Promise.all(
        attackDocuments.map(({ body }) => server.post(body).then((response) => response.text())),
      );
    }
    delay.disable();
    console.info(`Event loop held up for ${(delay.max / 1e6).toFixed(0)} ms at most`);
    expect(delay.max / 1e6).toBeLessThan(4 * GENEROUS_MS);
    expect(process.memoryUsage().heapUsed - heapBefore).toBeLessThan(200e6);
    expect((await server.ask('{ films { title } }')).status).toBe(200);
  });
});
