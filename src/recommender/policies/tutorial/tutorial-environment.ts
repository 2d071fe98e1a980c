import { AppError } from '../../../app-error';
import type { NearestFilms } from '../../films/nearest-films';
import type { Random } from '../../../random';
import type { RentalLog } from '../../rentals/rental-log';
import type { TutorialSettings } from './tutorial-settings';
import { nextState } from './tutorial-state';

/** One step of the environment. States are [dimension]. */
export interface Transition {
  readonly state: Float32Array;
  readonly nextState: Float32Array;
  readonly reward: number;
}

/** The tutorial's environment: customers replay their rentals regardless of the recommendations. */
export interface TutorialEnvironment {
  /** The state of the current customer, [dimension]. */
  state(): Float32Array;
  /** The films nearest to an action by cosine. */
  recommend(action: Float32Array): number[];
  /** The customer rents the next sampled film. The reward is the number of recommended films among the sampled ones. */
  step(recommended: readonly number[]): Transition;
  /** Begins a new pass over the customers. */
  reset(): void;
}

/**
 * Samples a few rentals of each customer and replays them, one customer after the other. A pass visits each customer
 * once, in random order. A customer's state begins as a normal random vector. Rentals of films without a vector are
 * left out.
 * @throws AppError BAD_USER_INPUT if no customer rented a film that has a vector
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
    .map((rented) => ({ history: cut(rented) }))
    .filter(({ history }) => history.length > 0);
  if (customers.length === 0) {
    throw new AppError(
      'BAD_USER_INPUT',
      'No customer rented a film that has an embedding, so there is nothing to learn. Import rentals first.',
    );
  }

  let pass: number[] = [];
  const nextCustomer = () => {
    if (pass.length === 0) pass = random.shuffle([...customers.keys()]);
    const state: Float32Array = new Float32Array(dimension).map(random.normal);
    return { ...customers[pass.pop() as number], rentals: 0, state };
  };
  let customer = nextCustomer();
  return {
    state: () => customer.state,
    recommend: (action) => films.find(action, settings.filmsPerList).map(({ film }) => film),
    step: (recommended) => {
      const { history, rentals, state } = customer;
      const reward = recommended.filter((film) => history.includes(film)).length;
      const next = nextState(state, films.vector(history[rentals]));
      if (rentals + 1 < history.length) customer = { ...customer, rentals: rentals + 1, state: next };
      else customer = nextCustomer();
      return { state, nextState: next, reward };
    },
    reset: () => {
      pass = [];
      customer = nextCustomer();
    },
  };
}
