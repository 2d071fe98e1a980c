import { topFilms } from '../films/top-films';
import { countRentals } from '../rentals/count-rentals';
import type { RentalLog } from '../rentals/rental-log';
import { countByPopularity, type PopularityCounts } from './popularity-bins';
import type { TestCase } from './split-log';

/** The part of a policy that is measured. */
interface Scorer {
  /** Returns one row of scores for each history, [histories][films]. */
  score(histories: readonly Int32Array[]): Float32Array[];
}

/** Metrics of one list. */
export interface ListMetrics {
  /** The share of the case's test rentals that are among the first k films. */
  readonly recall: number;
  /** Discounted cumulative gain of the first k films, divided by that of an ideal list. */
  readonly ndcg: number;
  /** 1 if a test rental is among the first k films, otherwise 0. */
  readonly hitRate: number;
  /** Mean of −log₂(share of training customers who rented the film) over the first k films. */
  readonly novelty: number;
}

/** The list of one test case, film numbers, best first, and its metrics. */
export interface MeasuredList {
  readonly films: readonly number[];
  readonly metrics: ListMetrics;
  /** Ranks of the test rentals, grouped by how often each film was rented in training. */
  readonly popularity: PopularityCounts;
}

/** Means over the test cases. */
export interface RankingMetrics extends ListMetrics {
  /** The share of all films that appear in at least one list. */
  readonly coverage: number;
}

/** Number of profiles that are scored at once. Limits the number of score rows in memory. */
const BATCH = 128;

/**
 * For each test case, ranks all films that are not in the profile, and compares the first k with the test rentals.
 * Skips cases without test rentals.
 */
export function measureLists(
  policy: Scorer,
  train: RentalLog,
  cases: readonly TestCase[],
  k = 10,
): MeasuredList[] {
  const rentals = countRentals(train);
  const lists: MeasuredList[] = [];
  forEachScored(policy, cases, ({ profile, test }, scores) => {
    const films = recommend(scores, profile, k);
    const popularity = countByPopularity(scores, profile, test, films, rentals);
    lists.push({
      films,
      metrics: { ...compare(films, new Set(test), k), novelty: noveltyOf(films, rentals, train) },
      popularity,
    });
  });
  return lists;
}

/** The means of `measureLists`, and the coverage. */
export function evaluateRanking(
  policy: Scorer,
  { train, cases }: { train: RentalLog; cases: readonly TestCase[] },
  k = 10,
): RankingMetrics {
  return summarizeLists(measureLists(policy, train, cases, k), train.films.length);
}

/** Means over lists, and the coverage of `filmCount` films. */
export function summarizeLists(lists: readonly MeasuredList[], filmCount: number): RankingMetrics {
  const mean = (metric: keyof ListMetrics) =>
    lists.reduce((sum, { metrics }) => sum + metrics[metric], 0) / Math.max(lists.length, 1);
  return {
    recall: mean('recall'),
    ndcg: mean('ndcg'),
    hitRate: mean('hitRate'),
    novelty: mean('novelty'),
    coverage: new Set(lists.flatMap(({ films }) => films)).size / filmCount,
  };
}

/** Only the mean NDCG@k, for validation during training. */
export function meanNdcg(policy: Scorer, cases: readonly TestCase[], k = 10): number {
  let [sum, count] = [0, 0];
  forEachScored(policy, cases, ({ profile, test }, scores) => {
    sum += compare(recommend(scores, profile, k), new Set(test), k).ndcg;
    count++;
  });
  return sum / Math.max(count, 1);
}

/** Calls `visit` with each case that has test rentals and the scores of all films for its profile. */
export function forEachScored(
  policy: Scorer,
  cases: readonly TestCase[],
  visit: (testCase: TestCase, scores: Float32Array) => void,
): void {
  const tested = cases.filter(({ test }) => test.length > 0);
  for (let from = 0; from < tested.length; from += BATCH) {
    const batch = tested.slice(from, from + BATCH);
    const rows = policy.score(batch.map(({ profile }) => profile));
    batch.forEach((testCase, row) => visit(testCase, rows[row]));
  }
}

/** Films that were never rented count as rented once. */
function noveltyOf(films: readonly number[], rentals: Float32Array, { histories }: RentalLog): number {
  const surprise = films.map((film) => -Math.log2(Math.max(rentals[film], 1) / histories.length));
  return surprise.reduce((sum, value) => sum + value, 0) / Math.max(films.length, 1);
}

function recommend(scores: Float32Array, rented: Int32Array, k: number): number[] {
  const allowed = new Uint8Array(scores.length).fill(1);
  for (const film of rented) allowed[film] = 0;
  return topFilms(scores, k, allowed).map(({ film }) => film);
}

function compare(list: readonly number[], rented: ReadonlySet<number>, k: number) {
  const gain = (rank: number) => 1 / Math.log2(rank + 2);
  let [hits, gained, ideal] = [0, 0, 0];
  list.forEach((film, rank) => {
    if (!rented.has(film)) return;
    hits++;
    gained += gain(rank);
  });
  for (let rank = 0; rank < Math.min(rented.size, k); rank++) ideal += gain(rank);
  return { recall: hits / rented.size, ndcg: gained / ideal, hitRate: Number(hits > 0) };
}
