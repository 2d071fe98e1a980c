import type { Random } from '../../../random';
import { topFilms } from '../../films/top-films';
import type { Policy } from '../../policy';
import type { DqnSettings } from './dqn-settings';

/** What came of acting once. */
export interface Act {
  /** Film numbers, the best first. */
  readonly list: readonly number[];
  /** How many films of the list the customer rented later. */
  readonly reward: number;
}

/**
 * Acts once against the logged histories: a customer drawn at random, at a moment drawn at random, gets a list of
 * films that they have not rented yet, ε-greedily: with chance ε a place goes to a random film. The reward counts
 * what the customer rented after that moment, never what makes the state.
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
