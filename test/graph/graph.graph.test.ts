import { AppError } from '../../src/app-error';
import { connectGraph } from '../../src/graph/connect-graph';
import { createGraph, type Graph } from '../../src/graph/graph';
import { openTestGraph, testGraphAddress } from '../test-graph';

describe('a graph', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await openTestGraph();
  });
  afterAll(() => graph.close());

  it('gives rows as plain objects, integers as numbers at any depth', async () => {
    const rows = await graph.read(
      'RETURN 1 AS one, [2, {three: 3}] AS more, [0.5, 1.5] AS floats, null AS none',
    );
    expect(rows).toEqual([{ one: 1, more: [2, { three: 3 }], floats: [0.5, 1.5], none: null }]);
  });

  it('reads what it wrote, from whichever member of a cluster: its sessions share bookmarks', async () => {
    const bookmarks = async () => [...(await graph.session.bookmarkManager.getBookmarks())];
    const before = await bookmarks();
    await graph.write('CREATE (:Probe)');
    const after = await bookmarks();
    await graph.write('MATCH (probe:Probe) DELETE probe');
    expect(after).toHaveLength(1);
    expect(after).not.toEqual(before);
  });

  it('ends statements that take too long', async () => {
    const impatient = createGraph(graph.driver, undefined, { timeouts: { read: 200, write: 200 } });
    const endless = 'UNWIND range(1, 1000000000) AS x WITH x WHERE x % 7 = 8 RETURN count(x) AS count';
    await expect(impatient.read(endless)).rejects.toThrow(/terminated|timeout/i);
    await expect(impatient.write(endless)).rejects.toThrow(/terminated|timeout/i);
  });

  it('writes all statements of a transaction or none', async () => {
    const failing = graph.transaction(async (run) => {
      await run('CREATE (:Probe)');
      throw new Error('on purpose');
    });
    await expect(failing).rejects.toThrow('on purpose');
    expect(await graph.read('MATCH (probe:Probe) RETURN count(probe) AS count')).toEqual([{ count: 0 }]);
  });
});

describe('connectGraph', () => {
  it('opens a graph that counts its statements, whichever thread sends them', async () => {
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

  it('says who was refused where the password is wrong', async () => {
    const connecting = connectGraph({ ...testGraphAddress(), password: 'not this one' });
    await expect(connecting).rejects.toThrow(
      /refuses the user neo4j .* Correct NEO4J_USERNAME and NEO4J_PASSWORD/,
    );
    await expect(connecting).rejects.toBeInstanceOf(AppError);
  });

  it('says what to do where no graph answers, or it has no such database', async () => {
    await expect(connectGraph({ ...testGraphAddress(), uri: 'bolt://127.0.0.1:1' })).rejects.toThrow(
      /No graph answers at bolt:\/\/127.0.0.1:1. Start it, or correct NEO4J_URI/,
    );
    await expect(connectGraph({ ...testGraphAddress(), database: 'nowhere' })).rejects.toThrow(
      /NEO4J_DATABASE/,
    );
  });
});
