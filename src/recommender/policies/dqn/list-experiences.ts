import type { Experience } from './experience';

/** A list that was shown to a customer, and its outcome; film numbers. */
export interface ServedOutcome {
  /** Films rented before, oldest first. */
  readonly history: Int32Array;
  readonly films: ArrayLike<number>;
  /** 1 for each film that was rented, [films]. */
  readonly rented: ArrayLike<number>;
}

/** The experiences of a list: each film of it was an action, with reward 1 if it was rented, else 0. */
export const listExperiences = ({ history, films, rented }: ServedOutcome): Experience[] =>
  Array.from(films, (film, place) => ({
    history,
    film,
    reward: rented[place],
    isRented: rented[place] === 1,
  }));
