import type { Random } from '../../random';
import { distinctNumbers, type SimulatedFilms } from './simulated-films';
import type { WorldSettings } from './world-settings';

/** A customer of a simulated store. Recommenders only see the customer's rentals and stars. */
export interface SimulatedCustomer {
  /** How much the customer likes each category, [categories]. */
  taste: Float64Array;
  /** 1 for films with a favorite actor, [films]. */
  readonly hasFavorite: Uint8Array;
  satisfaction: number;
  /** Recent rentals per category, decaying, [categories]. */
  readonly boredom: Float64Array;
  /** The day of the last rental per category, [categories]. */
  readonly lastRentedOn: Float64Array;
  /** 1 for films the customer has rented, [films]. */
  readonly rented: Uint8Array;
  /** The last rental; −1 before the first. */
  lastFilm: number;
  /** The day up to which decay has been applied. */
  updatedOn: number;
  nextVisit: number;
  hasLeft: boolean;
}

/** Draws a customer with tastes and favorite actors. The first visit is within the first week. */
export function createSimulatedCustomer(
  settings: WorldSettings,
  films: SimulatedFilms,
  random: Random,
): SimulatedCustomer {
  const favorites = new Set(distinctNumbers(settings.appeal.favorites.count, films.actorCount, random));
  return {
    taste: drawTaste(settings, random),
    hasFavorite: Uint8Array.from(films.actors, (cast) => Number(cast.some((actor) => favorites.has(actor)))),
    satisfaction: 0,
    boredom: new Float64Array(settings.categories),
    lastRentedOn: new Float64Array(settings.categories).fill(-99),
    rented: new Uint8Array(films.count),
    lastFilm: -1,
    updatedOn: 0,
    nextVisit: random.integer(6),
    hasLeft: false,
  };
}

/** Draws how much a customer likes each category. */
export function drawTaste({ categories, appeal }: WorldSettings, random: Random): Float64Array {
  const taste = new Float64Array(categories);
  const drawn = distinctNumbers(appeal.liked.count + appeal.mild.count, categories, random);
  drawn.forEach((category, index) => {
    taste[category] = index < appeal.liked.count ? appeal.liked.weight : appeal.mild.weight;
  });
  return taste;
}

/** The appeal of every film to a customer, as log-odds, [films]. */
export function appealOf(
  customer: SimulatedCustomer,
  films: SimulatedFilms,
  { appeal }: WorldSettings,
): Float64Array {
  const { taste, boredom, lastFilm, hasFavorite } = customer;
  const perCategory = taste.map((liking, category) => liking - appeal.boredom * boredom[category]);
  if (lastFilm >= 0) perCategory[films.nextCategory[films.category[lastFilm]]] += appeal.nextCategory;
  return films.appeal.map((base, film) => {
    const shares = lastFilm >= 0 && films.sharesActor(film, lastFilm);
    return (
      base +
      perCategory[films.category[film]] +
      appeal.favorites.weight * hasFavorite[film] +
      (shares ? appeal.sharedActor : 0)
    );
  });
}

/** The expected enjoyment of every film, [films]. */
export function enjoymentOf(
  customer: SimulatedCustomer,
  films: SimulatedFilms,
  { enjoyment }: WorldSettings,
  day: number,
): Float64Array {
  const { taste, boredom, lastRentedOn, hasFavorite } = customer;
  return films.quality.map((quality, film) => {
    const category = films.category[film];
    const isNovel = taste[category] > 0 && day - lastRentedOn[category] > 30;
    return (
      quality +
      enjoyment.perTaste * taste[category] -
      enjoyment.perBoredom * boredom[category] +
      (isNovel ? enjoyment.novelty : 0) +
      enjoyment.favorite * hasFavorite[film]
    );
  });
}

/** The log-odds that a customer rents no film. */
export const reluctanceOf = ({ satisfaction }: SimulatedCustomer, { appeal }: WorldSettings): number =>
  appeal.none.base - appeal.none.perSatisfaction * satisfaction;
