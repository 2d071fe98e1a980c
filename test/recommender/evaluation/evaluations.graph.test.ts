import type { Graph } from '../../../src/graph/graph';
import { createTestService, fillWithSmallStore, type TestService } from '../../graphql/test-service';
import { openTestGraph } from '../../test-graph';

const EVALUATION = `id status k split share date seed customers trainRentals testRentals engine error
  results { policy recall { mean low high } ndcg { mean low high } hitRate { mean } coverage { mean low high }
    novelty { mean } trainSeconds answerMilliseconds settings { name value }
    groups { group profileLength cases ndcg { mean } } popularity { maxRentals testRentals meanRank }
    differences { policy ndcg { mean low high } } }
  skipped { policy reason }
  offPolicy { policy }`;

describe('evaluatePolicies', () => {
  let graph: Graph;
  let service: TestService;

  beforeAll(async () => {
    graph = await openTestGraph();
    await fillWithSmallStore(graph);
    service = await createTestService(graph);
  });
  afterAll(() => graph.close());

  const evaluate = (input: object) =>
    service.ask(
      `mutation ($input: EvaluatePoliciesInput!) { evaluatePolicies(input: $input) { evaluation { ${EVALUATION} } } }`,
      { input },
    );
  const find = async (id: string) =>
    (await service.ask(`query ($id: ID!) { evaluation(id: $id) { ${EVALUATION} } }`, { id })).data.evaluation;
  const untilEnded = async (id: string) => {
    for (;;) {
      const evaluation = await find(id);
      if (evaluation.status !== 'RUNNING') return evaluation;
      await new Promise((next) => setTimeout(next, 100));
    }
  };

  it('returns immediately, refuses a second evaluation, and measures every policy with intervals', async () => {
    const policies = ['RANDOM', 'POPULARITY', 'ITEM_KNN', 'EASE', 'DQN'];
    const { data, errors } = await evaluate({ policies, seed: 3, split: 'PER_CUSTOMER' });
    expect(errors).toEqual([]);
    const { evaluation } = data.evaluatePolicies;
    expect(evaluation).toMatchObject({
      status: 'RUNNING',
      k: 10,
      split: 'PER_CUSTOMER',
      share: 0.8,
      date: null,
      seed: 3,
      customers: 40,
      results: [],
    });
    expect((await evaluate({ policies: ['EASE'] })).errors[0].code).toBe('EVALUATION_BUSY');

    const ended = await untilEnded(evaluation.id);
    expect(ended).toMatchObject({ status: 'SUCCEEDED', error: null, offPolicy: [] });
    expect(ended.results.map(({ policy }: { policy: string }) => policy)).toEqual(policies);
    for (const { recall, ndcg, coverage } of ended.results) {
      for (const { mean, low, high } of [recall, ndcg, coverage]) {
        expect(low).toBeLessThanOrEqual(mean);
        expect(high).toBeGreaterThanOrEqual(mean);
        expect(high).toBeLessThanOrEqual(1);
      }
    }
    expect(ended.results.at(-1).differences.map(({ policy }: { policy: string }) => policy)).toEqual(
      policies.slice(0, -1),
    );
    expect(ended.results[3].settings.map(({ name }: { name: string }) => name)).toEqual([
      'regularization',
      'decay',
    ]);
    const { data: newest } = await service.ask(`{ evaluations(first: 1) { id } }`);
    expect(newest.evaluations).toEqual([{ id: evaluation.id }]);
  });

  it('stops a preemptible evaluation when another one starts', async () => {
    const order = { policies: ['TUTORIAL' as const], k: 10, share: 0.8, preemptible: true };
    const { id } = await service.recommender.evaluations.start(order);
    const { data, errors } = await evaluate({ policies: ['POPULARITY'] });
    expect(errors).toEqual([]);
    expect(await untilEnded(data.evaluatePolicies.evaluation.id)).toMatchObject({ status: 'SUCCEEDED' });
    expect(await find(id)).not.toMatchObject({ status: 'SUCCEEDED' });
  });

  it('splits each history so that no rental is in both parts', async () => {
    const [{ rentals }] = await graph.read<{ rentals: number }>('RETURN COUNT {()-[:RENTED]->()} AS rentals');
    const { data } = await evaluate({ policies: ['POPULARITY'], share: 0.5, split: 'PER_CUSTOMER' });
    const ended = await untilEnded(data.evaluatePolicies.evaluation.id);
    expect(ended.trainRentals + ended.testRentals).toBe(rentals);
  });

  it('splits all rentals at one date by default and reports customers by group', async () => {
    const { data } = await evaluate({ policies: ['POPULARITY'] });
    const ended = await untilEnded(data.evaluatePolicies.evaluation.id);
    expect(ended).toMatchObject({ status: 'SUCCEEDED', split: 'GLOBAL', date: expect.any(String) });
    expect(ended.results[0].groups.map(({ group }: { group: string }) => group)).toContain(
      'returning customers',
    );
  });

  it('rejects an invalid share, k, date or list of policies, and an unknown id', async () => {
    const date = '2026-01-01T00:00:00Z';
    const wrong = [{ share: 1 }, { k: 0 }, { policies: [] }, { split: 'PER_CUSTOMER', date }];
    for (const input of wrong) {
      expect((await evaluate(input)).errors[0].code).toBe('BAD_USER_INPUT');
    }
    const { errors } = await service.ask(`{ evaluation(id: "none") { id } }`);
    expect(errors[0].code).toBe('NOT_FOUND');
  });
});
