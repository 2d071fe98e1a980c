import { type Candidate, simulate, type Visit } from '../../../src/recommender/simulation/simulate';
import { summarizeVisits } from '../../../src/recommender/simulation/summarize-visits';
import type { RentalLog } from '../../../src/recommender/rentals/rental-log';
import { generateSampleStore } from '../../../src/store/sample/generate-sample-store';
import { createTaste } from '../../../src/store/sample/taste';

const store = generateSampleStore({ customers: 30, films: 100, seed: 3 });
const taste = createTaste(store);
const log: RentalLog = {
  films: store.films.map(({ id }) => id),
  customers: store.customers.map(({ id }) => id),
  histories: store.customers.map(({ id }) =>
    Int32Array.from(new Set(store.rentals.filter((r) => r.customer === id).map((r) => Number(r.film) - 1))),
  ),
};

/** Recommends what a customer's maker knows that they want, and the contrary. */
const contestant = (sign: 1 | -1): Candidate & { outcomes: { films: number[]; rented: number[] }[] } => {
  const outcomes: { films: number[]; rented: number[] }[] = [];
  const customerOf = new Map(log.histories.map((history, customer) => [history[0], customer]));
  return {
    name: sign === 1 ? 'knowing' : 'contrary',
    exploration: 0,
    outcomes,
    policy: () => ({
      name: 'RANDOM',
      score: (histories) =>
        histories.map((history) =>
          Float32Array.from(
            taste.nextRental(customerOf.get(history[0]) ?? 0, [...history], 1),
            (chance) => sign * chance,
          ),
        ),
    }),
    observe: (_customer, outcome) => outcomes.push(outcome),
  };
};
const options = { taste, log, visits: 400, seed: 1 };

describe('simulate', () => {
  it('lets customers rent more from lists that please them, and nothing is regretted of the best ones', () => {
    const [knowing, contrary] = [simulate(contestant(1), options), simulate(contestant(-1), options)];
    const hits = (visits: Visit[]) => visits.filter(({ isHit }) => isHit).length;
    expect(hits(knowing)).toBeGreaterThan(2 * hits(contrary));
    const summary = summarizeVisits('contrary', [contrary], [knowing]);
    expect(summary.behind.low).toBeGreaterThan(0);
    expect(summary.regret.mean).toBeGreaterThan(0.1);
  });

  it('brings the same customers in the same order, whoever recommends, and the same visits for the same seed', () => {
    const customers = (visits: Visit[]) => visits.map(({ customer }) => customer);
    expect(customers(simulate(contestant(1), options))).toEqual(customers(simulate(contestant(-1), options)));
    expect(simulate(contestant(1), options)).toEqual(simulate(contestant(1), options));
    expect(simulate(contestant(1), { ...options, seed: 2 })).not.toEqual(simulate(contestant(1), options));
  });

  it('never shows a film again that the customer rented, and tells what came of each list', () => {
    const agent = contestant(1);
    const visits = simulate(agent, options);
    const rented = new Map(log.histories.map((history, customer) => [customer, new Set(history)]));
    agent.outcomes.forEach(({ films, rented: flags }, visit) => {
      const own = rented.get(visits[visit].customer)!;
      for (const film of films) expect(own.has(film)).toBe(false);
      expect(flags.includes(1)).toBe(visits[visit].isHit);
      films.forEach((film, place) => flags[place] && own.add(film));
    });
  });
});
