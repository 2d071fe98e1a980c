import { connectGraph } from '../../../src/graph/connect-graph';
import type { Graph } from '../../../src/graph/graph';
import { silentLogger } from '../../../src/logger';
import { acquireLease, extendLease, releaseLease } from '../../../src/recommender/training/lease-repository';
import { publishRun } from '../../../src/recommender/training/run-repository';
import { createTrainingRuns, type TrainingRuns } from '../../../src/recommender/training/training-runs';
import { createTestService, fillWithSmallStore, type TestService } from '../../graphql/test-service';
import { openTestGraph, testGraphAddress } from '../../test-graph';
import { createTestLogger } from '../../test-logger';
import { training } from './training-operations';

describe('training runs', () => {
  let graph: Graph;
  let otherGraph: Graph;
  let service: TestService;
  let replica: TestService;
  beforeAll(async () => {
    graph = await openTestGraph();
    await fillWithSmallStore(graph);
    otherGraph = await connectGraph(testGraphAddress());
    service = await createTestService(graph, { ttlMs: 1 });
    replica = await createTestService(otherGraph, { ttlMs: 1 });
  });
  afterAll(async () => {
    for (const { recommender } of [service, replica]) await recommender.close();
    await graph.close();
    await otherGraph.close();
  });

  const busy = expect.objectContaining({ code: 'TRAINING_BUSY' });

  it('start immediately, run in the background, and end with a version and a curve', async () => {
    const { start, ended } = training(service);
    const run = await start({ steps: 300, seed: 5 });
    expect(run).toMatchObject({ policy: 'TUTORIAL', status: 'RUNNING', seed: 5, steps: 300, step: 0 });
    const over = await ended(run.id);
    expect(over).toMatchObject({ status: 'SUCCEEDED', step: 300, error: null });
    expect(over.version).toBe(`${run.id.slice(0, 8)}-300`);
    expect(over.curve.length).toBeLessThanOrEqual(200);
    expect(over.curve.at(-1)).toMatchObject({ step: 300, loss: expect.any(Number) });
    expect(over.curve[0].loss).toBeNull();
    const { data } = await service.ask('{ policyVersions(policy: TUTORIAL) { policy version step run } }');
    expect(data.policyVersions[0]).toEqual({
      policy: 'TUTORIAL',
      version: over.version,
      step: 300,
      run: run.id,
    });
  });

  it('are deterministic for a seed, and are served', async () => {
    const { start, ended } = training(service);
    const curves = [];
    for (const seed of [3, 3, 4]) curves.push((await ended((await start({ steps: 150, seed })).id)).curve);
    expect(curves[1]).toEqual(curves[0]);
    expect(curves[2]).not.toEqual(curves[0]);
    const { data } = await replica.ask('{ recommendations(customer: "1", policy: TUTORIAL) { version } }');
    expect(data.recommendations.version).toBe('seed-4-step-150');
  });

  it('publish versions that can be requested by name', async () => {
    const { start, ended } = training(service);
    for (const seed of [6, 7]) await ended((await start({ steps: 150, seed })).id);
    const { data } = await service.ask('{ policyVersions(policy: TUTORIAL, first: 2) { version } }');
    const versions: string[] = data.policyVersions.map(({ version }: { version: string }) => version);
    const ask = (policy: string | null, version: string) =>
      service.ask(
        `query ($policy: Policy, $version: String) {
          recommendations(customer: "1", policy: $policy, version: $version) { version items { score } }
        }`,
        { policy, version },
      );
    const lists = [];
    for (const version of versions) lists.push((await ask('TUTORIAL', version)).data.recommendations);
    expect(lists.map(({ version }) => version)).toEqual(versions);
    expect(lists[0].items).not.toEqual(lists[1].items);
    expect((await ask('TUTORIAL', 'none')).errors).toEqual([
      { code: 'NOT_FOUND', message: expect.stringMatching(/policyVersions/) },
    ]);
    for (const policy of [null, 'EASE']) {
      expect((await ask(policy, versions[0])).errors).toEqual([
        { code: 'BAD_USER_INPUT', message: expect.stringMatching(/DQN and TUTORIAL/) },
      ]);
    }
  });

  it('run one at a time on a graph: of two services that start at once, one gets TRAINING_BUSY', async () => {
    const asked = [service, replica].map((one) => training(one).tryStart({ steps: 100_000 }));
    const answers = await Promise.all(asked);
    const won = answers.findIndex(({ errors }) => errors.length === 0);
    expect(answers[1 - won].errors).toEqual([busy]);
    expect(answers[1 - won].errors[0].message).toMatch(/cancel it: trainingRuns/);
    const { id } = answers[won].data.startTraining.run;
    for (const one of [service, replica]) {
      expect((await training(one).tryStart({})).errors).toEqual([busy]);
      expect((await one.ask('mutation { trainStep { step } }')).errors).toEqual([busy]);
    }
    await training([service, replica][won]).cancel(id);
    const { errors } = await service.ask('mutation { trainStep { step } }');
    expect(errors).toEqual([]);
  });

  it.each([
    ['its own', () => service],
    ['another', () => replica],
  ])('can be cancelled from %s process, and keep what they learned', async (_case, from) => {
    const { start, read, learning } = training(service);
    const run = await start({ steps: 100_000, seed: 1 });
    await learning(run.id);
    const cancelled = await training(from()).cancel(run.id);
    expect(cancelled.status).toBe('CANCELLED');
    expect(cancelled.step).toBeGreaterThan(0);
    expect(cancelled.version).toBe(`${run.id.slice(0, 8)}-${cancelled.step}`);
    expect(await read(run.id)).toMatchObject({ ...cancelled, curve: expect.anything() });
  });

  it('resume an earlier run', async () => {
    const { start, ended, read } = training(service);
    const first = await ended((await start({ steps: 200, seed: 9 })).id);
    const next = await start({ resume: first.id, steps: 50, policy: 'DQN' });
    expect(next).toMatchObject({ resumedFrom: first.id, seed: 9, policy: 'TUTORIAL', step: 200 });
    const over = await ended(next.id);
    expect(over).toMatchObject({ status: 'SUCCEEDED', step: 250 });
    expect(over.epsilon).toBeCloseTo(0.5 * 0.999 ** 250, 6);
    expect((await read(first.id)).version).toBe(first.version);
  });

  it('can be resumed while they are among the newest twenty', async () => {
    const { start, ended, tryStart } = training(service);
    const old = await ended((await start({ steps: 5 })).id);
    await graph.write(
      `UNWIND range(1, 20) AS number
       CREATE (:TrainingRun {runID: 'later-' + number, policy: 'TUTORIAL', status: 'SUCCEEDED', seed: 1, steps: 1,
         startedAt: datetime.realtime(), step: 1, reward: 0.0, meanReward: 0.0, epsilon: 0.5, stepsPerSecond: 0.0,
         engine: 'cpu', engineVersion: '1', token: 0})`,
    );
    await ended((await start({ steps: 5 })).id);
    const { errors } = await tryStart({ resume: old.id });
    await graph.write(`MATCH (run:TrainingRun) WHERE run.runID STARTS WITH 'later-' DELETE run`);
    expect(errors).toEqual([{ code: 'BAD_USER_INPUT', message: expect.stringMatching(/too old to resume/) }]);
    const { data } = await service.ask('{ policyVersions(first: 100) { version } }');
    expect(data.policyVersions).toContainEqual({ version: old.version });
  });

  it('keep newer progress that is written while a publication is on its way', async () => {
    const { start, ended, read } = training(service);
    const { id } = await ended((await start({ steps: 5 })).id);
    const token = (await acquireLease(graph, 'a test', 60_000)) as number;
    const progress = {
      step: 9,
      loss: 1,
      reward: 0,
      meanReward: 0,
      epsilon: 0.5,
      stepsPerSecond: 1,
      validation: null,
      error: null,
    };
    await extendLease(graph, token, 60_000, { run: id, progress });
    const owner = { run: id, token, embedding: 'none' };
    await publishRun(graph, owner, { progress: { ...progress, step: 7, epsilon: 0.6 }, curve: [] });
    await releaseLease(graph, token);
    expect(await read(id)).toMatchObject({ step: 9, epsilon: 0.5, curve: [] });
  });

  it('refuse a policy that cannot be trained', async () => {
    const { tryStart } = training(service);
    const refused = async (input: object, code: string, message: RegExp) =>
      expect((await tryStart(input)).errors).toEqual([{ code, message: expect.stringMatching(message) }]);
    await refused({ policy: 'EASE' }, 'BAD_USER_INPUT', /needs no training.*TUTORIAL/);
    await refused({ steps: 0 }, 'BAD_USER_INPUT', /Invalid steps 0/);
    await refused({ resume: 'none' }, 'NOT_FOUND', /trainingRuns/);
    const { errors } = await service.ask('{ trainingRun(id: "none") { id } }');
    expect(errors).toEqual([{ code: 'NOT_FOUND', message: expect.stringMatching(/trainingRuns/) }]);
  });

  it('of a process that ends are INTERRUPTED and can be resumed', async () => {
    const leaving = await createTestService(otherGraph);
    const run = await training(leaving).start({ steps: 100_000, seed: 2 });
    await training(leaving).learning(run.id);
    await leaving.recommender.close();
    const left = await training(service).read(run.id);
    expect(left).toMatchObject({ status: 'INTERRUPTED', finishedAt: expect.any(String) });
    expect(left.version).toBe(`${run.id.slice(0, 8)}-${left.step}`);
    const next = await training(service).start({ resume: run.id, steps: 10 });
    expect(await training(service).ended(next.id)).toMatchObject({ step: left.step + 10 });
  });

  it('of TUTORIAL continue from the agent unless a seed is given', async () => {
    const { start, ended } = training(service);
    await ended((await start({ steps: 20, seed: 3 })).id);
    expect((await ended((await start({ steps: 10 })).id)).step).toBe(30);
    expect((await ended((await start({ steps: 10, seed: 3 })).id)).step).toBe(10);
  });

  describe('that fail', () => {
    const refusing = (refusals: number) => {
      const logger = createTestLogger();
      let refused = 0;
      const refusingGraph: Graph = {
        ...graph,
        runLarge: <Row>(cypher: string, parameters?: Record<string, unknown>) => {
          const isPublication =
            cypher.includes('MERGE (run)-[:PUBLISHED]->(version)') && parameters?.version !== null;
          if (isPublication && refused < refusals) {
            refused++;
            return Promise.reject(
              Object.assign(new Error('no'), { code: 'Neo.TransientError.General.OutOfMemory' }),
            );
          }
          return graph.runLarge<Row>(cypher, parameters);
        },
      };
      const { engine, catalogue } = service.recommender;
      const timing = { first: 10, interval: 10, retry: 10 };
      const runs = createTrainingRuns({ graph: refusingGraph, engine, catalogue, seed: 1, logger, timing });
      return { runs, logger };
    };
    const follow = async (runs: TrainingRuns, id: string) => {
      for await (const { status } of runs.follow(id)) if (status !== 'RUNNING') break;
      return runs.find(id);
    };

    it('log each publication that the graph refuses, and succeed once it accepts one', async () => {
      const { runs, logger } = refusing(2);
      const { id } = await runs.start({ policy: 'TUTORIAL', steps: 500 });
      expect(await follow(runs, id)).toMatchObject({ status: 'SUCCEEDED', error: null });
      expect(logger.lines.filter(({ message }) => /^Publishing/.test(message))).toHaveLength(2);
      expect(logger.lines[0].fields.err).toMatchObject({ message: 'no' });
    });

    it('end as FAILED after five publications in a row that the graph refuses', async () => {
      const { runs, logger } = refusing(Infinity);
      const { id } = await runs.start({ policy: 'TUTORIAL', steps: 100_000 });
      expect(await follow(runs, id)).toMatchObject({
        status: 'FAILED',
        error: expect.stringMatching(/^Publishing failed \(5 of 5\): Neo\.TransientError/),
      });
      expect(logger.lines.filter(({ message }) => /^Publishing/.test(message))).toHaveLength(5);
    });

    it('are refused with TRAINING_BUSY if the lease is lost before they are stored', async () => {
      const { engine, catalogue } = service.recommender;
      const late: Graph = { ...graph, runLarge: () => Promise.resolve([]) };
      const runs = createTrainingRuns({ graph: late, engine, catalogue, seed: 1, logger: silentLogger });
      await expect(runs.start({ policy: 'TUTORIAL' })).rejects.toMatchObject({
        code: 'TRAINING_BUSY',
        message: expect.stringMatching(/lease was lost/),
      });
    });

    const DAMAGE = `
      MATCH (film:Film) WHERE film.kept IS NULL
      SET film.kept = film.node2vecEmbedding, film.node2vecEmbedding = [x IN film.node2vecEmbedding | x * 1e30]`;
    const REPAIR = 'MATCH (film:Film) SET film.node2vecEmbedding = film.kept REMOVE film.kept';

    it('end as FAILED with the reason if the loss is not finite, and the previous weights are served', async () => {
      const { start, ended } = training(service);
      const before = await ended((await start({ steps: 200, seed: 1 })).id);
      await graph.write(DAMAGE);
      const run = await ended((await start({})).id);
      await graph.write(REPAIR);
      expect(run).toMatchObject({ status: 'FAILED', version: null });
      expect(run.error).toMatch(/^The loss is (NaN|Infinity) at step \d+\.$/);
      const { data } = await service.ask('{ recommendations(customer: "1", policy: TUTORIAL) { version } }');
      expect(data.recommendations.version).toBe(`seed-1-step-${before.step}`);
    });

    it('end as FAILED if the worker crashes, and the next run can start', async () => {
      const { engine, catalogue } = service.recommender;
      const frail = createTrainingRuns({
        graph,
        engine,
        catalogue,
        seed: 1,
        logger: silentLogger,
        heapMegabytes: 8,
      });
      const { id } = await frail.start({ policy: 'TUTORIAL' });
      for await (const { status } of frail.follow(id)) if (status !== 'RUNNING') break;
      expect(await frail.find(id)).toMatchObject({
        status: 'FAILED',
        error: expect.stringMatching(/^The worker (crashed|exited)/),
      });
      const { start, ended } = training(service);
      expect((await ended((await start({ steps: 5 })).id)).status).toBe('SUCCEEDED');
    });
  });
});
