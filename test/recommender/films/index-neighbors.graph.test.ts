import { checkVectorIndexes } from '../../../src/commands/doctor/check-vector-indexes';
import { createVectorIndex, vectorIndexName } from '../../../src/embeddings/vector-index';
import type { Graph } from '../../../src/graph/graph';
import { loadFilmCatalogue } from '../../../src/recommender/films/film-catalogue';
import { findNeighbors } from '../../../src/recommender/films/film-neighbors';
import { findIndexNeighbors } from '../../../src/recommender/films/index-neighbors';
import { openTestGraph } from '../../test-graph';

describe('neighbors from the vector index', () => {
  const FILMS = 300;
  let graph: Graph;
  beforeAll(async () => {
    graph = await openTestGraph();
    await graph.write(
      `UNWIND range(1, $films) AS number
       CREATE (:Film {filmID: toString(number), Title: 'Film ' + number,
         node2vecEmbedding: [i IN range(1, 100) | sin(toFloat(number * i) + number)]})`,
      { films: FILMS },
    );
    await graph.write(`CREATE (:Film {filmID: 'new', Title: 'New'})`);
  });
  beforeEach(() => graph.run(`DROP INDEX ${vectorIndexName('NODE2VEC')} IF EXISTS`));
  afterAll(() => graph.close());

  test('need the index', async () => {
    await expect(findIndexNeighbors(graph, '1', 5, 'NODE2VEC')).rejects.toMatchObject({
      code: 'EMBEDDINGS_MISSING',
      message: 'The graph has no vector index of NODE2VEC. Run SEARCH=index reelgraph embed NODE2VEC.',
    });
  });

  test('are those of the exact search, with its scores', async () => {
    await createVectorIndex(graph, 'NODE2VEC');
    await createVectorIndex(graph, 'NODE2VEC');
    const catalogue = await loadFilmCatalogue(graph);
    for (const film of ['1', '7', '250']) {
      const exact = findNeighbors(catalogue, film, 10, 'NODE2VEC');
      expect(await findIndexNeighbors(graph, film, 10, 'NODE2VEC')).toEqual(exact);
    }
    const [node2vec, fastrp] = await checkVectorIndexes(graph);
    expect(node2vec).toMatchObject({
      status: 'ok',
      found: expect.stringMatching(/^recall@10 (1\.000|0\.9\d\d)$/),
    });
    expect(fastrp).toMatchObject({ status: 'warn', found: 'missing' });
  });

  test('are refused for films that do not exist or have no embedding', async () => {
    await createVectorIndex(graph, 'NODE2VEC');
    await expect(findIndexNeighbors(graph, 'none', 5, 'NODE2VEC')).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(findIndexNeighbors(graph, 'new', 5, 'NODE2VEC')).rejects.toMatchObject({
      code: 'EMBEDDINGS_MISSING',
    });
  });
});
