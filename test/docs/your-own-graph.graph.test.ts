import type { Graph } from '../../src/graph/graph';
import { createConstraints } from '../../src/graph/constraints';
import { createTestService } from '../graphql/test-service';
import { openTestGraph } from '../test-graph';
import { codeBlocks } from './read-document';

/** A few nodes as Neo4j's recommendations sandbox has them. */
const SANDBOX = `
  UNWIND range(1, 12) AS movie
  CREATE (m:Movie {movieId: toString(movie), title: 'Movie ' + movie, year: 1990 + movie})
  MERGE (genre:Genre {name: ['Comedy', 'Drama', 'Sci-Fi'][movie % 3]})
  CREATE (m)-[:IN_GENRE]->(genre)
  MERGE (person:Person:Actor {name: ['Ada Beck', 'Cher', 'Max von Sydow'][movie % 3]})
  CREATE (person)-[:ACTED_IN {role: 'Lead'}]->(m)
  WITH collect(m) AS movies
  UNWIND range(1, 6) AS number
  CREATE (user:User {userId: toString(number), name: 'User ' + number})
  WITH user, number, movies
  UNWIND range(0, 4) AS turn
  WITH user, movies[(number + [0, 3, 6, 1, 2][turn]) % 12] AS movie, turn
  CREATE (user)-[:RATED {rating: CASE turn WHEN 4 THEN 1.0 ELSE 4.5 END, timestamp: 1000000000 + turn * 86400}]->(movie)`;

describe('the statements of docs/your-own-graph.md', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await openTestGraph();
    await graph.write(SANDBOX);
    for (const statement of codeBlocks('docs/your-own-graph.md', 'cypher')) {
      await graph.write(statement.trim().replace(/;$/, ''));
    }
  });
  afterAll(() => graph.close());

  it('make ids unique by constraint possible', async () => {
    await createConstraints(graph);
  });

  it('give people, genres, rentals and fans', async () => {
    const actors = await graph.read(
      'MATCH (actor:Actor) RETURN actor.firstName AS firstName, actor.lastName AS lastName ORDER BY firstName',
    );
    expect(actors).toEqual([
      { firstName: 'Ada', lastName: 'Beck' },
      { firstName: 'Cher', lastName: '' },
      { firstName: 'Max', lastName: 'von Sydow' },
    ]);
    const [counts] = await graph.read(
      `RETURN COUNT {(:Customer)-[:RENTED]->(:Film)} AS rented, COUNT {(:Film)-[:OF_GENRE]->(:Category)} AS genres,
         COUNT {(:Customer)-[:FAN_OF]->(:Actor)} AS fans`,
    );
    expect(counts).toEqual({ rented: 24, genres: 12, fans: 6 });
  });

  it('make a graph that recommendations and their reasons come from', async () => {
    const service = await createTestService(graph);
    const { data, errors } = await service.ask(`{
      recommendations(customer: "1", first: 3, policy: ITEM_KNN) {
        items { film { title releaseYear categories { name } actors { lastName } } reasons { text } }
      }
      customers(where: { customerId: { eq: "1" } }) { rentedConnection { edges { properties { firstAt times } } } }
    }`);
    await service.recommender.close();
    expect(errors).toEqual([]);
    expect(data.recommendations.items).toHaveLength(3);
    expect(JSON.stringify(data.recommendations)).toMatch(/which this customer rented/);
    expect(data.customers[0].rentedConnection.edges[0].properties).toMatchObject({
      firstAt: expect.stringMatching(/^2001-09-/),
      times: 1,
    });
  });
});
