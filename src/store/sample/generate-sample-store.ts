import { createRandom, type Random } from '../../random';
import type { StoreRental } from '../rental-table';
import type { StoreFilm, StorePerson } from '../store';
import { CATEGORIES, createTitles, inventDescription, inventName } from './names';
import type { CustomerTraits, FilmTraits, SampleStore } from './sample-store';
import { SAMPLE_SETTINGS, type SampleSettings } from './sample-settings';
import { createTaste, type Taste } from './taste';

/** The size of a sample store, and its random seed. */
export interface SampleSize {
  customers: number;
  films: number;
  seed: number;
}

const DAY_MS = 86_400_000;

/**
 * Generates a DVD rental store whose customers have tastes, so that policies can learn from it. The same size and
 * seed give the same store. O(films + rentals).
 */
export function generateSampleStore(
  size: SampleSize,
  settings: SampleSettings = SAMPLE_SETTINGS,
): SampleStore {
  const random = createRandom(size.seed);
  const actors = people(
    Math.max(settings.actorsPerFilm[1], Math.round(size.films / settings.filmsPerActor)),
    random,
  );
  const films = makeFilms(size.films, actors.length, random, settings);
  const customers = people(size.customers, random);
  const traits = {
    films,
    customers: customers.map(() => makeCustomer(actors.length, random, settings)),
    nextCategory: random.shuffle(CATEGORIES.map((_, category) => category)),
  };
  const taste = createTaste({ traits }, settings);
  const rentals = customers.flatMap(({ id }, customer) => rentalsOf(id, customer, taste, random, settings));
  return {
    films: describeFilms(films, actors, random),
    actors,
    categories: CATEGORIES.map((name, category) => ({ id: String(category + 1), name })),
    customers,
    actedIn: films.flatMap((film, number) =>
      film.actors.map((actor) => ({ actor: actors[actor].id, film: String(number + 1) })),
    ),
    ofGenre: films.map(({ category }, number) => ({
      film: String(number + 1),
      category: String(category + 1),
    })),
    rentals: rentals.sort((a, b) => a.at - b.at),
    traits,
  };
}

const people = (count: number, random: Random): StorePerson[] =>
  Array.from({ length: count }, (_, number) => ({ id: String(number + 1), ...inventName(random) }));

function makeFilms(count: number, actors: number, random: Random, settings: SampleSettings): FilmTraits[] {
  const films: FilmTraits[] = [];
  const hasSequel = new Set<number>();
  const [least, most] = settings.actorsPerFilm;
  const spread = fameSpread(count, settings);
  for (let film = 0; film < count; film++) {
    const fame = Math.exp(spread * random.normal());
    const original = random.integer(Math.max(film, 1));
    if (film > 0 && random.next() < settings.sequels && !hasSequel.has(original)) {
      hasSequel.add(original);
      const { category, actors: cast } = films[original];
      films.push({ category, actors: cast, fame, sequelOf: original });
    } else {
      const size = least + random.integer(most - least + 1);
      // The first actor of the casts cycles through all actors, so that each of them appears in a film.
      const cast = distinct(size, () => random.integer(actors), [film % actors]);
      films.push({
        category: film < CATEGORIES.length ? film : random.integer(CATEGORIES.length),
        actors: cast,
        fame,
      });
    }
  }
  return films;
}

/** The midpoint between the two spreads, as rentals of a customer per film of their favorite categories. */
const HALF_EXHAUSTED = 0.15;

/**
 * Returns the standard deviation of the logarithm of fame with which rentals are equally skewed in stores of any size.
 */
function fameSpread(
  films: number,
  { fame: [large, small], rentals, likedCategories }: SampleSettings,
): number {
  const exhaustion = rentals[0] / ((likedCategories * films) / CATEGORIES.length);
  return large + ((small - large) * exhaustion) / (exhaustion + HALF_EXHAUSTED);
}

function makeCustomer(actors: number, random: Random, settings: SampleSettings): CustomerTraits {
  const draw = () => random.integer(CATEGORIES.length);
  const earlyCategories = distinct(settings.likedCategories, draw);
  return {
    earlyCategories,
    // Tastes drift: one category remains, and the others are replaced.
    lateCategories: distinct(settings.likedCategories, draw, [earlyCategories[0]]),
    favoriteActors: distinct(Math.min(settings.favoriteActors, actors), () => random.integer(actors)),
  };
}

/** Draws until there are `count` distinct numbers. */
function distinct(count: number, draw: () => number, start: number[] = []): number[] {
  const drawn = new Set(start);
  while (drawn.size < count) drawn.add(draw());
  return [...drawn];
}

function rentalsOf(
  customer: string,
  number: number,
  taste: Taste,
  random: Random,
  { rentals: [mean, fewest], from, days }: SampleSettings,
): StoreRental[] {
  // Exponentially distributed above the minimum: a few customers rent every week, and many rent rarely.
  const count = fewest + Math.round(-Math.log(1 - random.next()) * (mean - fewest));
  const times = Float64Array.from({ length: count }, () => random.next()).sort();
  const history: number[] = [];
  return Array.from(times, (progress) => {
    const film = taste.drawRental(number, history, progress, random);
    history.push(film);
    const at = Date.parse(from) + Math.floor((progress * days * DAY_MS) / 1_000) * 1_000;
    return { customer, film: String(film + 1), at };
  });
}

const RATINGS = ['G', 'PG', 'PG-13', 'R', 'NC-17'];
const RATES = [0.99, 2.99, 4.99];

function describeFilms(
  traits: readonly FilmTraits[],
  actors: readonly StorePerson[],
  random: Random,
): StoreFilm[] {
  const titles = createTitles(random);
  const films: (StoreFilm & { part: number; first: string; releaseYear: number })[] = [];
  traits.forEach(({ category, actors: cast, sequelOf }, number) => {
    const original = sequelOf === undefined ? undefined : films[sequelOf];
    const part = original ? original.part + 1 : 1;
    const first = original?.first ?? titles.next();
    films.push({
      id: String(number + 1),
      part,
      first,
      title: titles.sequel(first, part),
      description: inventDescription(CATEGORIES[category], actors[cast[0]], random),
      releaseYear: original ? Math.min(original.releaseYear + 2, 2023) : 1985 + random.integer(37),
      length: 70 + random.integer(100),
      rating: RATINGS[random.integer(RATINGS.length)],
      rentalRate: RATES[random.integer(RATES.length)],
      language: 'English',
    });
  });
  return films.map(({ part: _part, first: _first, ...film }) => film);
}
