import { createConstraints } from '../../../src/graph/constraints';
import type { Graph } from '../../../src/graph/graph';
import { createRandom } from '../../../src/random';
import {
  readCustomerLists,
  writeImpressions,
} from '../../../src/recommender/impressions/impression-repository';
import { readStoreVisits, readVisitsOf } from '../../../src/recommender/impressions/read-visits';
import { dayOf, type Visit } from '../../../src/recommender/policies/visit';
import { browsing } from '../../../src/recommender/simulation/oracles';
import { observeWorld, runWorld } from '../../../src/recommender/simulation/run-world';
import { World } from '../../../src/recommender/simulation/world';
import { WORLD_SETTINGS } from '../../../src/recommender/simulation/world-settings';
import { openTestGraph } from '../../test-graph';
import { writeWorld } from './write-world';

/** The version of lists that a test adds to those of the world. */
const ADDED = 'added';

describe('the visits in the graph', () => {
  let graph: Graph;
  const settings = { ...WORLD_SETTINGS, customers: 12, films: 50 };
  const observed = observeWorld(World.create(5, settings));
  const numbers = new Map(Array.from({ length: settings.films }, (_, film) => [String(film), film]));

  beforeAll(async () => {
    graph = await openTestGraph();
    await createConstraints(graph);
    const noise = createRandom(1);
    runWorld(observed, browsing(noise), 10, { isOurs: false, isClosed: true });
    runWorld(observed, browsing(noise), 20, { isClosed: true });
    await writeWorld(graph, observed);
  });
  afterEach(() =>
    graph.write('MATCH (list:RecommendationList {version: $version}) DETACH DELETE list', { version: ADDED }),
  );
  afterAll(() => graph.close());

  it('are those of the world that was written', async () => {
    const store = await readStoreVisits(graph, numbers);
    const today = dayOf(Date.now());
    expect(store.ratings).toEqual({ lowest: 1, highest: 5 });
    const expected = new Map<number, Visit[]>();
    observed.log.forEach(({ customer, day, list, film, stars }) => {
      // A day without a list and without a rental leaves no trace.
      if (list.length === 0 && film < 0) return;
      const visit = { day: today - observed.world.day + day, list, film, rating: stars || NaN };
      expected.set(customer, [...(expected.get(customer) ?? []), visit]);
    });
    const sawLists = [...expected].filter(([, visits]) => visits.some(({ list }) => list.length > 0));
    const ids = sawLists.map(([customer]) => String(customer)).sort();
    expect(store.customers).toEqual(ids.map((id) => expected.get(Number(id))));
    const few = await readStoreVisits(graph, numbers, { lists: 1, listsPerCustomer: 1, visits: 1 });
    expect(few.customers.flat().filter(({ list }) => list.length > 0)).toHaveLength(ids.length);
    const read = await readVisitsOf(graph, [...ids, 'unknown'], numbers);
    expect([...read.keys()].sort()).toEqual(ids);
    for (const id of ids) expect(read.get(id)).toEqual(expected.get(Number(id)));
  });

  it('come in pages, newest first, without anonymous lists and lists with imagined films', async () => {
    const list = {
      policy: 'EASE' as const,
      version: ADDED,
      servedAt: Date.now(),
      films: ['1'],
      scores: [1],
      propensities: [1],
      exploration: 0,
      qualifying: 1,
      given: [],
      plain: true,
    };
    await writeImpressions(graph, [
      { ...list, id: 'anonymous', customer: null },
      { ...list, id: 'imagined', customer: '1', given: ['2'] },
      // Three lists at the same moment, across pages of two.
      ...['a', 'b', 'c'].map((id) => ({ ...list, id, customer: '1' })),
    ]);
    const ids: string[] = [];
    let pages = 0;
    for await (const page of readCustomerLists(graph, 2)) {
      expect(page.length).toBeLessThanOrEqual(2);
      ids.push(...page.map(({ id }) => id));
      pages++;
    }
    let lists = 0;
    observed.log.forEach((visit) => (lists += Number(visit.list.length > 0)));
    expect(ids.slice(0, 3)).toEqual(['c', 'b', 'a']);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(lists + 3);
    expect(pages).toBe(Math.ceil(ids.length / 2));
  });
});
