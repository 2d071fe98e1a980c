import { setTimeout as wait } from 'node:timers/promises';
import { moveFilmVersion } from '../../../src/graph/film-version';
import type { Graph } from '../../../src/graph/graph';
import type { FilmCatalogue } from '../../../src/recommender/films/film-catalogue';
import { followFilmCatalogue } from '../../../src/recommender/films/follow-film-catalogue';
import { createTestLogger, strictLogger } from '../../test-logger';
import { openTestGraph } from '../../test-graph';

describe('a catalogue that is read in the background', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await openTestGraph();
  });
  beforeEach(async () => {
    await graph.write('MATCH (film:Film) DETACH DELETE film');
    await graph.write(`
      UNWIND range(1, 9) AS number
      CREATE (:Film {filmID: toString(number), Title: 'Film', node2vecEmbedding: [number, 1.0, 0.0]})`);
  });
  afterAll(() => graph.close());

  const addFilm = () =>
    graph.write(`CREATE (:Film {filmID: '10', Title: 'Film', node2vecEmbedding: [10.0, 1.0, 0.0]})`);
  const untilChanged = async (current: () => Promise<FilmCatalogue>, from: FilmCatalogue) => {
    let now = from;
    while (now === from) {
      await wait(10);
      now = await current();
    }
    return now;
  };

  test('is read by a worker thread, with the vectors in the graph', async () => {
    const options = { graph, ttlMs: 1, logger: strictLogger };
    const inThread = await followFilmCatalogue({ ...options, backgroundFilms: 1 })();
    const here = await followFilmCatalogue({ ...options, backgroundFilms: 100 })();
    expect(inThread.films).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9']);
    expect(inThread.embeddings.NODE2VEC?.vectors).toEqual(here.embeddings.NODE2VEC?.vectors);
    const query = Float32Array.of(1, 0.3, 0.1);
    const nearest = inThread.embeddings.NODE2VEC?.nearest.find(query, 3);
    expect(nearest).toEqual(here.embeddings.NODE2VEC?.nearest.find(query, 3));
    expect(inThread.embeddings.FASTRP).toBeUndefined();
  });

  test('stays in use until the changed films are read and prepared', async () => {
    const prepared: string[][] = [];
    let finish = () => {};
    const finished = new Promise<void>((resolve) => (finish = resolve));
    const current = followFilmCatalogue({
      graph,
      ttlMs: 1,
      logger: strictLogger,
      backgroundFilms: 1,
      prepare: async (next, before) => {
        prepared.push([...before.films, ...next.films.slice(9)]);
        await finished;
      },
    });
    const before = await current();
    await addFilm();
    while (prepared.length === 0) {
      await wait(10);
      expect(await current()).toBe(before);
    }
    expect(await current()).toBe(before);
    expect(prepared).toEqual([['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']]);
    finish();
    const after = await untilChanged(current, before);
    expect(after.films).toHaveLength(10);
    expect(prepared).toHaveLength(1);
  });

  test('stays in use if preparing the changed films fails; the failure is logged and the next check retries', async () => {
    const logger = createTestLogger();
    let failures = 1;
    const current = followFilmCatalogue({
      graph,
      ttlMs: 1,
      logger,
      backgroundFilms: 1,
      prepare: async () => {
        if (failures-- > 0) throw new Error('Preparing failed');
      },
    });
    const before = await current();
    await addFilm();
    expect((await untilChanged(current, before)).films).toHaveLength(10);
    expect(logger.lines.map(({ level, message }) => `${level}: ${message}`)).toEqual([
      'warn: Reading changed films failed; keeping the current ones',
    ]);
  });

  test('is read while callers wait, if there are few films', async () => {
    const current = followFilmCatalogue({ graph, ttlMs: 0, logger: strictLogger, backgroundFilms: 100 });
    expect((await current()).films).toHaveLength(9);
    await addFilm();
    expect((await current()).films).toHaveLength(10);
  });

  test.each([
    ['swapped', "MATCH (film:Film {filmID: '9'}) DELETE film CREATE (:Film {filmID: '11', Title: 'Film'})"],
    ['renamed', "MATCH (film:Film {filmID: '9'}) SET film.Title = 'Another'"],
    ['given an id of another type', "MATCH (film:Film {filmID: '9'}) SET film.filmID = 9"],
    ['embedded', "MATCH (film:Film {filmID: '9'}) SET film.fastrpEmbedding = [1.0]"],
    [
      'given another embedding',
      "MATCH (film:Film {filmID: '9'}) SET film.node2vecEmbedding = [9.0, 1.0, 0.5]",
    ],
    ['embedded again', 'MATCH (film:Film) SET film.node2vecEmbedding = [0.5, 0.5, 0.5]'],
  ])('shows films that another program has %s', async (_case, change) => {
    const current = followFilmCatalogue({ graph, ttlMs: 1, logger: strictLogger, backgroundFilms: 100 });
    const before = await current();
    await wait(5);
    expect(await current()).toBe(before);
    await graph.write(change);
    await wait(5);
    expect(await current()).not.toBe(before);
  });

  test('shows the embedding of any of many films that another program has replaced', async () => {
    await graph.write(`
      UNWIND range(10, 4100) AS number
      CREATE (:Film {filmID: toString(number), Title: 'Film', node2vecEmbedding: [toFloat(number), 1.0, 0.0]})`);
    const current = followFilmCatalogue({ graph, ttlMs: 1, logger: strictLogger, backgroundFilms: 5_000 });
    for (const film of ['10', '2500', '999']) {
      const before = await current();
      await graph.write('MATCH (film:Film {filmID: $film}) SET film.node2vecEmbedding = [0.0, 1.0, 2.0]', {
        film,
      });
      await untilChanged(current, before);
    }
  });

  test('shows embeddings that reelgraph has written at the next check, on every server', async () => {
    const servers = [1, 2].map(() => {
      const current = followFilmCatalogue({ graph, ttlMs: 0, logger: strictLogger, backgroundFilms: 100 });
      return current;
    });
    const before = await Promise.all(servers.map((current) => current()));
    await moveFilmVersion(graph);
    const after = await Promise.all(servers.map((current) => current()));
    after.forEach((catalogue, server) => expect(catalogue).not.toBe(before[server]));
  });
});
