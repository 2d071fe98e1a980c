import type { StoreVisits } from '../visit';

/**
 * The traffic from which the agent can learn. It has about 10,000 numbers beside those of films; in simulated
 * stores about a thousand lists are enough to beat EASE. Each outcome must occur often enough to be learned. Ratings are
 * not needed: without them all rentals count the same.
 */
const MIN = { lists: 1_000, rentals: 100, returns: 100 };
/** A learning step scores all films for each of its visits. */
const MAX_FILMS = 10_000;

/** Says why a store's visits are not enough to learn lists from; undefined if they are. */
export function whyNoSlates({ customers }: StoreVisits, films: number): string | undefined {
  let [lists, rentals, returns] = [0, 0, 0];
  for (const visits of customers) {
    const lastDay = visits.at(-1)?.day ?? 0;
    for (const { list, film, day } of visits) {
      if (list.length === 0) continue;
      lists++;
      if (list.includes(film)) rentals++;
      if (day < lastDay) returns++;
    }
  }
  if (films > MAX_FILMS) return `The store has ${films} films; lists are learned for at most ${MAX_FILMS}.`;
  const tooFew = (count: number, things: string, min: number) =>
    `Only ${count} ${things}; lists are learned from ${min} on.`;
  if (lists < MIN.lists) return tooFew(lists, 'visits of known customers had a list', MIN.lists);
  if (rentals < MIN.rentals) return tooFew(rentals, 'lists led to a rental', MIN.rentals);
  if (returns < MIN.returns) return tooFew(returns, 'lists were followed by a later visit', MIN.returns);
  return undefined;
}
