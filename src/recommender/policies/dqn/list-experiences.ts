import type { Experience } from './transitions';

/** A list that somebody was served, and what came of it; film numbers. */
export interface ServedOutcome {
  /** What the customer had rented before, the oldest first. */
  readonly history: Int32Array;
  readonly films: ArrayLike<number>;
  /** 1 for each film of the list that was rented, [films]. */
  readonly rented: ArrayLike<number>;
}

/** What an agent experiences with a list: each film of it was an action, with reward 1 where it was rented, else 0. */
export const listExperiences = ({ history, films, rented }: ServedOutcome): Experience[] =>
  Array.from(films, (film, place) => ({
    history,
    film,
    reward: rented[place],
    isRented: rented[place] === 1,
  }));
