import type { Graph } from '../../../src/graph/graph';
import { requireReady } from '../../../src/recommender/serving/service-state';
import { createTestService, fillWithRandomEmbeddings, type TestService } from '../../graphql/test-service';
import { openTestGraph } from '../../test-graph';
import { createTestLogger } from '../../test-logger';

describe('damaged versions', () => {
  let graph: Graph;
  let first: string;
  let second: string;
  const services: TestService[] = [];

  /** A service that has not read any version. */
  const freshService = async (logger = createTestLogger()) => {
    const service = await createTestService(graph, { ttlMs: 1, logger });
    services.push(service);
    return service;
  };
  const trainAndPromote = async ({ ask }: TestService) => {
    const trained = await ask('mutation { trainStep(input: { steps: 1 }) { version } }');
    expect(trained.errors).toEqual([]);
    const { version } = trained.data.trainStep;
    const promoted = await ask(
      'mutation ($version: String!) { promotePolicy(input: { policy: DQN, version: $version, force: true }) { promotion { version } } }',
      { version },
    );
    expect(promoted.errors).toEqual([]);
    return version as string;
  };
  const damage = (version: string) =>
    graph.write(
      "MATCH (version:PolicyVersion {version: $version}) SET version.original = version.progress, version.progress = '{'",
      { version },
    );
  const answering = async ({ ask }: TestService) =>
    (
      await ask(
        '{ agent { policy version status degradedReason } recommendations(customer: "1") { policy version } }',
      )
    ).data;

  beforeAll(async () => {
    graph = await openTestGraph();
    await fillWithRandomEmbeddings(graph);
    const service = await freshService();
    [first, second] = [await trainAndPromote(service), await trainAndPromote(service)];
  });
  afterEach(() =>
    graph.write(
      'MATCH (version:PolicyVersion) SET version.progress = coalesce(version.original, version.progress)',
    ),
  );
  afterAll(async () => {
    for (const { recommender } of services) await recommender.close();
    await graph.close();
  });

  it('are skipped for the previous version; agent and readiness say so', async () => {
    await damage(second);
    const logger = createTestLogger();
    const service = await freshService(logger);
    expect(await answering(service)).toEqual({
      agent: {
        policy: 'DQN',
        version: first,
        status: 'DEGRADED',
        degradedReason: expect.stringMatching(`The weights of DQN ${second} are damaged`),
      },
      recommendations: { policy: 'DQN', version: first },
    });
    expect(await requireReady(service.recommender)).toMatch(/damaged/);
    expect(logger.lines.filter(({ level }) => level === 'error')).toHaveLength(1);
  });

  it('are skipped for the best baseline if all are damaged', async () => {
    await damage(first);
    await damage(second);
    const { agent, recommendations } = await answering(await freshService());
    expect(agent).toMatchObject({ policy: 'EASE', status: 'DEGRADED' });
    expect(recommendations.policy).toBe('EASE');
  });

  it('cannot be requested by name or promoted', async () => {
    await damage(first);
    const { ask } = await freshService();
    const refused = [{ code: 'POLICY_UNTRAINED', message: expect.stringMatching(/are damaged/) }];
    const variables = { version: first };
    const list =
      'query ($version: String!) { recommendations(customer: "1", policy: DQN, version: $version) { id } }';
    expect((await ask(list, variables)).errors).toEqual(refused);
    const promote =
      'mutation ($version: String!) { promotePolicy(input: { policy: DQN, version: $version, force: true }) { promotion { version } } }';
    expect((await ask(promote, variables)).errors).toEqual(refused);
  });
});
