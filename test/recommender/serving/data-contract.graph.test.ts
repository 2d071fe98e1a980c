import { createConstraints } from '../../../src/graph/constraints';
import type { Graph } from '../../../src/graph/graph';
import { checkPreconditions } from '../../../src/recommender/serving/data-contract';
import { createTestService, type TestService } from '../../graphql/test-service';
import { openTestGraph } from '../../test-graph';

/** Eight good films and customers; every other node, embedding and rental has one fault. */
const DATA = [
  `UNWIND range(1, 8) AS number
   CREATE (:Film {filmID: toString(number), Title: 'Film ' + number,
     node2vecEmbedding: [toFloat(number), 1.0, toFloat(number % 3)], fastrpEmbedding: [1.0, toFloat(number)]})
   CREATE (:Customer {customerID: toString(number), firstName: 'C', lastName: toString(number)})`,
  `CREATE (:Film {filmID: 'untitled', node2vecEmbedding: [1.0, 1.0, 1.0]}), (:Film {filmID: 'number title', Title: 300}),
     (:Film {Title: 'No id'}), (:Film {filmID: 9, Title: 'Number id'}), (:Film {filmID: '8', Title: 'Shares id 8'}),
     (:Film {filmID: 'text', Title: 'Text', node2vecEmbedding: ['a', 'b', 'c']}),
     (:Film {filmID: 'scalar', Title: 'Scalar', node2vecEmbedding: 'vector'}),
     (:Film {filmID: 'short', Title: 'Short', node2vecEmbedding: [1.0]}),
     (:Film {filmID: 'nan', Title: 'NaN', node2vecEmbedding: [1.0, 0.0 / 0.0, 2.0]}),
     (:Film {filmID: 'infinite', Title: 'Infinite', node2vecEmbedding: [1.0, 1.0 / 0.0, 2.0]}),
     (:Film {filmID: 'zero', Title: 'Zero', node2vecEmbedding: [0.0, 0.0, 0.0]}),
     (:Customer {firstName: 'No id'}), (:Customer {customerID: 12}), (:Customer {customerID: '1', firstName: 'Shares id 1'}),
     (:Actor {firstName: 'No id'})-[:ACTED_IN]->(:Film {filmID: 'acted', Title: 'Acted'}),
     (:Category)<-[:OF_GENRE]-(:Film {filmID: 'listed', Title: 'Listed'})`,
  `UNWIND [
     ['1', datetime('2020-01-08T00:00:00+02:00')], ['2', localdatetime('2020-01-07T00:00:00')], ['3', date('2020-01-06')],
     ['4', 1578182400], ['5', 1578096000000], ['6', '2020-01-03 00:00:00'], ['7', null], ['8', '2020-02-30']
   ] AS row
   MATCH (film:Film {filmID: row[0]}), (customer:Customer {customerID: '1'}) WHERE customer.lastName = '1'
   CREATE (customer)-[:RENTED {firstAt: row[1], lastAt: row[1], times: 1}]->(film)`,
  `MATCH (film:Film {filmID: '1'}), (customer:Customer {customerID: '2'})
   CREATE (customer)-[:RENTED {firstAt: datetime('2020-01-02'), times: 1}]->(film),
     (customer)-[:RENTED {firstAt: datetime('2020-01-01'), times: 1}]->(film)`,
  `MATCH (film:Film {Title: 'No id'}), (other:Film {filmID: '2'}), (customer:Customer {customerID: '2'})
   CREATE (customer)-[:RENTED {firstAt: datetime(), times: 1}]->(film),
     (customer)-[:RENTED {firstAt: datetime('2019-01-01'), times: 1}]->(other)`,
  `MATCH (film:Film {filmID: '3'}), (customer:Customer {customerID: 12})
   CREATE (customer)-[:RENTED {firstAt: datetime(), times: 1}]->(film)`,
  `UNWIND range(3, 8) AS number
   MATCH (customer:Customer {customerID: toString(number)}), (film:Film)
   WHERE film.filmID IN [toString(number), toString(number % 8 + 1), '1']
   CREATE (customer)-[:RENTED {firstAt: datetime('2021-01-01') + duration({days: number}), times: 1}]->(film)`,
  `MATCH (film:Film {filmID: '3'}), (other:Film {filmID: '2'}), (customer:Customer {customerID: '4'})
   CREATE (customer)-[:RENTED {firstAt: datetime('2999-01-01'), times: 1}]->(film),
     (customer)-[:RENTED {firstAt: localdatetime() + duration({hours: 14}), times: 1}]->(other)`,
];

