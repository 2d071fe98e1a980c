import { setTimeout as wait } from 'node:timers/promises';
import type { Graph } from '../../../src/graph/graph';
import { retrainOnRentals } from '../../../src/recommender/autopilot/retrain-on-rentals';
import { createTestService, fillWithRandomEmbeddings, type TestService } from '../../graphql/test-service';
import { openTestGraph } from '../../test-graph';
import { createTestLogger } from '../../test-logger';

describe('retrainOnRentals', () => {
  let graph: Graph;
  let service: TestService;
  const closing = new AbortController();
  beforeAll(async () => {
    graph = await openTestGraph();
    await fillWithRandomEmbeddings(graph);
    service = await createTestService(graph);
  });
  afterAll(async () => {
    closing.abort();
    await service.recommender.close();
    await graph.close();
  });

  it('resumes DQN once enough rentals were recorded, and not before', async () => {
    const { runs, promotions } = service.recommender;
    const ended = async (id: string) => {
      for await (const { status } of runs.follow(id)) if (status !== 'RUNNING') break;
    };
    const logger = createTestLogger();
    const onRental = retrainOnRentals({ runs, promotions, logger, closing: closing.signal, rentals: 3 });
    const first = await runs.start({ policy: 'DQN', steps: 20 });
    await ended(first.id);

    for (let rental = 0; rental < 2; rental++) onRental();
    expect(await runs.newest(5)).toHaveLength(1);

    onRental();
    const resumed = async () => (await runs.newest(5)).find(({ resumedFrom }) => resumedFrom === first.id);
    let second = await resumed();
    for (; !second; second = await resumed()) await wait(50);
    await runs.cancel(second.id);
    expect(logger.lines[0].message).toBe('Retraining on 3 new rentals');
  });

  it('logs a failure and tries again', async () => {
    const { runs, promotions } = service.recommender;
    const logger = createTestLogger();
    const failing = { ...runs, newestSaved: () => Promise.reject(new Error('down')) };
    const onRental = retrainOnRentals({
      runs: failing,
      promotions,
      logger,
      closing: closing.signal,
      rentals: 1,
    });
    onRental();
    while (logger.lines.length === 0) await wait(10);
    expect(logger.lines[0]).toMatchObject({
      level: 'warn',
      fields: { err: new Error('down') },
      message: 'Retraining on new rentals failed; trying again in 30 seconds',
    });
  });
});
