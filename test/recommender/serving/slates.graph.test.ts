import { setTimeout as wait } from 'node:timers/promises';
import { createConstraints } from '../../../src/graph/constraints';
import type { Graph } from '../../../src/graph/graph';
import { createRandom } from '../../../src/random';
import { dayOf, type Visit } from '../../../src/recommender/policies/visit';
import { createListMaker } from '../../../src/recommender/policies/slate-q/list-maker';
import { stateOn } from '../../../src/recommender/policies/slate-q/replay-visits';
import {
  readSlateParameters,
  toSlateFilms,
  type WithSlates,
} from '../../../src/recommender/policies/slate-q/slate-codec';
import { unpackLearner } from '../../../src/recommender/policies/weights-codec';
import { browsing } from '../../../src/recommender/simulation/oracles';
import { observeWorld, runWorld } from '../../../src/recommender/simulation/run-world';
import { World } from '../../../src/recommender/simulation/world';
import { WORLD_SETTINGS } from '../../../src/recommender/simulation/world-settings';
import { readPackedWeights } from '../../../src/recommender/versions/version-repository';
import { createTestService, type TestService } from '../../graphql/test-service';
import { openTestGraph } from '../../test-graph';
import { noonsOf, writeWorld } from '../impressions/write-world';

const LIST = `query ($customer: ID!, $imagine: [ID!], $where: FilmWhere, $first: Int! = 5) {
  recommendations(customer: $customer, imagine: $imagine, where: $where, first: $first) {
    id policy version ranking items { score film { filmId } reasons { text } }
  }
}`;

