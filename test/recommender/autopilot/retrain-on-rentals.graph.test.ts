import { setTimeout as wait } from 'node:timers/promises';
import type { Graph } from '../../../src/graph/graph';
import { retrainOnRentals } from '../../../src/recommender/autopilot/retrain-on-rentals';
import { silentLogger } from '../../../src/logger';
import { loadEngine } from '../../../src/recommender/engine/load-engine';
import { createRecommender, type Recommender } from '../../../src/recommender/recommender';
import { fillWithSmallStore } from '../../graphql/test-service';
import { openTestGraph } from '../../test-graph';

describe('retrainOnRentals', () => {
  let graph: Graph;
  let recommender: Recommender;
  beforeAll(async () => {
    graph = await openTestGraph();
    await fillWithSmallStore(graph);
    recommender = createRecommender({
      graph,
      engine: await loadEngine('auto'),
      seed: 1,
      logger: silentLogger,
    });
  });
  afterAll(async () => {
    await recommender.close();
    await graph.close();
  });

  const ended = async (id: string) => {
    for await (const { status } of recommender.runs.follow(id)) if (status !== 'RUNNING') break;
  };
  const rent = async (films: string[]) => {
    for (const film of films) {
      await recommender.recordRental({ customer: '1', film, idempotencyKey: `rental of ${film}` });
    }
  };

  it('lets DQN go on from what it learned once enough rentals were recorded, and not before', async () => {
    const told: string[] = [];
    retrainOnRentals(
      recommender,
      (_fields, message) => told.push(message),
      (error) => told.push(String(error)),
      3,
    );
    const first = await recommender.runs.start({ policy: 'DQN', steps: 20 });
    await ended(first.id);

    await rent(['70', '71']);
    await wait(200);
    expect(await recommender.runs.newest(5)).toHaveLength(1);

    await rent(['72']);
    const goesOn = async () =>
      (await recommender.runs.newest(5)).find(({ resumedFrom }) => resumedFrom === first.id);
    let second = await goesOn();
    for (; !second; second = await goesOn()) await wait(50);
    await ended(second.id);
    const { step } = await recommender.runs.find(first.id);
    expect((await recommender.runs.find(second.id)).step).toBeGreaterThan(step);
    expect(told[0]).toMatch('goes on learning');
  });
});
