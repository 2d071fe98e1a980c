import { setTimeout as wait } from 'node:timers/promises';
import type { Graph } from '../../../src/graph/graph';
import { createTestService, fillWithRandomEmbeddings, type TestService } from '../../graphql/test-service';
import { openTestGraph } from '../../test-graph';

const PROMOTE = `mutation {
  promotePolicy(input: { policy: POPULARITY, exploration: 0.3, force: true }) { promotion { exploration } }
}`;
const SERVE =
  '{ customers(limit: 40) { customerId recommendations(first: 5) { id items { film { filmId } } } } }';
const RECORD = 'mutation ($input: RecordRentalInput!) { recordRental(input: $input) { times } }';
const EVALUATE =
  'mutation { evaluatePolicies(input: { policies: [POPULARITY, RANDOM] }) { evaluation { id } } }';
const READ = `query ($id: ID!) {
  evaluation(id: $id) {
    status
    offPolicy { policy lists effectiveSampleSize snips { mean low high } doublyRobust { mean low high } }
  }
}`;

describe('lists that were served with exploration', () => {
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

  const ask = async (document: string, variables?: Record<string, unknown>) => {
    const { data, errors } = await service.ask(document, variables);
    expect(errors).toEqual([]);
    return data;
  };

  it('let an evaluation estimate policies from the rentals that followed', async () => {
    await ask(PROMOTE);
    const { customers } = await ask(SERVE);
    for (const { customerId, recommendations } of customers.slice(0, 20)) {
      const input = {
        customer: customerId,
        film: recommendations.items[0].film.filmId,
        recommendationList: recommendations.id,
        idempotencyKey: recommendations.id,
      };
      await ask(RECORD, { input });
    }
    const { id } = (await ask(EVALUATE)).evaluatePolicies.evaluation;
    let evaluation = (await ask(READ, { id })).evaluation;
    for (; evaluation.status === 'RUNNING'; await wait(200))
      evaluation = (await ask(READ, { id })).evaluation;
    expect(evaluation.status).toBe('SUCCEEDED');
    const served = evaluation.offPolicy.find(({ policy }: { policy: string }) => policy === 'POPULARITY');
    expect(served.lists).toBe(40);
    expect(served.effectiveSampleSize).toBeGreaterThanOrEqual(1);
    for (const { mean, low, high } of [served.snips, served.doublyRobust]) {
      expect(mean).toBeGreaterThan(0);
      expect(mean).toBeLessThan(1);
      expect(low).toBeLessThanOrEqual(mean);
      expect(high).toBeGreaterThanOrEqual(mean);
    }
  });
});
