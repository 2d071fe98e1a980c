import { createRandom } from '../../random';
import { SlateAgent } from '../policies/slate-q/slate-agent';
import type { SlateFilms } from '../policies/slate-q/slate-films';
import { MYOPIC_SETTINGS } from '../policies/slate-q/slate-settings';
import { browsing } from './oracles';
import { observeWorld, type ObservedWorld, runWorld } from './run-world';
import { World } from './world';
import type { WorldSettings } from './world-settings';

/** How the log of a world is created before recommenders are compared. */
export interface WarmUp {
  /** Days on which customers browse on their own. */
  readonly browsingDays: number;
  /** Days on which the first recommender, which is myopic and explores, shows lists. */
  readonly listDays: number;
  /** Learning steps of that recommender. */
  readonly steps: number;
  /** Scale of the Gumbel noise with which it explores. */
  readonly temperature: number;
}

/** A store that had no recommender for five months, then a simple one for two months. */
export const WARM_UP: WarmUp = { browsingDays: 150, listDays: 60, steps: 800, temperature: 0.5 };

/**
 * Creates a world with a log to learn from. During warm-up the number of customers is constant; afterwards no customer
 * has left.
 */
export function warmUpWorld(
  seed: number,
  settings: WorldSettings,
  { browsingDays, listDays, steps, temperature }: WarmUp = WARM_UP,
): ObservedWorld {
  const observed = observeWorld(World.create(seed, settings));
  const noise = createRandom(seed + 1_000_003);
  runWorld(observed, browsing(noise), browsingDays, { isClosed: true, isOurs: false });
  const first = new SlateAgent(slateFilms(observed.world), MYOPIC_SETTINGS, createRandom(seed));
  first.learn(observed.log.transitions(MYOPIC_SETTINGS.goneAfter), steps);
  runWorld(observed, ({ states }) => first.lists(states, 'APPEAL', temperature, noise), listDays, {
    isClosed: true,
  });
  return observed;
}

/** The films of a world as the slate agent sees them. */
export const slateFilms = ({ films, settings }: World): SlateFilms => ({
  count: films.count,
  categoryCount: settings.categories,
  actorCount: films.actorCount,
  categories: Array.from(films.category, (category) => Int32Array.of(category)),
  actors: films.actors,
});
