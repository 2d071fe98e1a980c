import { randomUUID } from 'node:crypto';
import { connectGraph } from '../../../src/graph/connect-graph';
import { createConstraints } from '../../../src/graph/constraints';
import type { Graph } from '../../../src/graph/graph';
import { countVisits, writeImpressions } from '../../../src/recommender/impressions/impression-repository';
import { DAY_MS, dayOf } from '../../../src/recommender/policies/visit';
import { isTreated } from '../../../src/recommender/versions/promotion-trial';
import { judgeRunningTrial } from '../../../src/recommender/versions/trials';
import type { PromotionTrial } from '../../../src/recommender/versions/trial-repository';
import { createTestService, fillWithRandomEmbeddings, type TestService } from '../../graphql/test-service';
import { openTestGraph, testGraphAddress } from '../../test-graph';
import { training } from '../training/training-operations';

/** The first whole day of a trial thirty days ago. It started the evening before; versions were trained earlier. */
const FIRST = (dayOf(Date.now()) - 30) * DAY_MS;
const START = FIRST - 3_600_000;
const TRAINED = START - 20 * DAY_MS;
const VISITORS = Array.from({ length: 160 }, (_, index) => `visitor-${index}`);
/** Customers of the sample store who rent what one of the versions ranks high. */
const RENTERS = Array.from({ length: 25 }, (_, index) => String(index + 1));
/** Customers whose lists the tests look at. */
const FEW = VISITORS.slice(0, 8);

const RECOMMEND = `query ($customer: ID!, $policy: Policy) {
  recommendations(customer: $customer, policy: $policy, first: 1) { version }
}`;

