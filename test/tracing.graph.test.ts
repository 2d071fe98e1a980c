import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import type { Graph } from '../src/graph/graph';
import { fillWithSmallStore } from './graphql/test-service';
import { openTestGraph, testGraphAddress } from './test-graph';

const MAIN = join(__dirname, '..', 'src', 'main.ts');
const TRACE = '0af7651916cd43dd8448eb211c80319c';

/** The parts of the spans that the tests check. */
interface Span {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  attributes: { key: string; value: unknown }[];
}

interface Sent {
  resourceSpans: {
    resource: { attributes: Span['attributes'] };
    scopeSpans: { spans: Span[] }[];
  }[];
}

describe('a service with a trace exporter', () => {
  const spans: Span[] = [];
  const services = new Set<string>();
  let graph: Graph;
  let collector: Server;
  let service: ChildProcess;
  let url: string;

  beforeAll(async () => {
    graph = await openTestGraph();
    await fillWithSmallStore(graph);
    collector = createServer((request, response) => {
      void json(request).then((sent) => {
        for (const { resource, scopeSpans } of (sent as Sent).resourceSpans) {
          // Spans arrive in one request or in several.
          services.add(JSON.stringify(resource.attributes.find(({ key }) => key === 'service.name')?.value));
          spans.push(...scopeSpans.flatMap((scope) => scope.spans));
        }
        response.setHeader('content-type', 'application/json').end('{}');
      });
    }).listen(0, '127.0.0.1');
    await once(collector, 'listening');
    const { uri, username, password } = testGraphAddress();
    service = spawn(process.execPath, ['--import', require.resolve('tsx'), MAIN, 'serve'], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...{ PATH: process.env.PATH, PORT: '0', TFJS_ENGINE: 'cpu' },
        AUTO_TRAIN: 'off',
        ...{ NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password },
        REELGRAPH_HOME: mkdtempSync(join(tmpdir(), 'reelgraph-tracing-')),
        OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${(collector.address() as AddressInfo).port}`,
        OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
      },
    });
    let said = '';
    service.stdout?.on('data', (chunk) => (said += String(chunk)));
    while (!/"url":"/.test(said)) await wait(50);
    url = /"url":"([^"]+)"/.exec(said)?.[1] as string;
  });
  afterAll(async () => {
    service.kill('SIGKILL');
    collector.close();
    await graph.close();
  });

  it('traces a request from the caller down to Cypher, without values, and sends all traces before it ends', async () => {
    const query =
      '{ recommendations(customer: "1", policy: POPULARITY, where: { NOT: { title: { contains: "zebra" } } }) { items { film { title } } } }';
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', traceparent: `00-${TRACE}-b7ad6b7169203331-01` },
      body: JSON.stringify({ query }),
    });
    expect(await response.json()).not.toHaveProperty('errors');
    await fetch(new URL('/healthz', url));
    const exited = once(service, 'exit');
    service.kill('SIGTERM');
    expect(await exited).toEqual([0, null]);

    expect([...services]).toEqual(['{"stringValue":"reelgraph"}']);
    const traced = spans.filter(({ traceId }) => traceId === TRACE);
    const names = traced.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['POST', 'graphql.validate', 'forward pass', 'cypher']));
    const request = traced.find(({ name }) => name === 'POST');
    expect(request?.parentSpanId).toBe('b7ad6b7169203331');
    const known = new Set(traced.map(({ spanId }) => spanId));
    for (const span of traced) if (span !== request) expect(known).toContain(span.parentSpanId);
    expect(JSON.stringify(spans)).not.toContain('healthz');
    expect(JSON.stringify(traced)).not.toContain('zebra');
  });
});