let graph: Graph;
let service: TestService;

async function start(): Promise<void> {
  graph = await openTestGraph();
  for (const statement of DATA) await graph.write(statement);
  service = await createTestService(graph);
}

async function stop(): Promise<void> {
  await service.recommender.close();
  await graph.close();
}

const issues = async () =>
  Object.fromEntries(
    (await checkPreconditions(graph)).flatMap(({ precondition: { subject }, issue }) =>
      issue ? [[subject, issue]] : [],
    ),
  );

describe('data that does not meet the preconditions', () => {
  beforeAll(start);
  afterAll(stop);

  it('is counted with examples', async () => {
    const found = await issues();
    expect(found['Film ids']).toMatchObject({
      count: 2,
      examples: expect.arrayContaining(['No id', '9']),
      isLeftOut: true,
    });
    expect(found['Readable times'].examples).toEqual(Array(2).fill('1 → 8: 2020-02-30'));
    const counts = Object.entries(found).map(([subject, { count }]) => [subject, count]);
    expect(Object.fromEntries(counts)).toMatchObject({
      Titles: 2,
      'Unique film ids': 1,
      'Customer ids': 2,
      'Unique customer ids': 1,
      'Actor ids': 1,
      'Category ids': 1,
      'Rental times': 1,
      'Readable times': 2,
      'Future rentals': 1,
      'Duplicate rentals': 1,
      'Rental ends': 2,
      'Vectors NODE2VEC': 6,
    });
    const { data } = await service.ask(
      '{ system { dataIssues { description count isLeftOut examples remedy } } }',
    );
    expect(data.system.dataIssues).toEqual(Object.values(found));
  });

  it('does not stop the service from starting', async () => {
    expect(await createConstraints(graph)).toEqual(['Film(filmID)', 'Customer(customerID)']);
  });

  it('is left out of the catalogue', async () => {
    const { films, embeddings } = await service.recommender.catalogue();
    const good = ['1', '2', '3', '4', '5', '6', '7', '8'];
    const faultyVectors = ['acted', 'infinite', 'listed', 'nan', 'scalar', 'short', 'text', 'zero'];
    expect(films).toEqual([...good, ...faultyVectors]);
    expect(embeddings.NODE2VEC?.dimension).toBe(3);
    const vectors = embeddings.NODE2VEC?.vectors ?? [];
    expect(vectors.slice(8 * 3).every((value) => value === 0)).toBe(true);
    expect(vectors.slice(0, 7 * 3).every(Number.isFinite)).toBe(true);
  });

  it('does not change the order of rentals, whatever the format of their times', async () => {
    const { numbers, films } = await service.recommender.catalogue();
    const [first, second, fourth] = await service.recommender.histories(
      { numbers } as Parameters<typeof service.recommender.histories>[0],
      ['1', '2', '4'],
    );
    const ids = (history: typeof first) => Array.from(history as Int32Array, (film) => films[film]);
    expect(ids(first)).toEqual(['8', '7', '6', '5', '4', '3', '2', '1']);
    expect(ids(second)).toEqual(['2', '1']);
    // A rental in the future comes first, because it cannot be the latest. Other zones are up to 14 hours ahead.
    expect(ids(fourth)).toEqual(['3', '1', '4', '5', '2']);
  });

  it('does not fail any list of the API', async () => {
    const { data, errors } = await service.ask(`{
      films(sort: { filmId: ASC }) { filmId title description actors { actorId } categories { categoryId } }
      customers(where: { lastName: { eq: "1" } }) {
        rented { title }
        rentedConnection(sort: { edge: { firstAt: ASC } }) { edges { node { filmId } properties { firstAt lastAt times } } }
        recommendations(first: 20) { items { film { filmId categories { name } } reasons { text } } }
      }
      actors { firstName } categories { name }
      recommendations(customer: "3", first: 20, policy: ITEM_KNN) { items { film { filmId title language } } }
      embeddingNeighbors(film: "1", first: 20) { score film { filmId language } }
      filmMap { film { filmId } }
    }`);
    expect(errors).toEqual([]);
    expect(data.films).toHaveLength(17);
    expect([...data.actors, ...data.categories]).toEqual([]);
    const [{ rentedConnection }] = data.customers;
    const times = rentedConnection.edges.map(
      ({ node, properties }: { node: { filmId: string }; properties: { firstAt: string | null } }) => [
        node.filmId,
        properties.firstAt,
      ],
    );
    expect(Object.fromEntries(times)).toEqual({
      1: '2020-01-07T22:00:00.000Z',
      2: '2020-01-07T00:00:00.000Z',
      3: '2020-01-06T00:00:00.000Z',
      4: '2020-01-05T00:00:00.000Z',
      5: '2020-01-04T00:00:00.000Z',
      6: '2020-01-03T00:00:00.000Z',
      7: null,
      8: null,
    });
    const neighbors = data.embeddingNeighbors.map(({ film }: { film: { filmId: string } }) => film.filmId);
    expect([...neighbors].sort()).toEqual(expect.arrayContaining(['2', '3', '4', '5', '6', '7']));
    expect(neighbors).not.toContain('nan');
  });
});

