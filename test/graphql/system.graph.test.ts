import type { Graph } from '../../src/graph/graph';
import { openTestGraph } from '../test-graph';
import { createTestService, fillWithRandomEmbeddings, SMALL_STORE, type TestService } from './test-service';

describe('system', () => {
  let graph: Graph;
  let service: TestService;
  beforeAll(async () => {
    graph = await openTestGraph();
    await fillWithRandomEmbeddings(graph);
    service = await createTestService(graph);
  });
  afterAll(async () => {
    await service.recommender.close();
    await graph.close();
  });

  const today = () => new Date().toISOString().slice(0, 10);

  it('counts nodes and relationships and reports missing data', async () => {
    await graph.write("CREATE (:Film {filmID: 'lonely', Title: 'Lonely'})");
    const { data, errors } = await service.ask(
      '{ system { counts { films customers } dataIssues { description count } } }',
    );
    expect(errors).toEqual([]);
    expect(data.system.counts).toEqual({ films: SMALL_STORE.films + 1, customers: SMALL_STORE.customers });
    expect(data.system.dataIssues).toContainEqual({ description: 'Films without a category', count: 1 });
    await graph.write("MATCH (film:Film {filmID: 'lonely'}) DELETE film");
  });

  it('counts impressions by version and rentals with attribution by day', async () => {
    const list = await service.ask(
      '{ recommendations(customer: "1", policy: POPULARITY) { id version items { film { filmId } } } }',
    );
    const { id, version, items } = list.data.recommendations;
    const input = {
      customer: '1',
      film: items[0].film.filmId,
      recommendationList: id,
      idempotencyKey: 'one',
    };
    await service.ask('mutation ($input: RecordRentalInput!) { recordRental(input: $input) { times } }', {
      input,
    });
    const { data } = await service.ask(
      `{ system {
        rentalDays { date rentals attributed } impressionDays { date policy version impressions rented }
      } }`,
    );
    expect(data.system.rentalDays).toEqual([{ date: today(), rentals: 1, attributed: 1 }]);
    expect(data.system.impressionDays).toEqual([
      { date: today(), policy: 'POPULARITY', version, impressions: 1, rented: 1 },
    ]);
  });

  it('lists versions and events', async () => {
    service.recommender.events.add('WARN', 'Something failed', new Error('because'));
    const { data } = await service.ask(
      '{ system { versions { node neo4j gds } events(first: 1) { level message cause } } }',
    );
    expect(data.system.versions).toMatchObject({
      node: process.versions.node,
      neo4j: expect.stringMatching(/^\d+\./),
    });
    expect(data.system.events).toEqual([{ level: 'WARN', message: 'Something failed', cause: 'because' }]);
  });

  it('is closed to customers', async () => {
    const { errors } = await service.ask(
      '{ system { counts { films } } }',
      {},
      { role: 'customer', customerId: '1' },
    );
    expect(errors[0].code).toBe('FORBIDDEN');
  });
});

describe('viewer', () => {
  it.each([
    [{ role: 'anonymous' } as const, { role: 'ANONYMOUS', customerId: null }],
    [{ role: 'customer', customerId: '7' } as const, { role: 'CUSTOMER', customerId: '7' }],
    [{ role: 'admin' } as const, { role: 'ADMIN', customerId: null }],
  ])('returns the caller: %j', async (viewer, expected) => {
    const graph = await openTestGraph();
    const service = await createTestService(graph);
    const { data } = await service.ask('{ viewer { role customerId } }', {}, viewer);
    expect(data.viewer).toEqual(expected);
    await service.recommender.close();
    await graph.close();
  });
});
