import type { Experience } from '../policies/experience';
import type { LoggedList } from './logged-list';

/** The probability that a customer looks at a place, relative to the place above. */
const ATTENTION = 0.85;
/** The max weight of a film that was unlikely to be shown. */
const MAX_FACTOR = 10;

/**
 * Returns the experiences of a list: each film was an action, with reward 1 if it was rented, otherwise 0. A film that
 * was shown but not rented counts less further down the list, where customers look less often. A film that was shown by
 * exploration counts up to ten times, because the policy rarely shows such films.
 */
export const listExperiences = ({ history, films, rented, propensities }: LoggedList): Experience[] =>
  Array.from(films, (film, place) => ({
    history,
    film,
    reward: rented[place],
    isRented: rented[place] === 1,
    weight: (rented[place] === 1 ? 1 : ATTENTION ** place) * Math.min(1 / propensities[place], MAX_FACTOR),
  }));
