import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Graph } from '../../../src/graph/graph';
import { silentProgress } from '../../../src/progress';
import { readMovielens } from '../../../src/store/movielens/read-movielens';
import { writeStore } from '../../../src/store/write-store';
import { openTestGraph } from '../../test-graph';
import { dataFolder, describeWithData } from '../../shared-data';
import { countStore } from '../count-store';

const folderWith = (files: Record<string, string | Buffer>) => {
  const folder = mkdtempSync(join(tmpdir(), 'reelgraph-movielens-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
};

const importMovielens = async (graph: Graph, from: string, minRating?: number) => {
  const { name, store } = await readMovielens(from);
  await writeStore(graph, store, { source: name, minRating, progress: silentProgress });
};

describe('import of MovieLens', () => {
  let graph: Graph;
  const load = (from: string, minRating?: number) => importMovielens(graph, from, minRating);
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

  it('keeps ratings, and writes those below the minimum as RATED instead of RENTED', async () => {
    const movies = 'movieId,title,genres\n1,Toy Story (1995),Comedy\n2,Heat (1995),Crime\n';
    const ratings = [
      'userId,movieId,rating,timestamp',
      '1,1,2.0,964982703',
      '1,1,4.5,964982704',
      '1,2,2.5,964982705',
      '2,1,3.0,964982706',
      '2,2,,964982707',
    ];
    await load(folderWith({ 'movies.csv': movies, 'ratings.csv': ratings.join('\n') }), 3);
    const kept = await graph.read(`
      MATCH (customer:Customer)-[kept:RENTED|RATED]->(film:Film)
      RETURN type(kept) + ' ' + customer.customerID + ' ' + film.filmID AS pair, kept.times AS times,
        kept.rating AS rating, kept.firstAt.epochSeconds AS at ORDER BY pair`);
    expect(kept).toEqual([
      { pair: 'RATED 1 1', times: 1, rating: 2, at: 964_982_703 },
      { pair: 'RATED 1 2', times: 1, rating: 2.5, at: 964_982_705 },
      { pair: 'RENTED 1 1', times: 1, rating: 4.5, at: 964_982_704 },
      { pair: 'RENTED 2 1', times: 1, rating: 3, at: 964_982_706 },
      { pair: 'RENTED 2 2', times: 1, rating: null, at: 964_982_707 },
    ]);
  });

  it('does not mix two data sets of the same format, and replaces one with the other on request', async () => {
    const movies = 'movieId,title,genres\n1,Toy Story (1995),Comedy\n';
    const rated = (movie: number) => `userId,movieId,rating,timestamp\n1,${movie},4.0,964982703\n`;
    const [first, second] = [1, 2].map((movie) =>
      folderWith({ 'movies.csv': movies.replace('\n1', `\n${movie}`), 'ratings.csv': rated(movie) }),
    );
    await load(first);
    await load(first);
    await expect(load(second)).rejects.toThrow(
      /^The graph contains another store, movielens .*add --replace/,
    );
    await expect(load(first, 3)).rejects.toThrow(
      /with all ratings as rentals, and this import has ratings from 3/,
    );
    const { name, store } = await readMovielens(second);
    await writeStore(graph, store, { source: name, replace: true, progress: silentProgress });
    expect(await films()).toMatchObject([{ id: '2' }]);
    expect(await countStore(graph)).toMatchObject({ films: 1, customers: 1, rented: 1 });
  });
});

describeWithData('ml-100k', 'import of MovieLens-100K', () => {
  it('contains every film, user and rating', async () => {
    const graph = await openTestGraph();
    const folder = dataFolder('ml-100k');
    await importMovielens(graph, folder);
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
