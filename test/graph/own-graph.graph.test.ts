import { join } from 'node:path';
import { writeEmbeddings } from '../../src/embeddings/write-embeddings';
import { connectGraph } from '../../src/graph/connect-graph';
import { createConstraints, missingIndexes } from '../../src/graph/constraints';
import type { Graph } from '../../src/graph/graph';
import { readMappingFile } from '../../src/mapping-file';
import { silentProgress } from '../../src/progress';
import { type Answers, askOperation, OPERATIONS, startExampleTrial } from '../examples/operations';
import { createTestService, type TestService } from '../graphql/test-service';
import { startTestServer, type TestServer } from '../http/test-server';
import { openTestGraph, testGraphAddress } from '../test-graph';

/**
 * A graph like Neo4j's recommendations sandbox: integer ids, fractional ratings, names in one property, a director who
 * does not act, movies without genres, users without ratings. Movie 61 has no title, and movie 62 has no id.
 */
const SANDBOX = `
  UNWIND range(1, 60) AS number
  CREATE (movie:Movie {movieId: number, title: 'Movie ' + number, year: 1960 + number, plot: 'A plot', imdbRating: 7.1,
    languages: ['English']})
  MERGE (person:Person:Actor {name: ['Ada Beck', 'Cher', 'Max von Sydow', 'Bo Li'][number % 4]})
  CREATE (person)-[:ACTED_IN {role: 'Lead'}]->(movie)
  FOREACH (_ IN CASE WHEN number % 10 = 0 THEN [] ELSE [1] END |
    MERGE (genre:Genre {name: ['Comedy', 'Drama', 'Sci-Fi'][number % 3]})
    CREATE (movie)-[:IN_GENRE]->(genre))
  WITH collect(movie) AS movies
  CREATE (:User {userId: 99, name: 'Silent User'}), (:Person:Director {name: 'Agnes Varda'})
  CREATE (:Movie {movieId: 61}), (nameless:Movie {title: 'Without an id'})
  WITH movies, nameless
  UNWIND range(1, 30) AS number
  CREATE (user:User {userId: number, name: 'User ' + number})-[:RATED {rating: 5.0, timestamp: 1000000000}]->(nameless)
  WITH user, number, movies
  UNWIND range(0, 14) AS turn
  WITH user, number, turn, movies[(number * 7 + turn * (1 + number % 3)) % 60] AS movie
  CREATE (user)-[:RATED {rating: CASE turn % 5 WHEN 4 THEN 1.5 ELSE 4.5 END,
    timestamp: 1000000000 + turn * 86400 + number}]->(movie)`;

/** A hash of all nodes of the sandbox and of their relationships, without embeddings. */
const HASH = `
  MATCH (node:Movie|Person|Genre|User)
  WITH node ORDER BY elementId(node)
  WITH elementId(node) AS id, labels(node) AS labels,
    apoc.map.removeKeys(properties(node), ['node2vecEmbedding', 'fastrpEmbedding']) AS properties,
    COLLECT { MATCH (node)-[one]-(other) RETURN [elementId(one), type(one), properties(one), labels(other)]
      ORDER BY elementId(one) } AS relationships
  RETURN apoc.util.md5(collect([id, labels, properties, relationships])) AS hash`;

const FILE = join(__dirname, '..', '..', 'examples', 'own-graph', 'reelgraph.config.json');

