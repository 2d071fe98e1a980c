import type { SampleStore } from './sample-store';
import { SAMPLE_SETTINGS, type SampleSettings } from './sample-settings';

/** Knows what the customers of a sample store will rent. Films and customers by their place in the store. */
export interface Taste {
  /**
   * How likely each film is the next that a customer rents, [films]; sums to 1.
   * @param history films rented so far, the oldest first
   * @param progress how much of the store's time has passed, 0 to 1
   */
  nextRental(customer: number, history: readonly number[], progress: number): Float64Array;
}

/**
 * The taste that a sample store was made with. A film's chance is the product of its fame and of what the
 * customer finds in it: a category or an actor that they like, the category that people turn to next, an actor
 * of the film they rented last, its sequel.
 */
export function createTaste(
  { traits }: Pick<SampleStore, 'traits'>,
  { weights }: SampleSettings = SAMPLE_SETTINGS,
): Taste {
  const { films, customers, nextCategory } = traits;
  const categories = nextCategory.length;
  const filmsOfActor = invert(films.map((film) => film.actors));
  const sequelsOf = invert(films.map((film) => (film.sequelOf === undefined ? [] : [film.sequelOf])));

  /** Films with at least one of the actors: a second one makes no difference. */
  const filmsWith = (actors: readonly number[]) =>
    new Set(actors.flatMap((actor) => filmsOfActor[actor] ?? []));

  /** Logarithm of what multiplies the chance of a film of each category, [categories]. */
  const categoryAppeal = (customer: number, last: number | undefined, progress: number) => {
    const { earlyCategories, lateCategories } = customers[customer];
    const appeal = new Float64Array(categories);
    for (const category of earlyCategories) appeal[category] += weights.likedCategory * (1 - progress);
    for (const category of lateCategories) appeal[category] += weights.likedCategory * progress;
    if (last !== undefined) appeal[nextCategory[films[last].category]] += weights.nextCategory;
    return appeal;
  };

  return {
    nextRental: (customer, history, progress) => {
      const last = history.at(-1);
      const chances = new Float64Array(films.length);
      const appeal = categoryAppeal(customer, last, progress).map(Math.exp);
      films.forEach((film, number) => (chances[number] = film.fame * appeal[film.category]));
      const multiply = (numbers: Iterable<number>, weight: number) => {
        for (const number of numbers) chances[number] *= Math.exp(weight);
      };
      multiply(filmsWith(customers[customer].favouriteActors), weights.favouriteActor);
      if (last !== undefined) {
        multiply(filmsWith(films[last].actors), weights.sameActor);
        multiply(sequelsOf[last] ?? [], weights.sequel);
      }
      multiply(new Set(history), weights.rentedBefore);
      const sum = chances.reduce((total, chance) => total + chance, 0);
      return chances.map((chance) => chance / sum);
    },
  };
}

/** Turns lists of what each thing has into lists of the things that have it. */
function invert(lists: readonly (readonly number[])[]): number[][] {
  const inverted: number[][] = [];
  lists.forEach((list, thing) => {
    for (const entry of list) (inverted[entry] ??= []).push(thing);
  });
  return inverted;
}