describe('promotion by a trial', () => {
  let graph: Graph;
  let otherGraph: Graph;
  let service: TestService;
  let replica: TestService;
  let versions: string[];
  beforeAll(async () => {
    graph = await openTestGraph();
    await fillWithRandomEmbeddings(graph);
    await createConstraints(graph);
    await graph.write('UNWIND $ids AS id CREATE (:Customer {customerID: id})', { ids: VISITORS });
    otherGraph = await connectGraph(testGraphAddress());
    service = await createTestService(graph, { ttlMs: 1 });
    replica = await createTestService(otherGraph, { ttlMs: 1 });
    versions = [await train(1), await train(2)];
    await graph.write(
      `MATCH (run:TrainingRun) SET run.startedAt = datetime({epochMillis: toInteger($at)})
       WITH DISTINCT 0 AS one
       MATCH ()-[rented:RENTED]->() WHERE rented.firstAt.epochMillis >= $at DELETE rented`,
      { at: TRAINED },
    );
  });
  afterAll(async () => {
    for (const { recommender } of [service, replica]) await recommender.close();
    await graph.close();
    await otherGraph.close();
  });

  const range = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);
  const train = async (seed: number): Promise<string> => {
    const { start, ended } = training(service);
    const { id } = await start({ policy: 'DQN', steps: 15, seed });
    return (await ended(id)).version;
  };

  /** Promotes the first version, and lets customers rent films since the training that one of the two ranks higher. */
  const prepare = async (better: 'current' | 'candidate'): Promise<void> => {
    await graph.write(
      `MATCH (earlier:Promotion|PromotionTrial|RecommendationList|RentalKey) DETACH DELETE earlier
       WITH count(*) AS deleted
       MATCH ()-[rented:RENTED]->() WHERE rented.firstAt.epochMillis >= $at DELETE rented`,
      { at: TRAINED },
    );
    await service.recommender.promotions.promote({
      policy: 'DQN',
      version: versions[0],
      exploration: 0,
      force: true,
    });
    const [current, candidate] = await Promise.all(versions.map(rankings));
    const [own, other] = better === 'current' ? [current, candidate] : [candidate, current];
    const rentals = RENTERS.map((customer, index) => {
      const lead = (film: string) => other[index].indexOf(film) - own[index].indexOf(film);
      const film = own[index].slice(0, 10).reduce((best, each) => (lead(each) > lead(best) ? each : best));
      return { customer, film, at: TRAINED + 5 * DAY_MS };
    });
    await rent(rentals);
  };
  /** The films that each renter has not rented, best first. */
  const rankings = async (version: string): Promise<string[][]> => {
    const { recommender } = service;
    const films = await recommender.catalogue();
    const histories = (await recommender.histories(films, RENTERS)) as Int32Array[];
    const { policy } = await recommender.policy(films, 'DQN', version);
    return policy.score(histories).map((scores, index) =>
      films.films
        .map((id, film) => ({ id, film, score: scores[film] }))
        .filter(({ film }) => !histories[index].includes(film))
        .sort((first, second) => second.score - first.score)
        .map(({ id }) => id),
    );
  };
  const rent = (rentals: readonly { customer: string; film: string; at: number }[]) =>
    graph.write(
      `UNWIND $rentals AS row
       MATCH (customer:Customer {customerID: row.customer}), (film:Film {filmID: row.film})
       CREATE (customer)-[:RENTED {firstAt: datetime({epochMillis: toInteger(row.at)}),
         lastAt: datetime({epochMillis: toInteger(row.at)}), times: 1}]->(film)`,
      { rentals },
    );

  /** Serves a list to each visitor on some days; day 0 is the first whole day of the trial. */
  const visit = (days: readonly number[], isThere: (customer: string, day: number) => boolean = () => true) =>
    writeImpressions(
      graph,
      days.flatMap((day) =>
        VISITORS.filter((customer) => isThere(customer, day)).map((customer) => ({
          id: randomUUID(),
          customer,
          policy: 'DQN' as const,
          version: versions[0],
          servedAt: FIRST + (day + 0.5) * DAY_MS,
          films: ['1'],
          scores: [1],
          propensities: [1],
          exploration: 0,
          qualifying: 80,
          given: [],
          plain: true,
        })),
      ),
    );

  const startTrial = async (): Promise<PromotionTrial> => {
    const challenge = await service.recommender.promotions.challenge('DQN', START);
    expect(challenge?.outcome).toBe('TRIAL_STARTED');
    return (await replica.recommender.promotions.trial()) as PromotionTrial;
  };
  /** Lets both halves visit for fifteen days and rent the given number of films, some one more. */
  const serveBothHalves = async (
    trial: string,
    films: { candidate: number; current: number },
  ): Promise<void> => {
    await visit(range(0, 15), (customer, day) => (day + Number(customer.slice(8))) % 3 === 0);
    await rent(
      VISITORS.flatMap((customer, index) =>
        range(1, 1 + films[isTreated(trial, customer) ? 'candidate' : 'current'] + (index % 2)).map(
          (film) => ({
            customer,
            film: String(film),
            at: FIRST + (film % 14) * DAY_MS + 1,
          }),
        ),
      ),
    );
  };
  const judge = (day: number, by = service) =>
    by.recommender.promotions.judge(FIRST + day * DAY_MS + 3_600_000);
  const versionFor = async (customer: string, by: TestService, policy?: 'DQN') =>
    (await by.ask(RECOMMEND, { customer, policy })).data.recommendations.version as string;
  const defaultVersion = async (by: TestService) => (await by.recommender.answering()).version;

  it('promotes no version before enough customers have rented', async () => {
    await prepare('candidate');
    await graph.write(
      `MATCH (customer:Customer)-[rented:RENTED]->()
       WHERE customer.customerID <> '1' AND rented.firstAt.epochMillis >= $at DELETE rented`,
      { at: TRAINED },
    );
    const challenge = await service.recommender.promotions.challenge('DQN', START);
    expect(challenge).toMatchObject({ outcome: 'TOO_FEW_RENTALS', comparison: { customers: 1 } });
  });

  it('decides only by the newest rentals if the store has no traffic', async () => {
    await prepare('current');
    expect(await service.recommender.promotions.challenge('DQN', START)).toMatchObject({ outcome: 'KEPT' });
    expect(await defaultVersion(replica)).toBe(versions[0]);
    await prepare('candidate');
    const challenge = await service.recommender.promotions.challenge('DQN', START);
    expect(challenge).toMatchObject({ outcome: 'PROMOTED', comparison: { customers: 25 } });
    expect(await defaultVersion(replica)).toBe(versions[1]);
    expect(await service.recommender.promotions.trials(1)).toEqual([]);
  });

  it('compares a version with a promoted baseline', async () => {
    await prepare('candidate');
    await service.recommender.promotions.promote({ policy: 'EASE', exploration: 0, force: true });
    expect(await service.recommender.promotions.challenge('DQN', START)).toMatchObject({
      candidate: `DQN ${versions[1]}`,
      current: 'EASE',
      comparison: { customers: 25 },
    });
  });

  it('starts no trial of a version that ranks the newest rentals worse', async () => {
    await prepare('current');
    await visit(range(-15, -1));
    const challenge = await service.recommender.promotions.challenge('DQN', START);
    expect(challenge).toMatchObject({ outcome: 'VETOED', comparison: { customers: 25 } });
    expect(await service.recommender.promotions.trials(1)).toEqual([]);
  });

  it('promotes a candidate whose customers rent more, once for all servers', async () => {
    await prepare('candidate');
    await visit(range(-15, -1));
    const trial = await startTrial();
    expect(trial).toMatchObject({ policy: 'DQN', version: versions[1], currentVersion: versions[0], day: 0 });
    const treated = FEW.map((customer) => isTreated(trial.id, customer));
    for (const by of [service, replica, service]) {
      const served = await Promise.all(FEW.map((customer) => versionFor(customer, by)));
      expect(served).toEqual(treated.map((isCandidate) => versions[Number(isCandidate)]));
    }
    const [treatedCustomer] = VISITORS.filter((customer) => isTreated(trial.id, customer));
    expect(await versionFor(treatedCustomer, replica, 'DQN')).toBe(versions[0]);

    await serveBothHalves(trial.id, { candidate: 8, current: 3 });
    expect(await judge(0)).toBeUndefined();
    // Lists are deleted after 60 days; those of the first days have been counted by then.
    expect(await judge(13)).toMatchObject({ status: 'RUNNING', day: 13 });
    await graph.write(
      'MATCH (list:RecommendationList) WHERE list.servedAt.epochMillis < $at DETACH DELETE list',
      {
        at: FIRST + 10 * DAY_MS,
      },
    );
    const shown = await replica.ask('{ agent { trial { day results { visits { difference verdict } } } } }');
    expect(shown.data.agent.trial).toMatchObject({ day: 13, results: { visits: { verdict: 'UNDECIDED' } } });
    const judged = await Promise.all([judge(15), judge(15, replica)]);
    expect(judged.filter(Boolean)).toHaveLength(1);
    const [ended] = await replica.recommender.promotions.trials(1);
    expect(ended).toMatchObject({
      status: 'PROMOTED',
      day: 15,
      reason: "The candidate's customers had more rentals.",
    });
    const { candidateCustomers = 0, currentCustomers = 0, rentals } = ended.results ?? {};
    expect(candidateCustomers + currentCustomers).toBe(VISITORS.length);
    expect(rentals?.difference).toBeCloseTo(5, 0);
    expect(rentals?.low).toBeGreaterThan(0);
    for (const by of [service, replica]) {
      expect(await defaultVersion(by)).toBe(versions[1]);
      expect(await versionFor(VISITORS[0], by)).toBe(versions[1]);
      expect(await by.recommender.promotions.newest(5)).toHaveLength(2);
    }
  });

  it('ends the trial of a candidate whose customers rent less, and tries it once', async () => {
    await prepare('candidate');
    await visit(range(-15, -1));
    const trial = await startTrial();
    await serveBothHalves(trial.id, { candidate: 2, current: 7 });
    expect(await judge(15, replica)).toMatchObject({
      status: 'REJECTED',
      reason: "The candidate's customers had fewer rentals.",
    });
    for (const by of [service, replica]) {
      expect(await defaultVersion(by)).toBe(versions[0]);
      const served = await Promise.all(FEW.map((customer) => versionFor(customer, by)));
      expect(new Set(served)).toEqual(new Set([versions[0]]));
    }
    expect(await service.recommender.promotions.challenge('DQN', START + 16 * DAY_MS)).toBeUndefined();
  });

  it('keeps a promotion that an operator makes while a trial is decided', async () => {
    await prepare('candidate');
    await visit(range(-15, -1));
    const trial = await startTrial();
    await serveBothHalves(trial.id, { candidate: 8, current: 3 });
    const promoteEase = () =>
      service.recommender.promotions.promote({ policy: 'EASE', exploration: 0, force: true });
    const judged = await judgeRunningTrial(
      {
        graph: otherGraph,
        countVisits: (from, until) => countVisits(otherGraph, from, until),
        canServe: () => promoteEase().then(() => true),
      },
      FIRST + 15 * DAY_MS + 3_600_000,
    );
    expect(judged).toMatchObject({ status: 'STOPPED', reason: 'Another policy was promoted.' });
    expect(await service.recommender.promotions.newest(5)).toMatchObject([
      { policy: 'EASE' },
      { policy: 'DQN', version: versions[0] },
    ]);
  });

  it('keeps a running trial if a newer version appears, and ends it after a promotion or by an operator', async () => {
    await prepare('candidate');
    await visit(range(-15, -1));
    await startTrial();
    await graph.write(
      `MATCH (run)-[:PUBLISHED]->(known:PolicyVersion {version: $version})
       CREATE (run)-[:PUBLISHED]->(later:PolicyVersion) SET later += known {.*, version: 'later', publishedAt: datetime.realtime()}`,
      { version: versions[1] },
    );
    expect(await service.recommender.promotions.challenge('DQN', START + DAY_MS)).toMatchObject({
      outcome: 'TRIAL_RUNNING',
      candidate: 'DQN later',
    });
    await graph.write("MATCH (later:PolicyVersion {version: 'later'}) DETACH DELETE later");

    await service.recommender.promotions.promote({ policy: 'POPULARITY', exploration: 0, force: true });
    for (const by of [service, replica]) expect(await by.recommender.promotions.trial()).toBeUndefined();
    expect(await judge(1, replica)).toMatchObject({
      status: 'STOPPED',
      reason: 'Another policy was promoted.',
    });

    await graph.write('MATCH (trial:PromotionTrial) DELETE trial');
    const { id } = await startTrial();
    const end = () =>
      replica.ask(`mutation { endTrial(input: {trial: "${id}"}) { trial { status reason } } }`);
    expect((await end()).data.endTrial.trial).toEqual({ status: 'STOPPED', reason: 'Ended by an operator.' });
    expect((await end()).errors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect(await service.recommender.promotions.trial()).toBeUndefined();
  });
});
