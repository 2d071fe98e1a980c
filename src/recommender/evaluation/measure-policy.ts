import { topFilms } from '../nearest-films';
import type { Policy } from '../policy';
import type { TimeSplit } from './split-in-time';

/** How well a policy foretells what customers rent; each metric a mean over customers. */
export interface PolicyMeasures {
  /** Test rentals among the first k, of all test rentals of the customer. */
  readonly recall: number;
  /** Discounted gain of the first k, of that of an ideal list. */
  readonly ndcg: number;
  /** Customers with a test rental among the first k. */
  readonly hitRate: number;
  /** Films that stand in anybody's first k, of all films. */
  readonly coverage: number;
}

/** Histories scored at a time, so that the scores of all customers are never held at once. */
const BATCH = 128;

/**
 * Ranks for every customer all films but those of the training part, and compares the first k with the test part.
 * Customers without test rentals are left out.
 */
export function measurePolicy(policy: Policy, { train, test }: TimeSplit, k = 10): PolicyMeasures {
  const tested = test.flatMap((rentals, customer) => (rentals.length > 0 ? [customer] : []));
  const sums = { recall: 0, ndcg: 0, hits: 0 };
  const recommended = new Set<number>();
  for (let from = 0; from < tested.length; from += BATCH) {
    const batch = tested.slice(from, from + BATCH);
    const rows = policy.score(batch.map((customer) => train.histories[customer]));
    batch.forEach((customer, row) => {
      const list = recommend(rows[row], train.histories[customer], k);
      for (const film of list) recommended.add(film);
      const measured = measureList(list, new Set(test[customer]), k);
      sums.recall += measured.recall;
      sums.ndcg += measured.ndcg;
      sums.hits += Number(measured.recall > 0);
    });
  }
  const customers = Math.max(tested.length, 1);
  return {
    recall: sums.recall / customers,
    ndcg: sums.ndcg / customers,
    hitRate: sums.hits / customers,
    coverage: recommended.size / train.films.length,
  };
}

function recommend(scores: Float32Array, rented: Int32Array, k: number): number[] {
  const allowed = new Uint8Array(scores.length).fill(1);
  for (const film of rented) allowed[film] = 0;
  return topFilms(scores, k, allowed).map(({ film }) => film);
}

function measureList(list: readonly number[], rented: ReadonlySet<number>, k: number) {
  const gain = (place: number) => 1 / Math.log2(place + 2);
  let [hits, gained, ideal] = [0, 0, 0];
  list.forEach((film, place) => {
    if (!rented.has(film)) return;
    hits++;
    gained += gain(place);
  });
  for (let place = 0; place < Math.min(rented.size, k); place++) ideal += gain(place);
  return { recall: hits / rented.size, ndcg: gained / ideal };
}
