import { createGraph, type Graph } from '../../src/graph/graph';
import { silentProgress } from '../../src/progress';
import type { Policy, PolicyName } from '../../src/recommender/policies/policy';
import { importSample } from '../../src/store/sample/import-sample';
import { openTestGraph } from '../test-graph';
import { countingDriver } from './counting-driver';
import { createTestService, type TestService } from './test-service';

describe('recommendations of many customers, on a store of many films', () => {
  let graph: Graph;
  let service: TestService;
  const statements: string[] = [];
  beforeAll(async () => {
    const empty = await openTestGraph();
    await importSample(empty, { customers: 60, films: 1_000, seed: 1, progress: silentProgress });
    await empty.close();
    graph = createGraph(countingDriver(statements));
    service = await createTestService(graph);
  });
  afterAll(async () => {
    await service.recommender.close();
    await graph.close();
  });

  const policyOf = async (name: PolicyName): Promise<Policy> => {
    const { recommender } = service;
    return (await recommender.policy(await recommender.catalogue(), name)).policy;
  };

  it('needs the same number of statements for twenty customers as for two, and one forward pass', async () => {
    const nested = (limit: number) => `{
      customers(limit: ${limit}) {
        customerId
        recommendations(first: 5, policy: ITEM_KNN) {
          items {
            rank
            film { title actors { firstName lastName } }
            reasons(first: 5) { text rented { filmId title } actor { lastName } category { name } }
          }
        }
      }
    }`;
    const passes = jest.spyOn(await policyOf('ITEM_KNN'), 'score');
    const rentedFilms = new Set<string>();
    const count = async (limit: number) => {
      statements.length = 0;
      passes.mockClear();
      const { data, errors } = await service.ask(nested(limit));
      expect(errors).toEqual([]);
      expect(data.customers).toHaveLength(limit);
      for (const { recommendations } of data.customers as CustomerAnswer[]) {
        expect(recommendations.items).toHaveLength(5);
        for (const { reasons } of recommendations.items) {
          for (const { rented } of reasons) rentedFilms.add(rented.filmId);
        }
      }
      expect(passes.mock.calls.map(([histories]) => histories.length)).toEqual([limit]);
      return statements.length;
    };
    // Caches that expire in between cause additional statements.
    const fewest = async (limit: number) =>
      Math.min(await count(limit), await count(limit), await count(limit));
    await count(2);
    const two = await fewest(2);
    expect(await fewest(20)).toBe(two);
    // More films than a client may request in one list.
    expect(await fewest(60)).toBe(two);
    expect(rentedFilms.size).toBeGreaterThan(200);
    passes.mockRestore();
  });
});

interface CustomerAnswer {
  recommendations: { items: { reasons: { rented: { filmId: string } }[] }[] };
}
