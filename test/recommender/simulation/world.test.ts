import { createRandom } from '../../../src/random';
import { browsing, greedyOracle, planningOracle } from '../../../src/recommender/simulation/oracles';
import { branchWorld, observeWorld, runWorld } from '../../../src/recommender/simulation/run-world';
import { World } from '../../../src/recommender/simulation/world';
import { NULL_WORLD, WORLD_SETTINGS } from '../../../src/recommender/simulation/world-settings';

const small = { ...WORLD_SETTINGS, customers: 200, films: 150 };
const rentals = (run: { rentals: Float64Array }) => run.rentals.reduce((sum, each) => sum + each, 0);

describe('the simulated world', () => {
  it('is the same for the same seed, and branches without sharing state', () => {
    const run = (seed: number) => runWorld(observeWorld(World.create(seed, small)), greedyOracle, 10);
    expect(run(4)).toEqual(run(4));
    expect(run(4)).not.toEqual(run(5));
    const observed = observeWorld(World.create(4, small));
    const [a, b] = [branchWorld(observed, 1), branchWorld(observed, 1)];
    expect(runWorld(a, greedyOracle, 5)).toEqual(runWorld(b, greedyOracle, 5));
    expect(observed.world.day).toBe(0);
    expect(observed.log.length).toBe(0);
  });

  it('rewards looking ahead', () => {
    const observed = observeWorld(World.create(2, small));
    const [planned, greedy] = [planningOracle, greedyOracle].map((oracle) =>
      runWorld(branchWorld(observed, 9), oracle, 90),
    );
    expect(rentals(planned)).toBeGreaterThan(1.3 * rentals(greedy));
    expect(planned.kept).toBeGreaterThan(greedy.kept);
    expect(planned.meanStars).toBeGreaterThan(greedy.meanStars);
  });

  it('gives no advantage to looking ahead if satisfaction has no effect', () => {
    const settings = { ...NULL_WORLD, customers: 200, films: 150 };
    const observed = observeWorld(World.create(2, settings));
    const visits = [planningOracle, greedyOracle].map((oracle) =>
      runWorld(branchWorld(observed, 9), oracle, 60).visits.reduce((sum, each) => sum + each, 0),
    );
    expect(visits[0] / visits[1]).toBeCloseTo(1, 1);
  });

  it('logs every visit with the state before it, and visits without a recommender as visits without a list', () => {
    const observed = observeWorld(World.create(3, small));
    const own = runWorld(observed, browsing(createRandom(1)), 20, { isClosed: true, isOurs: false });
    expect(own.kept).toBe(1);
    const rented = new Map<number, Set<number>>();
    observed.log.forEach(({ customer, film, list, state }) => {
      const before = rented.get(customer) ?? new Set();
      expect(new Set(state.history)).toEqual(before);
      expect(list).toEqual([]);
      if (film >= 0) {
        expect(before.has(film)).toBe(false);
        before.add(film);
      }
      rented.set(customer, before);
    });
  });

  it('returns the next visit, and whether the future of a visit is known', () => {
    const observed = observeWorld(World.create(3, small));
    runWorld(observed, greedyOracle, 40);
    const transitions = observed.log.transitions(30);
    for (const { visit, next, isResolved } of transitions) {
      if (next) {
        expect(next.customer).toBe(visit.customer);
        expect(next.day).toBeGreaterThan(visit.day);
      }
      expect(isResolved).toBe(next !== undefined || 39 - visit.day > 30);
    }
  });
});
