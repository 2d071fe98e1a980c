import type { Graph } from '../../../src/graph/graph';
import { trainAndPromote } from '../../../src/recommender/autopilot/train-and-promote';
import { createTestService, fillWithSmallStore, type TestService } from '../../graphql/test-service';
import { openTestGraph } from '../../test-graph';
import { training } from '../training/training-operations';

/** The comparison trains every policy, TUTORIAL for five thousand steps. */
const ALL_POLICIES_MS = 300_000;

describe('a service that learns by itself', () => {
  let graph: Graph;
  let service: TestService;
  const told: string[] = [];
  const closing = new AbortController();
  const learn = () =>
    trainAndPromote(service.recommender, (_fields, message) => told.push(message), closing.signal);
  beforeAll(async () => {
    graph = await openTestGraph();
    await fillWithSmallStore(graph);
    service = await createTestService(graph);
  });
  afterAll(async () => {
    closing.abort();
    await service.recommender.close();
    await graph.close();
  });

  it(
    'gives way to who trains, goes on later, measures what it learned, and promotes it only if it ranks best',
    async () => {
      const { start, learning: learns, ended } = training(service);
      const short = await start({ policy: 'DQN', steps: 1 });
      expect((await ended(short.id)).status).toBe('SUCCEEDED');
      const learning = learn();
      const [first] = await startedRuns(2);
      await learns(first.id);
      const { errors } = await service.ask('mutation { trainStep(input: {steps: 2}) { step } }');
      expect(errors).toEqual([]);
      expect((await ended(first.id)).status).toMatch(/CANCELLED|SUCCEEDED/);

      const promotion = await learning;
      const { data } = await service.ask(
        '{ evaluations(first: 1) { status results { policy ndcg { mean } } } promotions { policy version } agent { policy version } }',
      );
      const [{ status, results }] = data.evaluations;
      expect(status).toBe('SUCCEEDED');
      const ranked = [...results].sort((a, b) => b.ndcg.mean - a.ndcg.mean);
      const wins = ranked[0].policy === 'DQN';
      expect(data.promotions).toEqual(wins ? [{ policy: 'DQN', version: promotion?.version }] : []);
      expect(promotion?.version ?? '').not.toContain(short.id.slice(0, 8));
      expect(data.agent.policy).toBe(wins ? 'DQN' : 'TUTORIAL');
      expect(told.at(-1)).toMatch(wins ? /promoted it/ : /not promoting it/);
    },
    ALL_POLICIES_MS,
  );

  it('does so once', async () => {
    const before = await startedRuns(1);
    expect(await learn()).toBeUndefined();
    expect(await startedRuns(1)).toEqual(before);
  });

  async function startedRuns(least: number): Promise<{ id: string }[]> {
    for (;;) {
      const { data } = await service.ask('{ trainingRuns { id } }');
      if (data.trainingRuns.length >= least) return data.trainingRuns;
    }
  }
});