describe('a store with traffic', () => {
  let graph: Graph;
  let service: TestService;
  let version: string;
  const observed = observeWorld(World.create(5, { ...WORLD_SETTINGS, customers: 80, films: 60 }));
  const today = dayOf(Date.now());

  const list = async (customer: string, variables: object = {}) => {
    const { data, errors } = await service.ask(LIST, { customer, ...variables });
    expect(errors).toEqual([]);
    return data.recommendations as {
      id: string;
      version: string;
      ranking: string;
      items: { score: number; film: { filmId: string }; reasons: object[] }[];
    };
  };
  const filmsOf = ({ items }: Awaited<ReturnType<typeof list>>) => items.map(({ film }) => film.filmId);

  /** The visits of a customer, as the world logged them. */
  const visitsOf = (customer: number, numbers: ReadonlyMap<string, number>): Visit[] => {
    const visits: Visit[] = [];
    const toNumber = (film: number) => numbers.get(String(film)) ?? -1;
    observed.log.forEach(({ customer: owner, day, list: shown, film, stars }) => {
      if (owner !== customer || (shown.length === 0 && film < 0)) return;
      visits.push({
        day: dayOf(noonsOf(observed.world.day)(day)),
        list: shown.map(toNumber),
        film: toNumber(film),
        rating: stars || NaN,
      });
    });
    return visits;
  };

  /** The list of the published agent in this process, for visits that do not come from the graph. */
  const agentList = async (customer: number, extra: readonly Visit[] = [], first = 5) => {
    const { progress, arrays } = unpackLearner((await readPackedWeights(graph, 'DQN', version))!);
    const slates = (progress as WithSlates).slates!;
    const { ids } = slates.films;
    const numbers = new Map(ids.map((id, film) => [id, film]));
    const films = toSlateFilms(slates.films);
    const maker = createListMaker(films, slates.settings, readSlateParameters(slates, arrays));
    const visits = [...visitsOf(customer, numbers), ...extra];
    const state = stateOn(today, visits, slates.settings, slates.ratings);
    const allowed = new Uint8Array(ids.length).fill(1);
    for (const film of state.history) allowed[film] = 0;
    return { films: maker.choose(state, allowed, first).films.map((film) => ids[film]), numbers };
  };

  beforeAll(async () => {
    graph = await openTestGraph();
    await createConstraints(graph);
    const noise = createRandom(1);
    runWorld(observed, browsing(noise), 5, { isOurs: false, isClosed: true });
    runWorld(observed, browsing(noise), 50, { isClosed: true });
    await writeWorld(graph, observed);
    service = await createTestService(graph, { ttlMs: 1 });
    const started = await service.ask(
      'mutation { startTraining(input: { policy: DQN, seed: 3, steps: 150 }) { run { id } } }',
    );
    const { id } = started.data.startTraining.run as { id: string };
    for await (const { status } of service.recommender.runs.follow(id)) if (status !== 'RUNNING') break;
    const run = await service.recommender.runs.find(id);
    expect(run).toMatchObject({ status: 'SUCCEEDED', error: null });
    version = run.version!;
    const promoted = await service.ask(
      'mutation { promotePolicy(input: { policy: DQN, force: true }) { promotion { version } } }',
    );
    expect(promoted.data.promotePolicy.promotion.version).toBe(version);
    // The slate agent takes 600 learning steps.
  }, 300_000);
  afterAll(async () => {
    await service.recommender.close();
    await graph.close();
  });

  it('is served the lists of the slate agent, and says so', async () => {
    const { data } = await service.ask('{ agent { version learners { policy ranking rankingReason } } }');
    expect(data.agent).toEqual({
      version,
      learners: [
        { policy: 'DQN', ranking: 'SLATES', rankingReason: 'The store has enough visits.' },
        { policy: 'TUTORIAL', ranking: 'NEXT_RENTAL', rankingReason: expect.any(String) },
      ],
    });
    for (const customer of [0, 1, 2, 3, 4]) {
      const served = await list(String(customer));
      expect(served).toMatchObject({ version, ranking: 'SLATES' });
      expect(filmsOf(served)).toEqual((await agentList(customer)).films);
      const scores = served.items.map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
    }
    expect(filmsOf(await list('5', { first: 12 }))).toEqual((await agentList(5, [], 12)).films);
  });

  it('gets the same list again on the same day, and another one after a rental', async () => {
    const before = await list('7');
    expect(filmsOf(await list('7'))).toEqual(filmsOf(before));
    const [film] = filmsOf(before);
    const input = { customer: '7', film, recommendationList: before.id, idempotencyKey: 'a' };
    const recorded = await service.ask(
      'mutation ($input: RecordRentalInput!) { recordRental(input: $input) { repeated } }',
      { input },
    );
    expect(recorded.errors).toEqual([]);
    const { numbers } = await agentList(7);
    const shown = filmsOf(before).map((id) => numbers.get(id)!);
    const step = { day: today, list: shown, film: shown[0], rating: NaN };
    const after = filmsOf(await list('7'));
    expect(after).not.toContain(film);
    expect(after).toEqual((await agentList(7, [step])).films);
  });

  it('gets lists within a filter, and ranked films if others are imagined as rented', async () => {
    const where = { categories: { some: { categoryId: { in: ['1', '2', '3'] } } } };
    const inside = await list('9', { where });
    const { data } = await service.ask('query ($where: FilmWhere) { films(where: $where) { filmId } }', {
      where,
    });
    const allowed = new Set(data.films.map(({ filmId }: { filmId: string }) => filmId));
    expect(inside.items.length).toBeGreaterThan(0);
    expect(filmsOf(inside).every((id) => allowed.has(id))).toBe(true);

    const films = await service.recommender.catalogue();
    const { policy } = await service.recommender.policy(films);
    const [history] = await service.recommender.histories(films, ['9']);
    const [scores] = policy.score([Int32Array.from([...(history as Int32Array), films.numbers.get('1')!])]);
    const imagined = await list('9', { imagine: ['1'] });
    expect(imagined.ranking).toBe('NEXT_RENTAL');
    for (const { film, score } of imagined.items) {
      expect(score).toBe(scores[films.numbers.get(film.filmId)!]);
    }
  });

  it('logs the lists as impressions', async () => {
    const served = await list('11');
    const read = () =>
      graph.read<{ films: string[]; plain: boolean; scores: number[] }>(
        'MATCH (list:RecommendationList {listID: $id}) RETURN list.films AS films, list.plain AS plain, list.scores AS scores',
        { id: served.id },
      );
    while ((await read()).length === 0) await wait(100);
    expect((await read())[0]).toEqual({
      films: filmsOf(served),
      plain: true,
      scores: served.items.map(({ score }) => score),
    });
  });

  it('is served by another policy if a byte of the weights is flipped', async () => {
    const packed = (await readPackedWeights(graph, 'DQN', version))!;
    const bytes = Int8Array.from(packed.bytes);
    // The agent's arrays come last.
    bytes[bytes.length - 1] ^= 1;
    const write = (stored: Int8Array) =>
      graph.write('MATCH (version:PolicyVersion {version: $version}) SET version.bytes = $bytes', {
        version,
        bytes: stored,
      });
    await write(bytes);
    const other = await createTestService(graph, { ttlMs: 1 });
    const { data } = await other.ask(
      '{ agent { policy status degradedReason } recommendations(customer: "1") { policy items { rank } } }',
    );
    await other.recommender.close();
    await write(packed.bytes);
    expect(data.agent).toMatchObject({
      policy: 'EASE',
      status: 'DEGRADED',
      degradedReason: expect.stringMatching(/SHA-256/),
    });
    expect(data.recommendations.items).toHaveLength(5);
  });
});