describe('a graph with such data', () => {
  beforeEach(start);
  afterEach(stop);

  it('leaves a deleted film out of lists, even if the catalogue still contains it', async () => {
    const query = `{
      recommendations(customer: "3", first: 20, policy: POPULARITY) { items { film { filmId title categories { name } } } }
      embeddingNeighbors(film: "1", first: 20) { one: film { language } two: film { filmId actors { lastName } } }
    }`;
    const before = await service.ask(query);
    await graph.write("MATCH (film:Film {filmID: '6'}) DETACH DELETE film");
    const { data, errors } = await service.ask(query);
    expect(errors).toEqual([]);
    const ids = ({ items }: { items: { film: { filmId: string } }[] }) =>
      items.map(({ film }) => film.filmId);
    expect(ids(before.data.recommendations)).toContain('6');
    expect(ids(data.recommendations)).toEqual(ids(before.data.recommendations).filter((id) => id !== '6'));
    expect(data.embeddingNeighbors).toHaveLength(before.data.embeddingNeighbors.length - 1);
  });

  it('is fixed by the statements of the remedies', async () => {
    for (const [subject, { remedy }] of Object.entries(await issues())) {
      const statement = /MATCH [^]*$|CALL \(\) [^]*$/.exec(remedy)?.[0];
      if (statement && subject !== 'Rental ends') await graph.write(statement);
    }
    const remaining = await issues();
    const leftOut = [
      'Film ids',
      'Titles',
      'Unique film ids',
      'Customer ids',
      'Unique customer ids',
      'Actor ids',
    ];
    const times = ['Rental times', 'Readable times', 'Future rentals', 'Duplicate rentals', 'Rental ends'];
    for (const subject of [...leftOut, 'Category ids', ...times, 'Vectors NODE2VEC'])
      expect([subject, remaining[subject]]).toEqual([subject, undefined]);
    expect(await createConstraints(graph)).toEqual([]);
  });
});
