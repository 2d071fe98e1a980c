import { createRandom } from '../../random';
import type { Taste } from '../../store/sample/taste';
import { topFilms } from '../films/top-films';
import type { Policy } from '../policy';
import type { RentalLog } from '../rentals/rental-log';
import { exploreList } from '../serving/explore-list';
import { createSimulatedCustomers } from './simulated-customers';

/** What recommends in a simulated world: a policy as it is, or one that learns from what comes of its lists. */
export interface Candidate {
  readonly name: string;
  policy(): Policy;
  /** Told after each visit. */
  observe?(customer: number, outcome: { history: Int32Array; films: number[]; rented: number[] }): void;
  /** Lets it learn; asked for every so many visits. */
  learn?(): void;
  /** The chance that a place of a list is random. */
  readonly exploration: number;
}

/** One visit. */
export interface Visit {
  readonly customer: number;
  /** Whether the customer rented from the list. */
  readonly isHit: boolean;
  /** The chance of that, as the customer's maker knows it. */
  readonly hitChance: number;
  /** By how much the best list's chance was higher. */
  readonly regret: number;
}

export interface SimulationOptions {
  readonly taste: Taste;
  readonly log: RentalLog;
  readonly visits: number;
  readonly seed: number;
  /** Films in a list. */
  readonly first?: number;
  /** Visits between two times of learning. */
  readonly learnEvery?: number;
  readonly report?: (visit: number) => void;
}

/**
 * Lets customers visit one contestant, in a world of its own that begins with the log: a customer drawn at random
 * gets a list of films that they have not rented, and rents from it or not; what they rent is part of what they are
 * like from then on. The same seed brings the same customers in the same order, whoever recommends.
 */
export function simulate(contestant: Candidate, options: SimulationOptions): Visit[] {
  const { taste, log, visits, seed, first = 5, learnEvery = 50 } = options;
  const customers = createSimulatedCustomers(taste, log.histories);
  const [arrivals, choices, explorations] = [seed, seed + 1_000_003, seed + 2_000_003].map(createRandom);
  let policy = contestant.policy();
  return Array.from({ length: visits }, (_, visit) => {
    const customer = arrivals.integer(log.customers.length);
    const history = customers.history(customer);
    const [scores] = policy.score([history]);
    const allowed = new Uint8Array(scores.length).fill(1);
    for (const film of history) allowed[film] = 0;
    const ranked = topFilms(scores, first, allowed);
    const { exploration } = contestant;
    const shown = exploreList(ranked, { exploration, allowed, scores, random: explorations });
    const films = shown.map(({ film }) => film);
    const best = customers.hitChance(customer, customers.bestList(customer, first));
    const hitChance = customers.hitChance(customer, films);
    const rented = customers.visit(customer, films, choices);
    contestant.observe?.(customer, { history, films, rented: films.map((film) => Number(film === rented)) });
    if (contestant.learn && (visit + 1) % learnEvery === 0) {
      contestant.learn();
      policy = contestant.policy();
    }
    options.report?.(visit + 1);
    return { customer, isHit: rented !== undefined, hitChance, regret: best - hitChance };
  });
}
