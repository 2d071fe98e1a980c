import type { Graph } from '../../src/graph/graph';
import { warmUp } from '../../src/graph/warm-up';
import { openTestGraph } from '../test-graph';

describe('warmUp', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await openTestGraph();
  });
  afterAll(() => graph.close());

  it('runs reads, plans writes without running them, and ignores invalid statements', async () => {
    await warmUp(
      () => graph.driver.session(),
      [
        { cypher: 'MATCH (', parameters: {}, isWrite: false },
        { cypher: 'RETURN 1', parameters: {}, isWrite: false },
        { cypher: 'CREATE (film:Warm {name: $name})', parameters: { name: 'one' }, isWrite: true },
      ],
    );
    expect(await graph.read('MATCH (film:Warm) RETURN count(film) AS films')).toEqual([{ films: 0 }]);
  });

  it('rejects if the connection fails', async () => {
    const session = graph.driver.session();
    await session.close();
    await expect(
      warmUp(() => session, [{ cypher: 'RETURN 1', parameters: {}, isWrite: false }]),
    ).rejects.toThrow();
  });
});
