import { setTimeout as wait } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import { connectGraph } from '../../../src/graph/connect-graph';
import { createConstraints } from '../../../src/graph/constraints';
import type { Graph } from '../../../src/graph/graph';
import { writePromotion } from '../../../src/recommender/versions/promotion-repository';
import { createTestService, fillWithSmallStore, type TestService } from '../../graphql/test-service';
import { openTestGraph, testGraphAddress } from '../../test-graph';
import { training } from '../training/training-operations';

const PROMOTE = `mutation ($input: PromotePolicyInput!) {
  promotePolicy(input: $input) {
    promotion { policy version exploration promotedAt } previous { policy version }
  }
}`;

describe('promotion', () => {
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
  beforeEach(() => graph.run('MATCH (earlier:Promotion|Evaluation) DETACH DELETE earlier'));
  afterAll(async () => {
    for (const { recommender } of [service, replica]) await recommender.close();
    await graph.close();
    await otherGraph.close();
  });

  const promote = async (input: object) => {
    const { data, errors } = await service.ask(PROMOTE, { input });
    return { promoted: data?.promotePolicy, errors };
  };
  const refusal = (message: RegExp) => [{ code: 'BAD_USER_INPUT', message: expect.stringMatching(message) }];
  const answering = async ({ ask }: TestService) =>
    (await ask('{ recommendations(customer: "1") { policy version } }')).data.recommendations;
  const evaluate = (ndcg: Record<string, number>) =>
    graph.write(
      `CREATE (:Evaluation {evaluationID: randomUUID(), status: 'SUCCEEDED', finishedAt: datetime.realtime(), results: $results})`,
      {
        results: JSON.stringify(Object.entries(ndcg).map(([policy, mean]) => ({ policy, ndcg: { mean } }))),
      },
    );
  const train = async (steps: number, seed: number) => {
    const { start, ended } = training(service);
    return (await ended((await start({ steps, seed })).id)).version as string;
  };

  it('EASE answers until a policy is promoted', async () => {
    expect(await answering(service)).toMatchObject({ policy: 'EASE' });
    expect((await service.ask('{ promotions { policy } }')).data.promotions).toEqual([]);
  });

  it('refuses a policy without an evaluation, and one that an evaluation shows to be worse', async () => {
    expect((await promote({ policy: 'ITEM_KNN' })).errors).toEqual(
      refusal(/evaluatePolicies with both first.*force/),
    );
    await evaluate({ ITEM_KNN: 0.1, EASE: 0.2 });
    expect((await promote({ policy: 'ITEM_KNN' })).errors).toEqual(
      refusal(/ITEM_KNN does not beat the current default, EASE: NDCG 0\.1000 against 0\.2000/),
    );
    expect((await promote({ policy: 'EASE', version: 'any', force: true })).errors).toEqual(
      refusal(/has no versions/),
    );
    expect((await promote({ policy: 'EASE', exploration: 2 })).errors).toEqual(
      refusal(/Invalid exploration 2/),
    );
  });

  it('makes a better policy answer, in this process and in others', async () => {
    await evaluate({ ITEM_KNN: 0.3, EASE: 0.2 });
    const { promoted, errors } = await promote({ policy: 'ITEM_KNN', exploration: 0.1 });
    expect(errors).toEqual([]);
    expect(promoted).toEqual({
      promotion: { policy: 'ITEM_KNN', version: null, exploration: 0.1, promotedAt: expect.any(String) },
      previous: null,
    });
    expect(await answering(service)).toMatchObject({ policy: 'ITEM_KNN' });
    expect(await answering(replica)).toMatchObject({ policy: 'ITEM_KNN' });
    expect((await replica.ask('{ agent { policy } }')).data.agent).toEqual({ policy: 'ITEM_KNN' });
  });

  it('keeps promoted versions and can promote an earlier one again', async () => {
    const first = await train(150, 1);
    expect((await promote({ policy: 'TUTORIAL', version: first })).errors).toEqual(
      refusal(/No evaluation compares TUTORIAL with/),
    );
    expect((await promote({ policy: 'TUTORIAL', version: first, force: true })).errors).toEqual([]);
    const second = await train(160, 2);
    expect(await answering(service)).toEqual({ policy: 'TUTORIAL', version: first });
    expect((await promote({ policy: 'TUTORIAL', version: second })).errors).toEqual(
      refusal(/one of them has no validation/),
    );
    await promote({ policy: 'TUTORIAL', version: second, force: true });
    const { promoted } = await promote({ policy: 'TUTORIAL', version: first, force: true });
    expect(promoted.previous).toEqual({ policy: 'TUTORIAL', version: second });
    for (const each of [service, replica]) {
      expect(await answering(each)).toEqual({ policy: 'TUTORIAL', version: first });
    }
    const { data } = await replica.ask('{ promotions(first: 2) { version } }');
    expect(data.promotions).toEqual([{ version: first }, { version: second }]);
  });

  it('compares versions of one policy by their validation', async () => {
    const [first, second] = [await train(10, 5), await train(10, 6)];
    const measure = (version: string, validation: number) =>
      graph.write('MATCH (version:PolicyVersion {version: $version}) SET version.validation = $validation', {
        version,
        validation,
      });
    await measure(first, 0.2);
    await measure(second, 0.1);
    await promote({ policy: 'TUTORIAL', version: first, force: true });
    expect((await promote({ policy: 'TUTORIAL', version: second })).errors).toEqual(
      refusal(/validation 0\.1000 against 0\.2000/),
    );
    await measure(second, 0.3);
    expect((await promote({ policy: 'TUTORIAL', version: second })).errors).toEqual([]);
  });

  it('keeps a version that was promoted while its run continues', async () => {
    const { start, read, cancel } = training(service);
    const { id } = await start({ steps: 100_000 });
    let version: string | null = null;
    for (; !version; await wait(50)) version = (await read(id)).version;
    expect((await promote({ policy: 'TUTORIAL', version, force: true })).errors).toEqual([]);
    while ((await read(id)).version === version) await wait(100);
    const ended = await cancel(id);
    const { data } = await service.ask('{ policyVersions(first: 100) { version run } }');
    const own = data.policyVersions.filter(({ run }: { run: string }) => run === id);
    expect(own.map((each: { version: string }) => each.version)).toEqual([ended.version, version]);
    expect(await answering(service)).toEqual({ policy: 'TUTORIAL', version });
  });

  it('replaces a policy only if no other was promoted meanwhile, also if several servers try', async () => {
    await createConstraints(graph);
    const replace = (after: string | null, by: Graph) =>
      by.transaction((run) =>
        writePromotion(run, {
          ...{ id: randomUUID(), policy: 'EASE', exploration: 0, version: undefined },
          after,
        }),
      );
    const tryAll = async (after: string | null) => {
      const tries = [graph, otherGraph, graph, otherGraph].map((by) => replace(after, by));
      const written = (await Promise.all(tries)).filter((promotion) => promotion !== undefined);
      expect(written).toHaveLength(1);
      return written[0].promotedAt;
    };
    const first = await tryAll(null);
    const second = await tryAll(first);
    expect(await replace(first, graph)).toBeUndefined();
    expect((await service.recommender.promotions.newest(5)).map(({ promotedAt }) => promotedAt)).toEqual([
      second,
      first,
    ]);
    expect(
      await service.recommender.promotions.promoteFirst({ policy: 'ITEM_KNN', exploration: 0 }),
    ).toBeUndefined();
  });

  it('refuses an unknown version', async () => {
    const { errors } = await promote({ policy: 'TUTORIAL', version: 'none' });
    expect(errors).toEqual([{ code: 'NOT_FOUND', message: expect.stringMatching(/policyVersions/) }]);
  });
});
