import { randomUUID } from 'node:crypto';
import { type Random } from '../../random';
import { requireInteger, requireNumber } from '../../require-number';
import { inSpan } from '../../tracing/span';
import { type FilmCatalogue, requireFilm } from '../films/film-catalogue';
import type { Scores } from '../films/top-films';
import type { ImpressionLog } from '../impressions/impression-log';
import type { Ranking } from '../policies/learner';
import type { PolicyName, ServedPolicy } from '../policies/policy';
import { dayOf, type Visit } from '../policies/visit';
import type { History } from '../rentals/histories';
import { exploreList } from './explore-list';
import { rankFilms } from './rank-films';
import type { PolicyRegistry } from './policy-registry';

/** A policy and one of its versions. Default: the default policy. */
export interface RequestedPolicy {
  readonly policy?: PolicyName;
  readonly version?: string;
  /** Whether the candidate of the running trial answers instead, if no policy is given. Default: false. */
  readonly isTreated?: boolean;
}

/** The arguments of a recommendation. */
export interface RecommendationRequest extends RequestedPolicy {
  /** The customer's id; null to recommend based on `films` only. */
  readonly customer: string | null;
  /** Ids of films to treat as rented after the customer's own rentals, oldest first. Default: none. */
  readonly films?: readonly string[];
  /** Max length of the list, between 1 and 100. */
  readonly first: number;
  /** 0 ranks by score only; higher values prefer films that differ from those above them. At most 1. Default: 0. */
  readonly diversity?: number;
  /** Whether to leave out films that the customer has rented. Default: true. */
  readonly excludeRented?: boolean;
  /** Returns the ids of the films that qualify. Default: all films. */
  readonly filter?: () => Promise<readonly string[]>;
}

/** A list of recommendations, with film ids. */
export interface RecommendationList {
  readonly id: string;
  readonly customer: string | null;
  readonly policy: PolicyName;
  readonly version: string;
  readonly ranking: Ranking;
  readonly items: readonly Recommendation[];
}

/** One film of a list. */
export interface Recommendation {
  /** The rank, starting at 1. */
  readonly rank: number;
  readonly score: number;
  readonly film: string;
  /** Ids of the films that the list is based on, oldest first. */
  readonly history: readonly string[];
}

/** The data sources of a list. Lists of one GraphQL operation share them, so that each value is read once. */
export interface RecommendationSources {
  catalogue(): Promise<FilmCatalogue>;
  /** @throws AppError NOT_FOUND for an unknown customer */
  history(customer: string): Promise<History>;
  /** The policy of a request. */
  served(requested: RequestedPolicy): Promise<ServedPolicy>;
  /** All films' scores for a history. */
  scores(history: History, served: ServedPolicy): Promise<Scores>;
  /** The visits of a customer, oldest first. @throws AppError NOT_FOUND for an unknown customer */
  visits(customer: string): Promise<readonly Visit[]>;
}

/** The log of impressions, and the generator that draws random films. */
export interface RecommendationOutputs {
  readonly impressions: ImpressionLog;
  readonly random: Random;
}

/**
 * Recommends films: scores all of them, keeps those that qualify, ranks and explores, and logs the impression. A policy
 * with slates chooses the whole list for a known customer, unless other films are imagined as rented or diversity is
 * asked for.
 * @throws AppError BAD_USER_INPUT, NOT_FOUND, POLICY_UNTRAINED, EMBEDDINGS_MISSING
 */
export async function recommend(
  request: RecommendationRequest,
  sources: RecommendationSources,
  { impressions, random }: RecommendationOutputs,
): Promise<RecommendationList> {
  const { customer, first, diversity = 0, excludeRented = true, filter } = request;
  requireInteger('first', first);
  requireNumber('diversity', diversity, { min: 0, max: 1 });

  const catalogue = await sources.catalogue();
  const given = Int32Array.from(request.films ?? [], (id) => requireFilm(catalogue, id));
  const rented = customer === null ? new Int32Array() : await sources.history(customer);
  const history = given.length === 0 ? rented : Int32Array.from([...rented, ...given]);

  const [served, allowed] = await Promise.all([sources.served(request), qualifyingFilms(catalogue, filter)]);
  for (const film of excludeRented ? history : given) allowed[film] = 0;
  const { slates } = served.policy;
  const isForVisit = customer !== null && given.length === 0 && diversity === 0;
  const ranking: Ranking = slates && isForVisit ? 'SLATES' : 'NEXT_RENTAL';
  const scores =
    slates && isForVisit
      ? slates.score(await sources.visits(customer), dayOf(Date.now()), allowed, first)
      : await sources.scores(history, served);

  const embedding = catalogue.embeddings.NODE2VEC ?? catalogue.embeddings.FASTRP;
  const ranked = rankFilms(scores, { first, allowed, diversity, embedding });
  const { exploration = 0 } = served;
  const shown = exploreList(ranked, { exploration, allowed, scores, random });

  const toIds = (films: Iterable<number>) => Array.from(films, (film) => catalogue.films[film]);
  const list = { id: randomUUID(), customer, policy: served.policy.name, version: served.version };
  impressions.write({
    ...list,
    servedAt: Date.now(),
    films: toIds(shown.map(({ film }) => film)),
    scores: shown.map(({ score }) => score),
    propensities: shown.map(({ propensity }) => propensity),
    exploration,
    qualifying: allowed.reduce((sum, one) => sum + one, 0),
    given: toIds(given),
    plain: customer !== null && excludeRented && !filter && given.length === 0 && diversity === 0,
  });
  const historyIds = toIds(history);
  const items = shown.map(({ film, score }, index) => ({
    rank: index + 1,
    score,
    film: catalogue.films[film],
    history: historyIds,
  }));
  return { ...list, ranking, items };
}

/** Returns 1 for each film that qualifies, [films]. */
async function qualifyingFilms(
  { films, numbers }: FilmCatalogue,
  filter: RecommendationRequest['filter'],
): Promise<Uint8Array> {
  if (!filter) return new Uint8Array(films.length).fill(1);
  const allowed = new Uint8Array(films.length);
  for (const id of await filter()) {
    const number = numbers.get(id);
    if (number !== undefined) allowed[number] = 1;
  }
  return allowed;
}

/** Returns the policy of a request. */
export const findServed = (
  registry: PolicyRegistry,
  catalogue: FilmCatalogue,
  { policy, version, isTreated }: RequestedPolicy,
): Promise<ServedPolicy> =>
  isTreated ? registry.candidate(catalogue) : registry.policy(catalogue, policy, version);

/** Scores all films for each history, in one forward pass. */
export function scoreHistories(served: ServedPolicy, histories: readonly History[]): Scores[] {
  const attributes = {
    'reelgraph.policy': served.policy.name,
    'reelgraph.version': served.version,
    'reelgraph.histories': histories.length,
  };
  return inSpan('forward pass', { attributes }, () => served.policy.score(histories));
}
