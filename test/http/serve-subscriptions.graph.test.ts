import { setTimeout as wait } from 'node:timers/promises';
import { createClient as createEventClient } from 'graphql-sse';
import { createClient as createSocketClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { connectGraph } from '../../src/graph/connect-graph';
import type { Graph } from '../../src/graph/graph';
import { fillWithSmallStore } from '../graphql/test-service';
import { openTestGraph, testGraphAddress } from '../test-graph';
import { startTestServer, type TestServer } from './test-server';

const FOLLOW = `subscription ($run: ID!) {
  trainingProgress(run: $run) { run status step loss reward meanReward epsilon stepsPerSecond validation }
}`;

interface Progress {
  run: string;
  status: string;
  step: number;
}

/** The progress and the errors that a subscription received, in order. */
interface Heard {
  progress: Progress[];
  errors: unknown[];
}

describe('subscriptions', () => {
  let graph: Graph;
  let otherGraph: Graph;
  const started: TestServer[] = [];

  beforeAll(async () => {
    graph = await openTestGraph();
    otherGraph = await connectGraph(testGraphAddress());
    await fillWithSmallStore(graph);
    for (const each of [graph, otherGraph]) started.push(await startTestServer(each));
  });
  afterAll(async () => {
    for (const server of started) await server.close();
    await graph.close();
    await otherGraph.close();
  });

  type Follow = (url: string, run: string, query?: string) => Promise<Heard>;

  const overSocket: Follow = async (url, run, query = FOLLOW) => {
    const client = createSocketClient({ url: url.replace('http', 'ws'), webSocketImpl: WebSocket });
    const heard: Heard = { progress: [], errors: [] };
    await new Promise<void>((done) =>
      client.subscribe<{ trainingProgress: Progress }>(
        { query, variables: { run } },
        {
          next: ({ data, errors = [] }) => {
            if (data) heard.progress.push(data.trainingProgress);
            heard.errors.push(...errors);
          },
          error: (errors) => {
            heard.errors.push(...(errors as unknown[]));
            done();
          },
          complete: done,
        },
      ),
    );
    await client.dispose();
    return heard;
  };

  const overEvents: Follow = async (url, run, query = FOLLOW) => {
    const client = createEventClient({ url, retryAttempts: 0 });
    const heard: Heard = { progress: [], errors: [] };
    await new Promise<void>((done, reject) =>
      client.subscribe<{ trainingProgress: Progress }>(
        { query, variables: { run } },
        {
          next: ({ data, errors = [] }) => {
            if (data) heard.progress.push(data.trainingProgress);
            heard.errors.push(...errors);
          },
          error: reject,
          complete: done,
        },
      ),
    );
    client.dispose();
    return heard;
  };

  const protocols: [string, Follow][] = [
    ['graphql-ws', overSocket],
    ['server-sent events', overEvents],
  ];
  const train = (steps: number, { recommender } = started[0]) =>
    recommender.runs.start({ policy: 'TUTORIAL', steps });
  /** Trains a run until it ends and returns its id. */
  const finishedRun = async () => {
    const { id } = await train(5);
    const { progress } = await overEvents(started[0].url, id);
    return { id, step: progress.at(-1)?.step };
  };

  it('follow a run until it ends, over both protocols and from every process', async () => {
    const { id } = await train(400);
    const follows = protocols.flatMap(([, follow]) => started.map(({ url }) => follow(url, id)));
    const followed = await Promise.all(follows);
    const last = followed[0].progress.at(-1)?.step;
    for (const [at, { progress, errors }] of followed.entries()) {
      expect(errors).toEqual([]);
      // The TUTORIAL agent counts its steps across all runs.
      expect(progress.at(-1)).toMatchObject({ run: id, status: 'SUCCEEDED', step: last });
      const steps = progress.map(({ step }) => step);
      expect(steps).toEqual([...steps].sort((a, b) => a - b));
      // The process that trains reports several times per second.
      expect(progress.length).toBeGreaterThan(at % 2 === 0 ? 4 : 1);
      expect(progress.slice(0, -1).every(({ status }) => status === 'RUNNING')).toBe(true);
    }
  });

  it.each(protocols)('report the end of a finished run over %s', async (_name, follow) => {
    const { id, step } = await finishedRun();
    const { progress, errors } = await follow(started[0].url, id);
    expect(errors).toEqual([]);
    expect(progress).toEqual([expect.objectContaining({ status: 'SUCCEEDED', step })]);
  });

  it.each(protocols)('report their errors over %s', async (_name, follow) => {
    const { url } = started[0];
    const code = async (run: string, query?: string) => {
      const { progress, errors } = await follow(url, run, query);
      expect(progress.filter(Boolean)).toEqual([]);
      return errors.map((error) => (error as { extensions: { code: string } }).extensions.code);
    };
    expect(await code('none')).toEqual(['NOT_FOUND']);
    expect(await code('1', 'subscription { nothing }')).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    expect(await code('1', 'subscription {')).toEqual(['GRAPHQL_PARSE_FAILED']);
  });

  it.each(['{ films { title } }', 'mutation { trainStep { step } }'])(
    'refuse other operations over graphql-ws: %s',
    async (query) => {
      const { errors } = await overSocket(started[0].url, '1', query);
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    },
  );

  it.each(['graphql-ws', 'server-sent events'])(
    'reveal nothing about the schema over %s if introspection is off',
    async (protocol) => {
      const closed = await startTestServer(graph, { INTROSPECTION: 'off' });
      const follow = protocol === 'graphql-ws' ? overSocket : overEvents;
      const asked = await follow(closed.url, '1', 'subscription { __schema { types { name } } }');
      expect(asked.errors[0]).toMatchObject({ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } });
      const misspelled = await follow(closed.url, '1', 'subscription { trainingProgres(run: "1") { step } }');
      expect(JSON.stringify(misspelled.errors)).not.toMatch(/Did you mean|trainingProgress/);
      await closed.close();
    },
  );

  it('support the GET requests of an EventSource', async () => {
    const { id } = await finishedRun();
    const url = new URL(started[1].url);
    url.searchParams.set('query', `subscription { trainingProgress(run: "${id}") { status } }`);
    const response = await fetch(url, { headers: { accept: 'text/event-stream' } });
    expect(response.headers.get('content-type')).toMatch('text/event-stream');
    const text = await response.text();
    expect(text).toContain('event: next\ndata: {"data":{"trainingProgress":{"status":"SUCCEEDED"}}}');
    expect(text).toContain('event: complete');
  });

  it('end when the service closes, within seconds', async () => {
    const server = await startTestServer(graph);
    const { runs } = started[1].recommender;
    const { id } = await train(100_000, server);
    const [follows, other] = [server, started[1]].map(({ url }) => overEvents(url, id).catch(() => 'cut'));
    while ((await runs.find(id)).step === 0) await wait(50);
    const askedAt = performance.now();
    await server.close();
    expect(performance.now() - askedAt).toBeLessThan(5_000);
    await follows;
    expect(await other).toMatchObject({ errors: [] });
    expect((await runs.find(id)).status).toBe('INTERRUPTED');
  });
});
