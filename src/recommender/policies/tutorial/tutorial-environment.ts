import { AppError } from '../../../app-error';
import type { NearestFilms } from '../../films/nearest-films';
import type { Random } from '../../../random';
import type { RentalLog } from '../../rentals/rental-log';
import type { TutorialSettings } from './tutorial-settings';
import { nextState } from './tutorial-state';

/** One step of an environment. States are [dimension]. */
export interface Transition {
  readonly state: Float32Array;
  readonly nextState: Float32Array;
  readonly reward: number;
}

/** The tutorial's world: customers who rent what they rented, whatever is recommended to them. */
export interface TutorialEnvironment {
  /** What the customer is like now, [dimension]. */
  state(): Float32Array;
  /** The films that an action stands for: those nearest to its vector by cosine. */
  recommend(action: Float32Array): number[];
  /** The customer rents the next film of the history. The reward: how many of the recommended films they rented. */
  step(recommended: readonly number[]): Transition;
  /** Forgets the customer: the next step begins another's history. */
  reset(): void;
}

/**
 * Cuts each customer's history to a few random rentals and plays them, one customer after another at random.
 * A customer's state begins as a normal random vector. Rentals of films without a vector are left out.
 * @throws AppError BAD_USER_INPUT when nobody rented a film that has a vector.
 */
export function createTutorialEnvironment(
  log: RentalLog,
  films: NearestFilms,
  dimension: number,
  settings: TutorialSettings,
  random: Random,
): TutorialEnvironment {
  const cut = (history: Int32Array) =>
    random.shuffle(history.filter((film) => films.has(film))).slice(0, settings.filmsPerHistory);
  const customers = log.histories
    .map((rented) => ({ rented, history: cut(rented) }))
    .filter(({ history }) => history.length > 0);
  if (customers.length === 0) {
    throw new AppError(
      'BAD_USER_INPUT',
      'No customer rented a film that has an embedding: there is nothing to learn from. Import rentals first.',
    );
  }

  const newcomer = () => {
    const state: Float32Array = new Float32Array(dimension).map(random.normal);
    return { ...customers[random.integer(customers.length)], rentals: 0, state };
  };
  let customer = newcomer();
  return {
    state: () => customer.state,
    recommend: (action) => films.find(action, settings.filmsPerList).map(({ film }) => film),
    step: (recommended) => {
      const { rented, history, rentals, state } = customer;
      const reward = recommended.filter((film) => rented.includes(film)).length;
      const next = nextState(state, films.vector(history[rentals]));
      if (rentals + 1 < history.length) customer = { ...customer, rentals: rentals + 1, state: next };
      else customer = newcomer();
      return { state, nextState: next, reward };
    },
    reset: () => {
      customer = newcomer();
    },
  };
}
