import { topFilms } from '../films/nearest-films';
import type { Policy } from '../policy';
import { countRentals } from '../policies/baselines/popularity';
import type { TemporalSplit } from './temporal-split';

/** What one customer's list is worth. */
export interface ListMeasures {
  /** Test rentals among the first k, of all test rentals of the customer. */
  readonly recall: number;
  /** Discounted gain of the first k, of that of an ideal list. */
  readonly ndcg: number;
  /** 1 where a test rental is among the first k, else 0. */
  readonly hitRate: number;
  /** How little known the first k are: mean of −log₂ of the share of customers who rented a film in training. */
  readonly novelty: number;
}

/** A customer's list, film numbers, the best first, and what it is worth. */
export interface MeasuredList {
  readonly films: readonly number[];
  readonly measures: ListMeasures;
}

/** How well a policy foretells what customers rent; each metric a mean over customers. */
export interface RankingMetrics extends ListMeasures {
  /** Films that stand in anybody's first k, of all films. */
  readonly coverage: number;
}

/** Histories scored at a time, so that the scores of all customers are never held at once. */
const BATCH = 128;

/**
 * Ranks for every customer all films but those of the training part, and compares the first k with the test part.
 * Customers without test rentals are left out.
 */
export function measureLists(policy: Policy, { train, test }: TemporalSplit, k = 10): MeasuredList[] {
  const tested = test.flatMap((rentals, customer) => (rentals.length > 0 ? [customer] : []));
  const surprise = filmSurprise(train);
  const lists: MeasuredList[] = [];
  for (let from = 0; from < tested.length; from += BATCH) {
    const batch = tested.slice(from, from + BATCH);
    const rows = policy.score(batch.map((customer) => train.histories[customer]));
    batch.forEach((customer, row) => {
      const films = recommend(rows[row], train.histories[customer], k);
      const novelty = films.reduce((sum, film) => sum + surprise[film], 0) / Math.max(films.length, 1);
      lists.push({ films, measures: { ...compare(films, new Set(test[customer]), k), novelty } });
    });
  }
  return lists;
}

/** The means of `measureLists`, and the coverage. */
export function evaluateRanking(policy: Policy, split: TemporalSplit, k = 10): RankingMetrics {
  const lists = measureLists(policy, split, k);
  const mean = (metric: keyof ListMeasures) =>
    lists.reduce((sum, { measures }) => sum + measures[metric], 0) / Math.max(lists.length, 1);
  return {
    recall: mean('recall'),
    ndcg: mean('ndcg'),
    hitRate: mean('hitRate'),
    novelty: mean('novelty'),
    coverage: new Set(lists.flatMap(({ films }) => films)).size / split.train.films.length,
  };
}

/** −log₂ of the share of customers who rented each film; a film that nobody rented counts as rented once. */
function filmSurprise(train: TemporalSplit['train']): Float32Array {
  const customers = train.histories.length;
  return countRentals(train).map((rentals) => -Math.log2(Math.max(rentals, 1) / customers));
}

function recommend(scores: Float32Array, rented: Int32Array, k: number): number[] {
  const allowed = new Uint8Array(scores.length).fill(1);
  for (const film of rented) allowed[film] = 0;
  return topFilms(scores, k, allowed).map(({ film }) => film);
}

function compare(list: readonly number[], rented: ReadonlySet<number>, k: number) {
  const gain = (place: number) => 1 / Math.log2(place + 2);
  let [hits, gained, ideal] = [0, 0, 0];
  list.forEach((film, place) => {
    if (!rented.has(film)) return;
    hits++;
    gained += gain(place);
  });
  for (let place = 0; place < Math.min(rented.size, k); place++) ideal += gain(place);
  return { recall: hits / rented.size, ndcg: gained / ideal, hitRate: Number(hits > 0) };
}
