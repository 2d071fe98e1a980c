import { connectGraph } from '../../src/graph/connect-graph';
import type { Graph } from '../../src/graph/graph';
import { fillWithRandomEmbeddings, SMALL_STORE } from '../graphql/test-service';
import { startTestServer, type TestServer } from '../http/test-server';
import { openTestGraph, testGraphAddress } from '../test-graph';
import { type BoltProxy, startBoltProxy } from './bolt-proxy';
import { type Fault, runFault } from './fault-run';

/** A short form of `npm run test:faults`. */
describe('the service on a graph that fails', () => {
  let direct: Graph;
  let proxy: BoltProxy;
  let graph: Graph;
  let server: TestServer;
  beforeAll(async () => {
    direct = await openTestGraph();
    await fillWithRandomEmbeddings(direct);
    const { uri, ...user } = testGraphAddress();
    proxy = await startBoltProxy(Number(new URL(uri).port));
    graph = await connectGraph({ ...user, uri: `bolt://127.0.0.1:${proxy.port}` });
    server = await startTestServer(graph);
  });
  afterAll(async () => {
    await server.close();
    await graph.close();
    await direct.close();
    proxy.close();
  });

  const lost = async (keys: readonly string[]) => {
    const [{ kept }] = await direct.read<{ kept: number }>(
      'MATCH (key:RentalKey) WHERE any(sent IN $keys WHERE key.key ENDS WITH sent) RETURN count(key) AS kept',
      { keys },
    );
    return keys.length - kept;
  };
  let resetting: NodeJS.Timeout;
  const faults: Fault[] = [
    { name: 'black hole', begin: () => proxy.set('hole'), end: () => proxy.set('pass') },
    { name: 'refused connections', begin: () => proxy.set('refuse'), end: () => proxy.set('pass') },
    {
      name: 'reset connections',
      begin: () => (resetting = setInterval(proxy.resetAll, 300)),
      end: () => clearInterval(resetting),
    },
  ];

  it.each(faults)('refuses requests with a retryable error and recovers: $name', async (fault) => {
    const { customers, films } = SMALL_STORE;
    const load = { url: server.url, customers, films, rate: 5, holdMs: 5_000, recoveryMs: 60_000 };
    const report = await runFault(fault, load);
    expect(report.wrong).toEqual([]);
    expect(report.recoveryMs).not.toBeNaN();
    expect(await lost(report.acknowledged)).toBe(0);
  });

  it('reports the state of the graph on /readyz and /metrics while it is away', async () => {
    const page = async (path: string) => {
      const response = await fetch(new URL(path, server.url));
      return { status: response.status, text: await response.text() };
    };
    const away = new Promise<void>((resolve) =>
      graph.health.onChange(({ state }) => state === 'away' && resolve()),
    );
    proxy.set('refuse');
    await away;
    const ready = await page('/readyz');
    expect(ready.status).toBe(503);
    expect(JSON.parse(ready.text)).toMatchObject({
      status: expect.stringMatching(/^The graph database .*Try again/),
      graph: { state: 'away', since: expect.any(String), reason: expect.any(String) },
    });
    const { text } = await page('/metrics');
    expect(text).toMatch(/^reelgraph_graph_up 0$/m);
    expect(text).toMatch(/^reelgraph_graph_state\{state="away"\} 1$/m);
    proxy.set('pass');
  });
});
