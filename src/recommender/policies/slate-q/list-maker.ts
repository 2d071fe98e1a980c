import { topFilms } from '../../films/top-films';
import { bestList, type ChosenList } from './best-list';
import { listTraits, type SlateFilms } from './slate-films';
import { APPEAL, forward, type Head, prepareNetwork, scoreFilms, STARS, valuesOf } from './slate-forward';
import type { SlateParameters } from './slate-network';
import type { SlateSettings } from './slate-settings';
import { readFeatures, unrentedIn } from './state-features';
import type { StateSnapshot } from './visit-state';

/** How an agent ranks: by the value of the whole list, by the chance of a rental, or by expected stars. */
export type SlateRanking = 'LOOKAHEAD' | 'APPEAL' | 'STARS';

/** Options of a list. */
export interface ListOptions {
  readonly ranking?: SlateRanking;
  /** Drawn for each film and added to its appeal, to explore. */
  readonly perturb?: () => number;
}

/** Makes lists with trained parameters. Plain arithmetic: it needs no engine. */
export interface ListMaker {
  /** The films to show in a state, among those that the customer has not rented. */
  list(state: StateSnapshot, options?: ListOptions): number[];
  /**
   * The best list of `length` films among the candidates, and the scores by which they are ranked.
   * @param candidates 1 for each film that may be shown, [films]
   */
  choose(state: StateSnapshot, candidates: Uint8Array, length: number): ChosenList;
}

/** Creates a list maker. Later changes of the parameters do not reach it. */
export function createListMaker(
  films: SlateFilms,
  settings: SlateSettings,
  parameters: SlateParameters,
): ListMaker {
  const traits = listTraits(films);
  const network = prepareNetwork(parameters, traits, settings);
  const attention = parameters.position.map(Math.exp);

  const outputs = (state: StateSnapshot, candidates: Uint8Array) => {
    const features = readFeatures(state, traits, settings);
    const layers = forward(network, features);
    const { none, ofFilm } = valuesOf(network, layers);
    const score = (head: Head) => scoreFilms(network, features, layers, head, candidates);
    return { appeal: score(APPEAL), stars: score(STARS), none, ofFilm };
  };

  return {
    list: (state, { ranking = 'LOOKAHEAD', perturb } = {}) => {
      const unrented = unrentedIn(state, films.count);
      const { appeal, stars, none, ofFilm } = outputs(state, unrented);
      if (perturb) for (let film = 0; film < appeal.length; film++) appeal[film] += perturb();
      if (ranking === 'LOOKAHEAD') {
        const isAllowed = (film: number) => unrented[film] === 1;
        return bestList({ appeal, values: stars.map(ofFilm), none, attention, isAllowed }).films;
      }
      const scores =
        ranking === 'APPEAL'
          ? appeal
          : appeal.map((each, film) => each + Math.log(shareOfStars(stars[film])));
      return topFilms(scores, attention.length, unrented).map(({ film }) => film);
    },
    choose: (state, candidates, length) => {
      const { appeal, stars, none, ofFilm } = outputs(state, candidates);
      return bestList({
        appeal,
        values: stars.map(ofFilm),
        none,
        // Past the places that the agent learned from, attention stays as at the last one.
        attention: Float64Array.from(
          { length },
          (_, place) => attention[Math.min(place, attention.length - 1)],
        ),
        isAllowed: (film) => candidates[film] === 1,
      });
    },
  };
}

/** Expected stars as a share of five, at least .05. */
const shareOfStars = (stars: number): number => Math.min(1, Math.max(0.05, 0.6 + 0.4 * stars));
