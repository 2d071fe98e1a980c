import type { Random } from '../../random';
import { createAliasTable } from './alias-table';
import type { SampleStore } from './sample-store';
import { SAMPLE_SETTINGS, type SampleSettings } from './sample-settings';

/** The rental behavior of a sample store's customers. Films and customers are numbered by their index in the store. */
export interface Taste {
  /**
   * Returns the probability that each film is the customer's next rental, [films]. O(films).
   * @param history films rented so far, oldest first
   * @param progress elapsed share of the store's time span, between 0 and 1
   */
  nextRental(customer: number, history: readonly number[], progress: number): Float64Array;
  /** Draws the next rental with the probabilities of `nextRental`, without computing those of all films. */
  drawRental(customer: number, history: readonly number[], progress: number, random: Random): number;
}

/**
 * Creates the taste that a sample store was generated with. A film's probability is proportional to its fame,
 * multiplied by a factor for each condition that holds: the customer likes a category or an actor of the film, its
 * category usually follows the last one, it shares an actor with the last film, it is the sequel of the last film, or
 * it was rented before.
 */
export function createTaste(
  { traits }: Pick<SampleStore, 'traits'>,
  { weights }: SampleSettings = SAMPLE_SETTINGS,
): Taste {
  const { films, customers, nextCategory } = traits;
  const categories = nextCategory.length;
  const fameOf = Float64Array.from(films, ({ fame }) => fame);
  const categoryOf = Uint16Array.from(films, ({ category }) => category);
  const filmsOfActor = invert(films.map((film) => film.actors));
  const sequelsOf = invert(films.map((film) => (film.sequelOf === undefined ? [] : [film.sequelOf])));
  const filmsOfCategory = invert(films.map((film) => [film.category]));
  const fameOfCategory = Array.from({ length: categories }, (_, category) =>
    (filmsOfCategory[category] ?? []).reduce((sum, film) => sum + fameOf[film], 0),
  );
  const factorOf = {
    favoriteActor: Math.exp(weights.favoriteActor),
    sameActor: Math.exp(weights.sameActor),
    sequel: Math.exp(weights.sequel),
    rentedBefore: Math.exp(weights.rentedBefore),
  };
  const drawByFame = filmsOfCategory.map((numbers) => createAliasTable(numbers.map((film) => fameOf[film])));

  /** Returns the factor of each category, [categories]. */
  const categoryAppeal = (customer: number, last: number | undefined, progress: number) => {
    const { earlyCategories, lateCategories } = customers[customer];
    const appeal = new Float64Array(categories);
    for (const category of earlyCategories) appeal[category] += weights.likedCategory * (1 - progress);
    for (const category of lateCategories) appeal[category] += weights.likedCategory * progress;
    if (last !== undefined) appeal[nextCategory[films[last].category]] += weights.nextCategory;
    return appeal.map(Math.exp);
  };

  const factors = new Float64Array(films.length).fill(1);
  const isSpecial = new Uint8Array(films.length);
  const lastTerm = new Uint32Array(films.length);
  let term = 0;

  /**
   * Calls `use` with the films that have a factor in addition to that of their category, while `factors` contains these
   * factors. A term counts once per film, even if several actors match.
   */
  const withFilmFactors = <Result>(
    customer: number,
    history: readonly number[],
    use: (special: readonly number[]) => Result,
  ): Result => {
    const special: number[] = [];
    const multiply = (numbers: readonly number[] = [], factor: number) => {
      for (const film of numbers) {
        if (lastTerm[film] === term) continue;
        lastTerm[film] = term;
        factors[film] *= factor;
        if (!isSpecial[film]) special.push(film);
        isSpecial[film] = 1;
      }
    };
    const { favoriteActor, sameActor, sequel, rentedBefore } = factorOf;
    term++;
    for (const actor of customers[customer].favoriteActors) multiply(filmsOfActor[actor], favoriteActor);
    const last = history.at(-1);
    if (last !== undefined) {
      term++;
      for (const actor of films[last].actors) multiply(filmsOfActor[actor], sameActor);
      term++;
      multiply(sequelsOf[last], sequel);
    }
    term++;
    multiply(history, rentedBefore);
    const result = use(special);
    for (const film of special) isSpecial[film] = 0;
    for (const film of special) factors[film] = 1;
    return result;
  };

  return {
    nextRental: (customer, history, progress) => {
      const appeal = categoryAppeal(customer, history.at(-1), progress);
      const chances = Float64Array.from(films, ({ fame, category }) => fame * appeal[category]);
      withFilmFactors(customer, history, (special) => {
        for (const film of special) chances[film] *= factors[film];
      });
      const sum = chances.reduce((total, chance) => total + chance, 0);
      return chances.map((chance) => chance / sum);
    },
    drawRental: (customer, history, progress, random) => {
      const appeal = categoryAppeal(customer, history.at(-1), progress);
      const shares = appeal.map((factor, category) => factor * fameOfCategory[category]);
      const total = shares.reduce((sum, share) => sum + share, 0);
      return withFilmFactors(customer, history, (special) => {
        const chances = new Float64Array(special.length);
        let specialShare = 0;
        let otherShare = special.length < films.length ? total : 0;
        for (let i = 0; i < special.length; i++) {
          const film = special[i];
          const plainChance = fameOf[film] * appeal[categoryOf[film]];
          chances[i] = plainChance * factors[film];
          specialShare += chances[i];
          otherShare = Math.max(otherShare - plainChance, 0);
        }
        if (random.next() * (specialShare + otherShare) < specialShare) {
          return special[drawShare(chances, specialShare, random)];
        }
        // Draws among all films, and draws again if the film is special. The other probabilities keep their
        // proportions.
        for (;;) {
          const category = drawShare(shares, total, random);
          const film = filmsOfCategory[category][drawByFame[category](random)];
          if (!isSpecial[film]) return film;
        }
      });
    },
  };
}

/** Draws an index with a probability proportional to its share. */
function drawShare(shares: Float64Array, total: number, random: Random): number {
  let rest = random.next() * total;
  let last = 0;
  for (let index = 0; index < shares.length; index++) {
    if (shares[index] === 0) continue;
    last = index;
    rest -= shares[index];
    if (rest < 0) break;
  }
  return last;
}

/** Inverts a mapping from items to lists of entries. */
function invert(lists: readonly (readonly number[])[]): number[][] {
  const inverted: number[][] = [];
  lists.forEach((list, thing) => {
    for (const entry of list) (inverted[entry] ??= []).push(thing);
  });
  return inverted;
}
