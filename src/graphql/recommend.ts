import { randomUUID } from 'node:crypto';
import { AppError } from '../app-error';
import type { FilmCatalogue } from '../recommender/films/film-catalogue';
import type { PolicyName } from '../recommender/policy';
import { rankFilms } from '../recommender/serving/rank-films';
import { exploreList } from '../recommender/serving/explore-list';
import type { Context } from './context';
import type { FilmWhere } from './loaders/qualifying-loader';
import { requireFirst } from './require-first';

/** The arguments that every form of recommendations takes. */
export interface RecommendArguments {
  first: number;
  policy?: PolicyName | null;
  version?: string | null;
  where?: FilmWhere | null;
  diversity: number;
}

/** A RecommendationList before its films are filled in. */
export interface RecommendationListSource {
  id: string;
  customerId: string | null;
  policy: PolicyName;
  version: string;
  items: RecommendationSource[];
}

/** A Recommendation before its film is filled in. */
export interface RecommendationSource {
  rank: number;
  score: number;
  filmId: string;
  /** Ids of the films that the list was made from, the oldest first. */
  history: readonly string[];
}

/** Recommendations for a customer, as the graph knows their rentals now. */
export async function recommendToCustomer(
  customerId: string,
  options: RecommendArguments & { excludeRented: boolean; imagine?: readonly string[] | null },
  context: Context,
): Promise<RecommendationListSource> {
  checkArguments(options);
  const catalogue = await context.catalogue();
  const rented = await context.histories.load(customerId);
  const imagined = filmNumbers(options.imagine ?? [], catalogue);
  const history = imagined.length ? Int32Array.from([...rented, ...imagined]) : rented;
  const leftOut = options.excludeRented ? history : imagined;
  return recommend({ customerId, history, leftOut, given: imagined }, options, context);
}

/** Recommendations from films alone; the films themselves are left out. */
export async function recommendForFilms(
  films: readonly string[],
  options: RecommendArguments,
  context: Context,
): Promise<RecommendationListSource> {
  checkArguments(options);
  const history = Int32Array.from(filmNumbers(films, await context.catalogue()));
  return recommend(
    { customerId: null, history, leftOut: history, given: Array.from(history) },
    options,
    context,
  );
}

/** For whom a list is made, and from which films, by number. */
interface Occasion {
  customerId: string | null;
  history: Int32Array;
  leftOut: ArrayLike<number>;
  /** Films of the history that the customer did not rent. */
  given: readonly number[];
}

async function recommend(
  { customerId, history, leftOut, given }: Occasion,
  options: RecommendArguments & { excludeRented?: boolean },
  context: Context,
): Promise<RecommendationListSource> {
  const { first, where, diversity, excludeRented = true } = options;
  const { lists, random } = context.recommender;
  const catalogue = await context.catalogue();
  const [{ scores, served }, allowed] = await Promise.all([
    context.scores.load(history, options),
    qualifyingFilms(catalogue, where, context),
  ]);
  for (const film of Array.from(leftOut)) allowed[film] = 0;
  const embedding = catalogue.embeddings.NODE2VEC ?? catalogue.embeddings.FASTRP;
  const ids = (numbers: ArrayLike<number>) => Array.from(numbers, (film) => catalogue.films[film]);
  const { exploration = 0 } = served;
  const ranked = rankFilms(scores, { first, allowed, diversity, embedding });
  const shown = exploreList(ranked, { exploration, allowed, scores, random });
  const list = { id: randomUUID(), policy: served.policy.name, version: served.version };
  lists.keep({
    ...list,
    customer: customerId,
    servedAt: Date.now(),
    films: ids(shown.map(({ film }) => film)),
    scores: shown.map(({ score }) => score),
    propensities: shown.map(({ propensity }) => propensity),
    exploration,
    qualifying: allowed.reduce((sum, one) => sum + one, 0),
    given: ids(given),
    plain: customerId !== null && excludeRented && !where && given.length === 0 && diversity === 0,
  });
  const historyIds = ids(history);
  return {
    ...list,
    customerId,
    items: shown.map(({ film, score }, place) => ({
      rank: place + 1,
      score,
      filmId: catalogue.films[film],
      history: historyIds,
    })),
  };
}

/** 1 for each film that qualifies, [films]. */
async function qualifyingFilms(
  { films, numbers }: FilmCatalogue,
  where: FilmWhere | null | undefined,
  context: Context,
): Promise<Uint8Array> {
  if (!where) return new Uint8Array(films.length).fill(1);
  const allowed = new Uint8Array(films.length);
  for (const id of await context.qualifying.load(where)) {
    const number = numbers.get(id);
    if (number !== undefined) allowed[number] = 1;
  }
  return allowed;
}

function filmNumbers(ids: readonly string[], { numbers }: FilmCatalogue): number[] {
  return ids.map((id) => {
    const number = numbers.get(id);
    if (number !== undefined) return number;
    throw new AppError(
      'NOT_FOUND',
      `No film has the id ${JSON.stringify(id)}. Query films { filmId } for the ids.`,
    );
  });
}

function checkArguments({ first, diversity }: RecommendArguments): void {
  requireFirst(first);
  if (!(diversity >= 0 && diversity <= 1)) {
    throw new AppError('BAD_USER_INPUT', `diversity is ${diversity}; it takes a number from 0 to 1.`);
  }
}
