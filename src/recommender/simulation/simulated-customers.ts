import type { Random } from '../../random';
import type { Taste } from '../../store/sample/taste';

/** How readily a customer rents nothing: with films on the list that they would rent next with this chance, every other visit. */
const RELUCTANCE = 0.2;

/** Customers of a sample store who visit: whom a list pleases, and what they rent, is known by their maker. */
export interface SimulatedCustomers {
  /** Film numbers that a customer rented so far, the oldest first. */
  history(customer: number): Int32Array;
  /** The chance that a customer rents from a list. */
  hitChance(customer: number, list: readonly number[]): number;
  /** The list with the highest chance. */
  bestList(customer: number, length: number): number[];
  /** The customer looks at a list and rents one film of it, which is part of the history then, or none. */
  visit(customer: number, list: readonly number[], random: Random): number | undefined;
}

/**
 * Customers with the histories that a log has. A film of a list is chosen with a chance in proportion to how likely
 * it is the next that the customer would rent in the whole store; nothing is, in proportion to RELUCTANCE.
 */
export function createSimulatedCustomers(taste: Taste, histories: readonly Int32Array[]): SimulatedCustomers {
  const own = histories.map((history) => Array.from(history));
  const wishes = (customer: number): Float64Array => {
    const chances = taste.nextRental(customer, own[customer], 1);
    for (const film of own[customer]) chances[film] = 0;
    return chances;
  };
  const hitChance = (customer: number, list: readonly number[]) => {
    const chances = wishes(customer);
    const sum = list.reduce((total, film) => total + chances[film], 0);
    return sum / (sum + RELUCTANCE);
  };
  return {
    history: (customer) => Int32Array.from(own[customer]),
    hitChance,
    bestList: (customer, length) => {
      const chances = wishes(customer);
      return Array.from(chances.keys())
        .sort((a, b) => chances[b] - chances[a])
        .slice(0, length);
    },
    visit: (customer, list, random) => {
      const chances = wishes(customer);
      const sum = list.reduce((total, film) => total + chances[film], 0);
      let rest = random.next() * (sum + RELUCTANCE);
      const film = list.find((shown) => (rest -= chances[shown]) < 0);
      if (film !== undefined) own[customer].push(film);
      return film;
    },
  };
}
