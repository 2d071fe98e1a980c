import { EMBEDDINGS, type EmbeddingName } from '../../src/embeddings/embedding';
import { writeEmbeddings } from '../../src/embeddings/write-embeddings';
import type { Graph } from '../../src/graph/graph';
import { silentProgress } from '../../src/progress';
import { importSample } from '../../src/store/sample/import-sample';
import { openTestGraph } from '../test-graph';

describe('writeEmbeddings', () => {
  let graph: Graph;
  beforeEach(async () => {
    graph = await openTestGraph();
  });
  afterEach(() => graph.close());

  const fill = () => importSample(graph, { customers: 10, films: 40, seed: 7, progress: silentProgress });
  const write = (...names: EmbeddingName[]) => writeEmbeddings(graph, names, silentProgress);
  const vectors = (name: EmbeddingName) =>
    graph.read(
      `MATCH (node:Film|Actor|Category)
       RETURN elementId(node) AS node, node[$property] AS vector ORDER BY node`,
      { property: EMBEDDINGS[name].property },
    );
  const projections = () => graph.run('CALL gds.graph.list() YIELD graphName RETURN graphName');

  it.each(['NODE2VEC', 'FASTRP'] as EmbeddingName[])(
    'writes bit-identical %s vectors when repeated',
    async (name) => {
      await fill();
      await write(name);
      const first = await vectors(name);
      expect(first.length).toBeGreaterThan(40);
      await graph.write(
        'MATCH (node:Film|Actor|Category) REMOVE node.node2vecEmbedding, node.fastrpEmbedding',
      );
      await write(name);
      expect(await vectors(name)).toEqual(first);
    },
  );

  it('refuses a second writer with EMBEDDING_BUSY, and admits one when the first has finished', async () => {
    await fill();
    let second: Promise<unknown> | undefined;
    await writeEmbeddings(graph, ['FASTRP'], (_title, work) => {
      second = write('NODE2VEC').catch((error: unknown) => error);
      return second.then(() => work(() => undefined));
    });
    expect(await second).toMatchObject({ code: 'EMBEDDING_BUSY', retryAfter: expect.any(Number) });
    expect(await write('FASTRP')).toMatchObject([{ embedding: 'FASTRP' }]);
  });

  it('takes over the lease of a crashed process, and drops its projection', async () => {
    await fill();
    await graph.write(
      `CREATE (:EmbeddingLease {name: 'writer', owner: 'dead', expiresAt: datetime.realtime()})`,
    );
    await graph.run(`CALL gds.graph.project('reelgraph-dead', 'Film', '*') YIELD nodeCount RETURN nodeCount`);
    await write('FASTRP');
    expect(await projections()).toEqual([]);
  });

  it('reports missing actors and categories', async () => {
    await expect(write('NODE2VEC')).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      message: 'The graph has no films. Import a store first: reelgraph import sample.',
    });
    await graph.write(`CREATE (:Film {filmID: '1'}), (:Film {filmID: '2'})`);
    await expect(write('NODE2VEC')).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      message: expect.stringMatching(/^No film has an actor or a category, .*ACTED_IN.*OF_GENRE/),
    });
    expect(await projections()).toEqual([]);
  });
});
