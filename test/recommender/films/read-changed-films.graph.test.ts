import type { Graph } from '../../../src/graph/graph';
import { openFilmCatalogue, readFilmCatalogue } from '../../../src/recommender/films/film-catalogue';
import type { FilmCatalogueData } from '../../../src/recommender/films/film-catalogue-data';
import { openTestGraph } from '../../test-graph';

describe('films that changed since an earlier reading', () => {
  const FILMS = 60;
  let graph: Graph;
  beforeAll(async () => {
    graph = await openTestGraph();
  });
  beforeEach(async () => {
    await graph.write('MATCH (film:Film) DETACH DELETE film');
    await graph.write(
      `UNWIND range(1, $films) AS number
       CREATE (:Film {filmID: toString(number), Title: 'Film ' + number, node2vecEmbedding: [number, 0.5, 0.1, 1.0]})`,
      { films: FILMS },
    );
  });
  afterAll(() => graph.close());

  const open = async (data: FilmCatalogueData) => {
    const { films, titles, embeddings } = await openFilmCatalogue(data);
    return { films, titles, vectors: embeddings.NODE2VEC?.vectors };
  };
  /** Reads the changes. A number of every film in memory is marked, to see which films are not read again. */
  const readChanged = async (change: string) => {
    const earlier = await readFilmCatalogue(graph);
    await graph.write(change);
    const all = await open(await readFilmCatalogue(graph));
    earlier.embeddings.NODE2VEC?.vectors.forEach((_, i, vectors) => i % 4 === 1 && (vectors[i] = 7));
    const changed = await open(await readFilmCatalogue(graph, earlier));
    const isReadAgain = (number: number) => changed.vectors?.[number * 4 + 1] !== 7;
    const readAgain = changed.films.filter((_, number) => isReadAgain(number));
    const restored = changed.vectors?.map((value, i) => (i % 4 === 1 ? 0.5 : value));
    const expected = all.vectors?.map((value, i) => (i % 4 === 1 ? 0.5 : value));
    return { all: { ...all, vectors: expected }, changed: { ...changed, vectors: restored }, readAgain };
  };

  test.each([
    [
      'an added film',
      `CREATE (:Film {filmID: '7a', Title: 'New', node2vecEmbedding: [1.0, 0.5, 2.0, 3.0]})`,
      ['7a'],
    ],
    ['a renamed film', `MATCH (film:Film {filmID: '3'}) SET film.Title = 'Renamed'`, ['3']],
    [
      'another embedding',
      `MATCH (film:Film {filmID: '4'}) SET film.node2vecEmbedding = [9.0, 0.5, 0.1, 1.0]`,
      ['4'],
    ],
    ['a deleted film', `MATCH (film:Film {filmID: '5'}) DETACH DELETE film`, []],
    ['no change', `MATCH (film:Film {filmID: '5'}) SET film.Title = film.Title`, []],
  ])('are the only ones that are read for %s', async (_case, change, expected) => {
    const { all, changed, readAgain } = await readChanged(change);
    expect(changed).toEqual(all);
    expect(readAgain).toEqual(expected);
  });

  test('are read with all others if many changed', async () => {
    const { all, changed, readAgain } = await readChanged(
      `MATCH (film:Film) SET film.node2vecEmbedding = [0.5, 0.5, 0.5, 0.5]`,
    );
    expect(changed).toEqual(all);
    expect(readAgain).toHaveLength(FILMS);
  });
});
