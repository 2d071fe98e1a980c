import { AppError } from '../../src/app-error';
import { connectGraph } from '../../src/graph/connect-graph';
import type { Graph } from '../../src/graph/graph';
import { openTestGraph, testGraphAddress } from '../test-graph';

describe('a graph', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await openTestGraph();
  });
  afterAll(() => graph.close());

  it('returns rows as plain objects with integers as numbers at any depth', async () => {
    const rows = await graph.read(
      'RETURN 1 AS one, [2, {three: 3}] AS more, [0.5, 1.5] AS floats, null AS none',
    );
    expect(rows).toEqual([{ one: 1, more: [2, { three: 3 }], floats: [0.5, 1.5], none: null }]);
  });

  it('shares bookmarks between its sessions, so that reads see earlier writes on every cluster member', async () => {
    const bookmarks = async () => [...(await graph.session.bookmarkManager.getBookmarks())];
    const before = await bookmarks();
    await graph.write('CREATE (:Probe)');
    const after = await bookmarks();
    await graph.write('MATCH (probe:Probe) DELETE probe');
    expect(after).toHaveLength(1);
    expect(after).not.toEqual(before);
  });

  it('rolls back all statements of a transaction that fails', async () => {
    const failing = graph.transaction(async (run) => {
      await run('CREATE (:Probe)');
      throw new Error('on purpose');
    });
    await expect(failing).rejects.toThrow('on purpose');
    expect(await graph.read('MATCH (probe:Probe) RETURN count(probe) AS count')).toEqual([{ count: 0 }]);
  });
});

describe('connectGraph', () => {
  it('counts statements of all threads', async () => {
    const graph = await connectGraph(testGraphAddress());
    const before = graph.statements();
    expect(await graph.runLarge('RETURN $bytes[2] AS third', { bytes: new Int8Array([1, 2, 3]) })).toEqual([
      { third: 3 },
    ]);
    await graph.read('RETURN 1 AS one');
    await graph.write('RETURN 1 AS one');
    await graph.transaction((run) => run('RETURN 1 AS one'));
    expect(graph.statements()).toBe(before + 4);
    await graph.close();
  });

  it('names the user if the password is wrong', async () => {
    const connecting = connectGraph({ ...testGraphAddress(), password: 'not this one' });
    await expect(connecting).rejects.toThrow(
      /rejects the password of user neo4j\. Correct NEO4J_USERNAME and NEO4J_PASSWORD/,
    );
    await expect(connecting).rejects.toBeInstanceOf(AppError);
  });

  it('gives advice if no graph responds or the database is missing', async () => {
    await expect(connectGraph({ ...testGraphAddress(), uri: 'bolt://127.0.0.1:1' })).rejects.toThrow(
      /bolt:\/\/127.0.0.1:1 did not respond\. Start it, or correct NEO4J_URI/,
    );
    await expect(connectGraph({ ...testGraphAddress(), database: 'nowhere' })).rejects.toThrow(
      /NEO4J_DATABASE/,
    );
  });
});
