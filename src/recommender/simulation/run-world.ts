import { VisitLog } from '../policies/slate-q/visit-log';
import { SLATE_SETTINGS } from '../policies/slate-q/slate-settings';
import { type StateSnapshot, VisitState } from '../policies/slate-q/visit-state';
import type { World } from './world';

/** The part of a simulated world that a recommender may see: states built from rentals and stars, never tastes. */
export interface Observation {
  readonly customers: readonly number[];
  /** [customers] */
  readonly states: readonly StateSnapshot[];
}

/** Makes a list for each customer who visits today. Oracles may access the world; recommenders must not. */
export type ListMaker = (observation: Observation, world: World) => readonly (readonly number[])[];

/** A world and the observations of it. */
export interface ObservedWorld {
  readonly world: World;
  /** [customers] */
  readonly states: readonly VisitState[];
  readonly log: VisitLog;
}

/** The outcome of a recommender's time in a world. */
export interface WorldRun {
  readonly days: readonly DayCounts[];
  /** Rentals and visits of each customer, [customers]. */
  readonly rentals: Float64Array;
  readonly visits: Float64Array;
  /** Share of the customers who have not left. */
  readonly kept: number;
  readonly meanStars: number;
}

/** One day of a run. */
export interface DayCounts {
  readonly day: number;
  readonly rentals: number;
  readonly visits: number;
  readonly kept: number;
  /** Mean hidden satisfaction of the customers who have not left. */
  readonly satisfaction: number;
}

/** Options of {@link runWorld}. */
export interface RunOptions {
  /** Whether customers who leave come back after 30 days. */
  readonly isClosed?: boolean;
  /** Whether lists count as shown by the recommender; false for customers who browse on their own. */
  readonly isOurs?: boolean;
  /** Called after each day. */
  readonly afterDay?: (day: number) => void;
}

/** A new world without observations. */
export const observeWorld = (world: World): ObservedWorld => ({
  world,
  states: world.customers.map(() => new VisitState(SLATE_SETTINGS)),
  log: new VisitLog(),
});

/** A copy that evolves independently, with random numbers from `seed`. */
export const branchWorld = ({ world, states, log }: ObservedWorld, seed: number): ObservedWorld => ({
  world: world.copy(seed),
  states: states.map((state) => state.copy()),
  log: log.copy(),
});

/** Lets a recommender serve a world for some days. Updates the world, its states and its log. */
export function runWorld(
  observed: ObservedWorld,
  makeLists: ListMaker,
  days: number,
  { isClosed = false, isOurs = true, afterDay }: RunOptions = {},
): WorldRun {
  const { world, states, log } = observed;
  const rentals = new Float64Array(world.customers.length);
  const visits = new Float64Array(world.customers.length);
  const counts: DayCounts[] = [];
  let [stars, rated] = [0, 0];
  for (let passed = 0; passed < days; passed++) {
    const customers = world.arrivals();
    const snapshots = customers.map((customer) => states[customer].snapshot(world.day));
    const lists = makeLists({ customers, states: snapshots }, world);
    let rentedToday = 0;
    customers.forEach((customer, index) => {
      const outcome = world.visit(customer, lists[index], { isClosed });
      const visit = { list: isOurs ? [...lists[index]] : [], film: outcome.film, stars: outcome.stars };
      log.add({ ...visit, customer, day: world.day, state: snapshots[index] });
      states[customer].observe(visit, world.day);
      visits[customer]++;
      if (outcome.film < 0) return;
      rentals[customer]++;
      rentedToday++;
      stars += outcome.stars;
      rated++;
    });
    counts.push({
      day: world.day,
      rentals: rentedToday,
      visits: customers.length,
      ...remaining(world),
    });
    world.day++;
    afterDay?.(world.day);
  }
  return { days: counts, rentals, visits, kept: remaining(world).kept, meanStars: stars / rated };
}

function remaining({ customers }: World): { kept: number; satisfaction: number } {
  const staying = customers.filter(({ hasLeft }) => !hasLeft);
  const sum = staying.reduce((total, { satisfaction }) => total + satisfaction, 0);
  return { kept: staying.length / customers.length, satisfaction: sum / staying.length };
}