describe('a graph like the recommendations sandbox, with a mapping file', () => {
  let graph: Graph;
  let service: TestService;
  let server: TestServer;
  let before: string;
  const hash = async () => (await graph.read<{ hash: string }>(HASH))[0].hash;
  beforeAll(async () => {
    const plain = await openTestGraph();
    await plain.write(SANDBOX);
    await plain.close();
    graph = await connectGraph(testGraphAddress(), { mapping: readMappingFile(FILE) });
    before = await hash();
    await createConstraints(graph);
    await writeEmbeddings(graph, ['NODE2VEC', 'FASTRP'], silentProgress);
    service = await createTestService(graph);
    server = await startTestServer(graph);
  });
  afterAll(async () => {
    await server.close();
    await service.recommender.close();
    await graph.close();
  });

  it('detects id types', () => {
    const { film, customer, actor } = graph.model;
    expect([film.idType, customer.idType, actor.idType]).toEqual(['integer', 'integer', 'string']);
  });

  it('returns films, people, categories and neighbors', async () => {
    const { data, errors } = await service.ask(`{
      films(where: { filmId: { in: ["7", "07", "7.0", "61", "x"] } }) {
        filmId title description releaseYear length actors { actorId firstName lastName } categories { name }
        neighbors(first: 1) { film { title } }
      }
      actors(where: { lastName: { startsWith: "von" } }) { firstName films(where: { releaseYear: { lt: 1964 } }) { title } }
      contains: filmsConnection(where: { filmId: { contains: "6" } }) { totalCount }
      all: filmsConnection { totalCount }
    }`);
    expect(errors).toEqual([]);
    expect(data.films).toEqual([
      {
        filmId: '7',
        title: 'Movie 7',
        description: 'A plot',
        releaseYear: 1967,
        length: null,
        actors: [{ actorId: 'Bo Li', firstName: 'Bo', lastName: 'Li' }],
        categories: [{ name: 'Drama' }],
        neighbors: [{ film: { title: expect.stringMatching(/^Movie/) } }],
      },
    ]);
    expect(data.actors).toEqual([{ firstName: 'Max', films: [{ title: 'Movie 2' }] }]);
    expect(data.contains.totalCount).toBe(7);
    expect(data.all.totalCount).toBe(60);
  });

  it('counts ratings at or above the threshold as rentals, and computes fans', async () => {
    const { data, errors } = await service.ask(`{
      customers(where: { customerId: { eq: "6" } }) {
        firstName lastName
        rentedConnection(first: 1, sort: { edge: { firstAt: ASC } }) {
          totalCount edges { node { filmId } properties { firstAt lastAt times rating } }
        }
        fanOf(sort: { firstName: ASC }) { firstName }
        fanOfConnection { totalCount }
      }
      silent: customers(where: { customerId: { eq: "99" } }) { rented { title } fanOf { actorId }
        recommendations(first: 3) { items { film { title } } } }
      fans: customersConnection(where: { fanOf: { some: { actorId: { eq: "Cher" } } } }) { totalCount }
      system { counts { films customers rentals fanOf } }
    }`);
    expect(errors).toEqual([]);
    const [customer] = data.customers;
    expect(customer).toMatchObject({ firstName: 'User', lastName: '6' });
    expect(customer.rentedConnection).toEqual({
      totalCount: 12,
      edges: [
        {
          node: { filmId: '43' },
          properties: {
            firstAt: '2001-09-09T01:46:46.000Z',
            lastAt: '2001-09-09T01:46:46.000Z',
            times: 1,
            rating: 4.5,
          },
        },
      ],
    });
    const fans = await graph.read<{ user: number; actors: string[] }>(`
      MATCH (user:User)-[rated:RATED WHERE rated.rating >= 3]->(movie:Movie)<-[:ACTED_IN]-(actor:Actor)
      WHERE movie.movieId IS NOT NULL
      WITH user, actor, count(*) AS films WHERE films > 2
      RETURN user.userId AS user, apoc.coll.sort(collect(actor.name)) AS actors`);
    const own = fans.find(({ user }) => user === 6)?.actors ?? [];
    expect(own.length).toBeGreaterThan(0);
    expect(customer.fanOf.map(({ firstName }: { firstName: string }) => firstName)).toEqual(
      own.map((name) => name.split(' ')[0]),
    );
    expect(customer.fanOfConnection.totalCount).toBe(own.length);
    expect(data.fans.totalCount).toBe(fans.filter(({ actors }) => actors.includes('Cher')).length);
    expect(data.silent[0]).toMatchObject({ rented: [], fanOf: [] });
    expect(data.silent[0].recommendations.items).toHaveLength(3);
    expect(data.system.counts).toEqual({ films: 62, customers: 31, rentals: 390, fanOf: null });
  });

  it('lets a customer see their own data only', async () => {
    const query = '{ customers { customerId } }';
    const { data } = await service.ask(query, {}, { role: 'customer', customerId: '6' });
    expect(data.customers).toEqual([{ customerId: '6' }]);
  });

  it('leaves the nodes unchanged when it recommends', async () => {
    const { errors } = await service.ask(
      '{ recommendations(customer: "6", first: 10) { items { film { title } reasons { text } } } }',
    );
    expect(errors).toEqual([]);
    await service.recommender.close();
    expect(await hash()).toBe(before);
  });

  it('recommends the indexes that lookups need, and creates none on the mapped labels', async () => {
    const missing = (await missingIndexes(graph)).map(({ statement }) => statement);
    expect(missing).toContain('CREATE INDEX FOR (node:Movie) ON (node.movieId)');
    const indexes = await graph.run<{ labels: string[] }>(
      'SHOW INDEXES YIELD labelsOrTypes AS labels WHERE labels IS NOT NULL RETURN labels',
    );
    expect(indexes.flatMap(({ labels }) => labels)).not.toContain('Movie');
  });

  it('executes the example operations and writes only the rental', async () => {
    const answers: Answers = {};
    await startExampleTrial(graph);
    for (const operation of OPERATIONS) await askOperation(server.url, operation, answers);
    const recorded = await graph.read<{ timestamp: unknown }>(
      `MATCH (:User {userId: 1})-[rated:RATED]->() WHERE rated.timestamp > 1500000000
       RETURN rated.timestamp AS timestamp`,
    );
    expect(recorded).toEqual([{ timestamp: expect.any(Number) }]);
    await graph.write('MATCH ()-[rated:RATED]->() WHERE rated.timestamp > 1500000000 DELETE rated');
    expect(await hash()).toBe(before);
  });
});
