import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Graph } from '../../../src/graph/graph';
import { silentProgress } from '../../../src/progress';
import { importMovielens } from '../../../src/store/movielens/import-movielens';
import { openTestGraph } from '../../test-graph';
import { dataFolder, describeWithData } from '../../shared-data';
import { countStore } from '../count-store';

const folderWith = (files: Record<string, string | Buffer>) => {
  const folder = mkdtempSync(join(tmpdir(), 'reelgraph-movielens-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
};

describe('import of MovieLens', () => {
  let graph: Graph;
  const load = (from: string) => importMovielens(graph, { from, progress: silentProgress });
  const films = () =>
    graph.read(`MATCH (film:Film) OPTIONAL MATCH (film)-[:OF_GENRE]->(category)
      WITH film, category ORDER BY category.Name
      RETURN film.filmID AS id, film.Title AS title, film.ReleaseYear AS year, collect(category.Name) AS genres
      ORDER BY toInteger(id)`);

  beforeEach(async () => void (graph = await openTestGraph()));
  afterEach(() => graph.close());

  it('reads ratings.csv and movies.csv', async () => {
    const movies =
      'movieId,title,genres\n1,"American President, The (1995)",Comedy|Drama\n7,Nameless,(no genres listed)\n';
    const ratings =
      'userId,movieId,rating,timestamp\n1,1,4.0,964982703\n1,7,3.5,964982704\n2,1,5,964982705\n1,1,5,964982706\n';
    await load(folderWith({ 'movies.csv': movies, 'ratings.csv': ratings }));
    expect(await films()).toEqual([
      { id: '1', title: 'American President, The', year: 1995, genres: ['Comedy', 'Drama'] },
      { id: '7', title: 'Nameless', year: null, genres: [] },
    ]);
    expect(await countStore(graph)).toMatchObject({
      customers: 2,
      rented: 3,
      rentals: 4,
      categories: 2,
      actors: 0,
    });
    const [{ at }] = await graph.read<{ at: number }>(
      `MATCH ({customerID: '2'})-[rented:RENTED]->() RETURN rented.firstAt.epochSeconds AS at`,
    );
    expect(at).toBe(964_982_705);
  });

  it('reads u.data and u.item', async () => {
    const flags = (genre: number) => Array.from({ length: 19 }, (_, at) => (at === genre ? 1 : 0)).join('|');
    const item = Buffer.from(
      `1|Misérables, Les (1995)|01-Jan-1995||http://example.com|${flags(8)}\n2|unknown||||${flags(0)}\n`,
      'latin1',
    );
    await load(folderWith({ 'u.item': item, 'u.data': '196\t1\t3\t881250949\n186\t2\t3\t891717742\n' }));
    expect(await films()).toEqual([
      { id: '1', title: 'Misérables, Les', year: 1995, genres: ['Drama'] },
      { id: '2', title: 'unknown', year: null, genres: [] },
    ]);
  });

  it('names a rating of an unknown film by its line, and writes nothing', async () => {
    const movies = 'movieId,title,genres\n1,Toy Story (1995),Comedy\n';
    const ratings = 'userId,movieId,rating,timestamp\n1,1,4.0,964982703\n1,2,4.0,964982703\n';
    await expect(load(folderWith({ 'movies.csv': movies, 'ratings.csv': ratings }))).rejects.toThrow(
      /^ratings\.csv line 3: movieId 2 is not in movies\.csv\./,
    );
    await expect(load(folderWith({ 'movies.csv': 'id\n', 'ratings.csv': '' }))).rejects.toThrow(
      'movies.csv line 1: the header names no movieId, no title, no genres.',
    );
    await expect(load(folderWith({ 'readme.txt': '' }))).rejects.toThrow(/holds no MovieLens data/);
    expect((await countStore(graph)).films).toBe(0);
  });
});

describeWithData('ml-100k', 'import of MovieLens-100K', () => {
  it('holds every film, user and rating', async () => {
    const graph = await openTestGraph();
    const folder = dataFolder('ml-100k');
    await importMovielens(graph, { from: folder, progress: silentProgress });
    const lines = (name: string) => readFileSync(join(folder, name), 'utf8').trim().split('\n').length - 1;
    const counts = await countStore(graph);
    expect(counts).toMatchObject({
      films: lines('ml-100k.item'),
      customers: 943,
      rentals: 100_000,
      rented: 100_000,
    });
    expect(counts).toMatchObject({ categories: 18, actors: 0, fanOf: 0 });
    await graph.close();
  });
});
