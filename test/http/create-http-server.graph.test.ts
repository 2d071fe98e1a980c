import { ADMIN } from '../../src/graphql/access/viewer';
import { createContext } from '../../src/graphql/context';
import { buildSchemas } from '../../src/graphql/build-schema';
import type { Graph } from '../../src/graph/graph';
import { createHttpServer, type HttpServer } from '../../src/http/create-http-server';
import { createRecommender } from '../../src/recommender/recommender';
import { loadEngine } from '../../src/recommender/engine/load-engine';
import { openTestGraph } from '../test-graph';

describe('the HTTP server', () => {
  let graph: Graph;
  let server: HttpServer;
  let ready = true;
  const failures: unknown[] = [];

  const start = async (port: number) => {
    const recommender = createRecommender(graph, await loadEngine('cpu'), 1);
    const schemas = await buildSchemas(graph.driver);
    return createHttpServer({
      host: '127.0.0.1',
      port,
      schema: schemas.api,
      createContext: () => createContext(recommender, schemas, ADMIN),
      isReady: () => (ready ? Promise.resolve() : Promise.reject(new Error('not ready'))),
      logFailure: (error) => failures.push(error),
    });
  };

  beforeAll(async () => {
    graph = await openTestGraph();
    await graph.write(`CREATE (:Film {filmID: '1', Title: 'Alone'})`);
    server = await start(0);
  });
  afterAll(async () => {
    await server.close();
    await graph.close();
  });

  const post = async (query: string) => {
    const response = await fetch(server.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    return (await response.json()) as { data: unknown; errors?: { message: string; extensions: object }[] };
  };
  const page = (path: string) => fetch(new URL(path, server.url), { headers: { accept: 'text/html' } });

  it('answers from the graph', async () => {
    expect(await post('{ films { filmId title actors { lastName } } }')).toEqual({
      data: { films: [{ filmId: '1', title: 'Alone', actors: [] }] },
    });
  });

  it('says what to run where embeddings are missing', async () => {
    for (const query of ['{ embeddingNeighbors(film: "1") { score } }', 'mutation { trainStep { step } }']) {
      const { errors } = await post(query);
      expect(errors).toEqual([
        expect.objectContaining({
          message: expect.stringMatching(/mutation writeEmbeddings or the command reelgraph embed/),
          extensions: { code: 'EMBEDDINGS_MISSING' },
        }),
      ]);
    }
  });

  it('masks what nobody foresaw, and tells the operator', async () => {
    await graph.write(`CREATE (:Film {filmID: '2'})`);
    const { errors } = await post('{ films { title } }');
    await graph.write(`MATCH (film:Film {filmID: '2'}) DELETE film`);
    expect(errors).toEqual([
      expect.objectContaining({
        message: 'The service failed. The reason is in its log.',
        extensions: { code: 'INTERNAL_SERVER_ERROR' },
      }),
    ]);
    expect(failures).toHaveLength(1);
  });

  it('keeps the message of what GraphQL itself refuses', async () => {
    const { errors } = await post('{ films { nothing } }');
    expect(errors?.[0]).toMatchObject({
      message: expect.stringMatching(/^Cannot query field "nothing" on type "Film"/),
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
    });
  });

  it('opens Sandbox for a browser, the bundled IDE where that cannot load, both with the examples', async () => {
    const sandbox = await (await page('/graphql')).text();
    expect(sandbox).toContain('EmbeddedSandbox');
    expect(sandbox).toContain("location.replace('/ide/')");
    expect(sandbox).toContain('query Recommendations');
    const ide = await (await page('/ide/')).text();
    expect(ide).toContain('query EmbeddingNeighbors');
    const script = /src="([^"]+\.js)"/.exec(ide)?.[1] as string;
    expect((await page(new URL(script, new URL('/ide/', server.url)).pathname)).status).toBe(200);
  });

  it('says whether it lives and whether it can answer', async () => {
    expect((await page('/healthz')).status).toBe(200);
    expect((await page('/readyz')).status).toBe(200);
    ready = false;
    expect((await page('/readyz')).status).toBe(503);
    ready = true;
  });

  it('refuses a port that is taken', async () => {
    await expect(start(Number(new URL(server.url).port))).rejects.toThrow(
      /Port \d+ is taken.*PORT=\d+ npm start/,
    );
  });
});
