import neo4j from 'neo4j-driver';
import { connectGraph } from '../../src/graph/connect-graph';
import { createGraph, type Graph } from '../../src/graph/graph';
import type { GraphState } from '../../src/graph/graph-health';
import { createEnding } from '../../src/graph/ending';
import { outsideStatementScope, withDeadline } from '../../src/graph/statement-scope';
import { type BoltProxy, type ProxyMode, startBoltProxy } from '../faults/bolt-proxy';
import { openTestGraph, testGraphAddress } from '../test-graph';

const ENDLESS = 'UNWIND range(1, 1000000000) AS x WITH x WHERE x % 7 = 8 RETURN count(x) AS count';

/** Returns the running statements that contain a text. */
const running = async (graph: Graph, text: string) =>
  (
    await graph.run<{ query: string }>(
      'SHOW TRANSACTIONS YIELD currentQuery AS query WHERE query CONTAINS $text RETURN query',
      { text },
    )
  ).filter(({ query }) => !query.startsWith('SHOW')).length;

const untilState = (graph: Graph, ...states: GraphState[]) =>
  new Promise<void>((resolve) => {
    if (states.includes(graph.health.status().state)) return resolve();
    graph.health.onChange(({ state }) => states.includes(state) && resolve());
  });

describe('a statement', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await openTestGraph();
  });
  afterAll(() => graph.close());

  const untilRunning = async (text: string, count: number) => {
    while ((await running(graph, text)) !== count);
  };

  it('ends in the graph when its deadline passes', async () => {
    const impatient = createGraph(neo4j.driver(...driverArguments()), undefined, {
      timeouts: { read: 200, write: 200 },
    });
    for (const send of [impatient.read, impatient.write]) {
      await expect(send(`${ENDLESS} // late`)).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
    }
    await untilRunning('// late', 0);
    await impatient.close();
  });

  it('ends in the graph when the deadline of its scope passes, also through the driver', async () => {
    const reading = withDeadline(300, () => graph.read(`${ENDLESS} // scoped`));
    await expect(reading).rejects.toMatchObject({
      code: 'DEADLINE_EXCEEDED',
      message: 'The request took longer than 0.3 seconds. Try again, or request less data.',
    });
    const session = graph.driver.session();
    const generated = withDeadline(300, () =>
      session.executeRead((transaction) => transaction.run(`${ENDLESS} // scoped`)),
    );
    await expect(generated).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
    await session.close();
    await untilRunning('// scoped', 0);
  });

  it('ends in the graph when its result is no longer needed, and further reads of that work are refused', async () => {
    const leaving = createEnding();
    let later: Promise<unknown> | undefined;
    const work = async () => {
      await graph.read(`${ENDLESS} // left`).catch(() => undefined);
      later = graph.read('RETURN 1').catch((error: unknown) => error);
    };
    const reading = withDeadline(60_000, work, leaving);
    await untilRunning('// left', 1);
    const left = new Error('The client left.');
    leaving.end(left);
    await expect(reading).rejects.toBe(left);
    await untilRunning('// left', 0);
    expect(await later).toBe(left);
  });

  it('is not ended by another scope', async () => {
    const leaving = createEnding();
    leaving.end(new Error('The client left.'));
    const shared = withDeadline(
      60_000,
      () => outsideStatementScope(() => graph.read('RETURN 1 AS one')),
      leaving,
    );
    await expect(shared).rejects.toThrow('The client left.');
    let background: Promise<unknown> | undefined;
    await withDeadline(60_000, async () => {
      background = new Promise((resolve) => setImmediate(resolve)).then(() => graph.read('RETURN 1 AS one'));
    });
    expect(await background).toEqual([{ one: 1 }]);
  });

  it('fails with its own error if it is invalid', async () => {
    await expect(graph.read('MATCH (')).rejects.toMatchObject({ code: expect.stringMatching(/SyntaxError/) });
    expect(graph.health.status().state).toBe('up');
  });
});

describe('a graph behind a failing network', () => {
  let proxy: BoltProxy;
  let graph: Graph;
  beforeAll(async () => {
    const { uri, ...user } = testGraphAddress();
    proxy = await startBoltProxy(Number(new URL(uri).port));
    graph = await connectGraph({ ...user, uri: `bolt://127.0.0.1:${proxy.port}` });
  });
  afterAll(async () => {
    await graph.close();
    proxy.close();
  });

  it.each(['hole', 'refuse', 'freeze'] as ProxyMode[])(
    'ends statements in flight, refuses new ones immediately, and recovers after %s',
    async (mode) => {
      await Promise.all([graph.read('RETURN 1'), graph.read('RETURN 2'), graph.runLarge('RETURN 3')]);
      const inFlight = graph.run('CALL apoc.util.sleep(600000)');
      proxy.set(mode);
      await expect(inFlight).rejects.toMatchObject({ code: 'GRAPH_UNAVAILABLE' });
      await untilState(graph, 'away');
      await expect(graph.read('RETURN 1')).rejects.toMatchObject({
        code: 'GRAPH_UNAVAILABLE',
        message: expect.stringMatching(/^The graph database .*\. Try again in a few seconds\.$/),
      });
      proxy.set('pass');
      await untilState(graph, 'up', 'slow');
      expect(await graph.read('RETURN 1 AS one')).toEqual([{ one: 1 }]);
      expect(await graph.runLarge('RETURN 1 AS one')).toEqual([{ one: 1 }]);
    },
  );

  it('stays up if connections are reset occasionally', async () => {
    proxy.resetAll();
    expect(await graph.read('RETURN 1 AS one')).toEqual([{ one: 1 }]);
  });
});

function driverArguments() {
  const { uri, username, password } = testGraphAddress();
  return [uri, neo4j.auth.basic(username, password)] as const;
}
