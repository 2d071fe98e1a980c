import { setTimeout as wait } from 'node:timers/promises';
import type { Graph } from '../../../src/graph/graph';
import type { AutopilotStatus } from '../../../src/recommender/autopilot/autopilot-status';
import { trainAndPromote } from '../../../src/recommender/autopilot/train-and-promote';
import { isTrainable, POLICY_NAMES, type PolicyName } from '../../../src/recommender/policies/policy';
import type { Recommender } from '../../../src/recommender/recommender';
import { createTestService, fillWithRandomEmbeddings, type TestService } from '../../graphql/test-service';
import { openTestGraph } from '../../test-graph';
import { createTestLogger } from '../../test-logger';
import { training } from '../training/training-operations';

const FITTED = POLICY_NAMES.filter((name) => !isTrainable(name));

describe('trainAndPromote', () => {
  let graph: Graph;
  let service: TestService;
  let closing: AbortController;
  let started: Promise<unknown>;
  beforeAll(async () => {
    graph = await openTestGraph();
    await fillWithRandomEmbeddings(graph);
  });
  beforeEach(async () => {
    await graph.write('MATCH (node:Promotion|TrainingRun|Evaluation) DETACH DELETE node');
    // A service caches promotions for two seconds.
    service = await createTestService(graph);
    closing = new AbortController();
  });
  afterEach(async () => {
    closing.abort();
    await service.recommender.close();
    await started;
  });
  afterAll(() => graph.close());

  const start = (change: Partial<Pick<Recommender, 'runs' | 'evaluations'>> = {}) => {
    const { runs, evaluations, promotions } = service.recommender;
    const logger = createTestLogger();
    const statuses: AutopilotStatus[] = [];
    const promoted = trainAndPromote({
      runs,
      evaluations,
      promotions,
      ...change,
      logger,
      onStatus: (status) => statuses.push(status),
      closing: closing.signal,
      retryMs: 50,
    });
    started = promoted;
    return { logger, statuses, promoted };
  };

  it('is preempted by another training, continues, and promotes the policy that ranks first', async () => {
    const { runs, evaluations } = service.recommender;
    const requested: (readonly PolicyName[] | undefined)[] = [];
    const { promoted, statuses } = start({
      // The first run is long enough to be preempted, the next one is short.
      runs: {
        ...runs,
        start: (request) => runs.start({ ...request, steps: request.resume ? 5 : undefined }),
      },
      // Policies that learn would take the longest.
      evaluations: {
        ...evaluations,
        start: (request) => {
          requested.push(request.policies);
          return evaluations.start({ ...request, policies: FITTED });
        },
      },
    });
    let [first] = await runs.newest(1);
    for (; !first; [first] = await runs.newest(1)) await wait(20);
    await training(service).learning(first.id);
    const { errors } = await service.ask(
      'mutation { trainStep(input: {steps: 2, policy: TUTORIAL}) { step } }',
    );
    expect(errors).toEqual([]);
    expect((await training(service).ended(first.id)).status).toBe('CANCELLED');

    const promotion = await promoted;
    expect((await runs.newest(1))[0]).toMatchObject({ resumedFrom: first.id, status: 'SUCCEEDED' });
    expect(requested).toEqual([POLICY_NAMES]);
    const { data } = await service.ask(
      '{ evaluations(first: 1) { status results { policy ndcg { mean } } } promotions { policy } agent { policy } }',
    );
    const [{ status, results }] = data.evaluations;
    expect(status).toBe('SUCCEEDED');
    const [best] = [...results].sort((a, b) => b.ndcg.mean - a.ndcg.mean);
    expect(promotion?.policy).toBe(best.policy);
    expect(data.promotions).toEqual([{ policy: best.policy }]);
    expect(data.agent.policy).toBe(best.policy);
    expect(statuses.at(-1)).toEqual({ state: 'DONE', lastError: null, nextAttemptAt: null });
  });

  it('does nothing if a policy is promoted', async () => {
    const { promotions } = service.recommender;
    await promotions.promote({ policy: 'POPULARITY', exploration: 0, force: true });
    const { promoted, statuses } = start();
    expect(await promoted).toBeUndefined();
    expect(statuses).toEqual([{ state: 'DONE', lastError: null, nextAttemptAt: null }]);
    expect(await service.recommender.runs.newest(1)).toEqual([]);
  });

  it('logs a failure, shows it, and tries again', async () => {
    const { runs, promotions } = service.recommender;
    let failures = 0;
    const unsteady = {
      ...runs,
      newest: async (first: number) => {
        if (failures++ < 2) throw new Error('down');
        // Another server promotes a policy in the meantime.
        await promotions.promote({ policy: 'POPULARITY', exploration: 0, force: true });
        return runs.newest(first).then(() => Promise.reject(new Error('still down')));
      },
    };
    const { promoted, statuses, logger } = start({ runs: unsteady });
    expect(await promoted).toBeUndefined();
    expect(logger.lines.map(({ message }) => message)).toEqual([
      'Background training failed; trying again in 0.05 seconds',
      'Background training failed; trying again in 0.1 seconds',
      'Background training failed; trying again in 0.2 seconds',
    ]);
    expect(statuses.find(({ state }) => state === 'WAITING')).toEqual({
      state: 'WAITING',
      lastError: 'Error. See the server log.',
      nextAttemptAt: expect.any(String),
    });
  });
});
