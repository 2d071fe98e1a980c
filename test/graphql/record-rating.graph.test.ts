import type { Graph } from '../../src/graph/graph';
import { createGraphModel } from '../../src/graph/graph-model';
import { type GraphMapping, OWN_NAMES } from '../../src/graph/graph-mapping';
import { loadRentalLog } from '../../src/recommender/rentals/load-rental-log';
import { recordRating } from '../../src/recommender/rentals/record-rating';
import { openTestGraph } from '../test-graph';
import { createTestService, fillWithRandomEmbeddings, type TestService } from './test-service';

const RATE = `mutation ($input: RecordRatingInput!) {
  recordRating(input: $input) { rating film { filmId title } customer { customerId } }
}`;

describe('recordRating', () => {
  let graph: Graph;
  let service: TestService;
  let film: string;
  let unrented: string;
  beforeAll(async () => {
    graph = await openTestGraph();
    await fillWithRandomEmbeddings(graph);
    service = await createTestService(graph);
    const [row] = await graph.read<{ rented: string; other: string }>(
      `MATCH (customer:Customer {customerID: '1'})
       RETURN head(COLLECT { MATCH (customer)-[:RENTED]->(film) RETURN film.filmID }) AS rented,
         head(COLLECT { MATCH (film:Film) WHERE NOT EXISTS {(customer)-[:RENTED]->(film)} RETURN film.filmID }) AS other`,
    );
    [film, unrented] = [row.rented, row.other];
  });
  afterAll(async () => {
    await service.recommender.close();
    await graph.close();
  });

  const rate = (input: object) => service.ask(RATE, { input: { customer: '1', film, rating: 4, ...input } });
  const stored = () =>
    graph.read('MATCH ()-[rented:RENTED]->() WHERE rented.rating IS NOT NULL RETURN rented.rating AS rating');

  it('stores one rating of a rented film, which the learners read', async () => {
    for (const rating of [2, 4.5, 4.5]) {
      const { data, errors } = await rate({ rating });
      expect(errors).toEqual([]);
      expect(data.recordRating).toEqual({
        rating,
        film: { filmId: film, title: expect.any(String) },
        customer: { customerId: '1' },
      });
    }
    expect(await stored()).toEqual([{ rating: 4.5 }]);
    const { films } = await service.recommender.catalogue();
    const { ratings = [] } = await loadRentalLog(graph, films);
    expect(ratings.flatMap((row) => [...row]).filter((rating) => !Number.isNaN(rating))).toEqual([4.5]);
  });

  it.each([
    ['an unknown customer', { customer: 'nobody' }, 'NOT_FOUND', /customer.*"nobody"/],
    ['an unknown film', { film: 'nothing' }, 'NOT_FOUND', /film.*"nothing"/],
    ['a negative rating', { rating: -1 }, 'BAD_USER_INPUT', /rating -1.*between 0 and 100/],
    ['a rating above any scale', { rating: 101 }, 'BAD_USER_INPUT', /between 0 and 100/],
  ])('refuses %s', async (_name, input, code, message) => {
    const before = await stored();
    expect((await rate(input)).errors).toEqual([{ code, message: expect.stringMatching(message) }]);
    expect(await stored()).toEqual(before);
  });

  it('refuses a film that the customer has not rented', async () => {
    const { errors } = await rate({ film: unrented });
    expect(errors).toEqual([
      { code: 'BAD_USER_INPUT', message: expect.stringMatching(/has not rented the film.*recordRental/) },
    ]);
  });

  it('of a mapped graph rates the latest rental, also one that its rating excluded', async () => {
    await graph.write(
      `CREATE (user:User {userId: 7}), (movie:Movie {movieId: 8, title: 'Mapped'}),
         (user)-[:RATED {at: 1000, stars: 5}]->(movie), (user)-[:RATED {at: 2000, stars: 1}]->(movie)`,
    );
    const rented = {
      ...OWN_NAMES.rented,
      type: 'RATED',
      time: 'at',
      lastTime: null,
      times: null,
      rating: 'stars',
      threshold: 3,
    };
    const mapping = {
      ...OWN_NAMES,
      film: { ...OWN_NAMES.film, label: 'Movie', id: 'movieId', idType: 'integer' as const, title: 'title' },
      customer: { ...OWN_NAMES.customer, label: 'User', id: 'userId', idType: 'integer' as const },
      rented,
    };
    const withModel = (own: GraphMapping): Graph => ({ ...graph, model: createGraphModel(own) });
    const rating = { customer: '7', film: '8', rating: 4 };
    expect(await recordRating(withModel(mapping), rating)).toEqual(rating);
    expect(await graph.read('MATCH (:User)-[r:RATED]->() RETURN r.stars AS stars ORDER BY r.at')).toEqual([
      { stars: 5 },
      { stars: 4 },
    ]);
    const unrated = { ...mapping, rented: { ...rented, rating: null, threshold: null } };
    await expect(recordRating(withModel(unrated), rating)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      message: expect.stringMatching(/rented\.rating/),
    });
  });
});
