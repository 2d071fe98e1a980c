import { createRandom, type Random } from '../../random';
import { isTreated, judgeTrial, TRIAL_SETTINGS } from '../versions/promotion-trial';
import { bestList } from '../policies/slate-q/best-list';
import { topAllowed } from './oracles';
import { type ListMaker, observeWorld, runWorld, type WorldRun } from './run-world';
import { World } from './world';
import { WORLD_SETTINGS, type WorldSettings } from './world-settings';

/** Candidates whose true effect on the store is known. They know the customers' tastes up to an error. */
export const CANDIDATES = ['RETRAINED', 'FAR_SIGHTED', 'SAME', 'CLICKBAIT', 'BAD'] as const;
export type Candidate = (typeof CANDIDATES)[number];

/** The outcome of one trial. */
export interface TrialOutcome {
  readonly candidate: Candidate;
  readonly isPromoted: boolean;
  /** The day of the decision. */
  readonly day: number;
  /** Relative difference of rentals if each served all customers for 90 days. */
  readonly trueLift: number;
}

/** Share of customers whose tastes change before the trial, so that a retrained candidate is better. */
const DRIFT = 0.6;
/** Standard deviation of a model's error about the appeal of a film to a customer. */
const ERROR = { usual: 1.2, bad: 2.4 };
/** How strongly the clickbait candidate favors bait. */
const BAIT = 1.5;
/** The value of enjoyment to the far-sighted candidate, in rentals. */
const ENJOYMENT_VALUE = 0.5;

/** Runs one trial of a candidate in a separate world whose tastes have drifted. */
export function runTrial(
  seed: number,
  candidate: Candidate,
  settings: WorldSettings = WORLD_SETTINGS,
): TrialOutcome {
  const world = World.create(seed, settings);
  const oldTastes = world.customers.map(({ taste }) => taste.slice());
  const current = modelLists(oldTastes, ERROR.usual, createRandom(seed + 1));
  const observed = observeWorld(world);
  runWorld(observed, current, 30, { isClosed: true });
  world.drift(DRIFT);
  const before = runWorld(observed, current, 15, { isClosed: true });
  const challenger = challengerOf(candidate, world, oldTastes, current, seed);
  const trueLift = rentalsOf(world, challenger, seed) / rentalsOf(world, current, seed) - 1;
  return { candidate, trueLift, ...decideTrial(world, { current, challenger, before }, seed) };
}

function challengerOf(
  candidate: Candidate,
  world: World,
  before: readonly Float64Array[],
  current: ListMaker,
  seed: number,
): ListMaker {
  const model = (tastes: readonly Float64Array[], error: number, style: Style = 'RENTALS') =>
    modelLists(tastes, error, createRandom(seed + 2), style);
  switch (candidate) {
    case 'RETRAINED':
      return model(
        world.customers.map(({ taste }, index) => taste.map((now, i) => (now + before[index][i]) / 2)),
        ERROR.usual,
      );
    case 'FAR_SIGHTED':
      return model(before, ERROR.usual, 'ENJOYMENT');
    case 'CLICKBAIT':
      return model(before, ERROR.usual, 'BAIT');
    case 'BAD':
      return model(before, ERROR.bad);
    case 'SAME':
      return current;
  }
}

/** Splits the customers and judges every day, as the service does. */
function decideTrial(
  start: World,
  { current, challenger, before }: { current: ListMaker; challenger: ListMaker; before: WorldRun },
  seed: number,
) {
  const trial = `trial-${seed}`;
  const observed = observeWorld(start.copy(seed + 3));
  const { world } = observed;
  const firstDay = world.day;
  const split: ListMaker = ({ customers, states }, at) => {
    const lists = [current, challenger].map((lists) => lists({ customers, states }, at));
    return customers.map((customer, index) => lists[Number(isTreated(trial, String(customer)))][index]);
  };
  const rentals = new Float64Array(world.customers.length);
  const visits = new Float64Array(world.customers.length);
  while (world.day - firstDay < TRIAL_SETTINGS.maxDays) {
    const today = runWorld(observed, split, 1);
    for (let customer = 0; customer < rentals.length; customer++) {
      rentals[customer] += today.rentals[customer];
      visits[customer] += today.visits[customer];
    }
    const customers = Array.from(rentals, (count, customer) => ({
      customer: String(customer),
      rentals: count,
      visits: visits[customer],
      before: { rentals: before.rentals[customer], visits: before.visits[customer] },
    }));
    const day = world.day - firstDay;
    const { decision } = judgeTrial(trial, customers, day);
    if (decision !== 'CONTINUE') return { isPromoted: decision === 'PROMOTE', day };
  }
  return { isPromoted: false, day: TRIAL_SETTINGS.maxDays };
}

function rentalsOf(world: World, lists: ListMaker, seed: number): number {
  return runWorld(observeWorld(world.copy(seed + 4)), lists, 90).rentals.reduce((sum, each) => sum + each, 0);
}

type Style = 'RENTALS' | 'ENJOYMENT' | 'BAIT';

/**
 * Makes lists with a model that assumes the given tastes and misjudges each film for each customer by a fixed error.
 */
function modelLists(
  tastes: readonly Float64Array[],
  error: number,
  random: Random,
  style: Style = 'RENTALS',
): ListMaker {
  const errors = new Map<number, Float64Array>();
  const errorOf = (customer: number, films: number) => {
    const known = errors.get(customer) ?? Float64Array.from({ length: films }, () => error * random.normal());
    errors.set(customer, known);
    return known;
  };
  return ({ customers }, world) =>
    customers.map((customer) => {
      const misjudged = errorOf(customer, world.films.count);
      const believed = believing(world, customer, tastes[customer]);
      const bait = style === 'BAIT' ? BAIT : 0;
      const appeal = believed.appeal.map(
        (each, film) => each + misjudged[film] + bait * world.films.isBait[film],
      );
      if (style !== 'ENJOYMENT') return topAllowed(world, customer, appeal);
      const { enjoyment, satisfaction } = world.settings;
      return bestList({
        appeal,
        values: believed.enjoyment.map((each, film) => 1 + ENJOYMENT_VALUE * (each + 0.3 * misjudged[film])),
        none: {
          appeal: world.reluctance(customer),
          value: (ENJOYMENT_VALUE * enjoyment.none * satisfaction.none) / satisfaction.rental,
        },
        attention: world.settings.attention,
        isAllowed: (film) => world.customers[customer].rented[film] === 0,
      }).films;
    });
}

/** Appeal and enjoyment of all films for a customer with the given tastes. */
function believing(world: World, index: number, taste: Float64Array) {
  const customer = world.customers[index];
  const own = customer.taste;
  customer.taste = taste;
  try {
    return { appeal: world.appeal(index), enjoyment: world.enjoyment(index) };
  } finally {
    customer.taste = own;
  }
}
