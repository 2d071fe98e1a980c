import type { Random } from '../../../random';
import { topFilms } from '../../films/top-films';
import type { Policy } from '../policy';
import type { DqnSettings } from './dqn-settings';

/** The outcome of one action. */
export interface Act {
  /** Film numbers, best first. */
  readonly list: readonly number[];
  /** Number of films in the list that the customer rented at this moment or later. */
  readonly reward: number;
}

/**
 * Acts once on the logged histories, to measure the reward of the agent. A random customer at a random moment gets a
 * list of films that they have not rented; each place shows a random film with probability ε. The reward counts later
 * rentals only, never the films in the state.
 */
export function actOnLog(
  policy: Policy,
  histories: readonly Int32Array[],
  epsilon: number,
  { filmsPerList }: DqnSettings,
  random: Random,
): Act {
  const history = histories[random.integer(histories.length)];
  const moment = random.integer(history.length);
  const before = history.subarray(0, moment);
  const [scores] = policy.score([before]);
  for (const film of before) scores[film] = -Infinity;
  const greedy = topFilms(scores, filmsPerList).map(({ film }) => film);
  const list = greedy.map((film) => (random.next() < epsilon ? random.integer(scores.length) : film));
  const later = new Set(history.subarray(moment));
  return { list, reward: new Set(list.filter((film) => later.has(film))).size };
}
