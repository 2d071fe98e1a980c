import type { Experience } from '../policies/experience';
import type { LoggedList } from './logged-list';

/** The experiences of a list: each film of it was an action, with reward 1 if it was rented, else 0. */
export const listExperiences = ({ history, films, rented }: LoggedList): Experience[] =>
  Array.from(films, (film, place) => ({
    history,
    film,
    reward: rented[place],
    isRented: rented[place] === 1,
  }));
