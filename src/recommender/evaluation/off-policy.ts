import type { Policy } from '../policies/policy';
import { bootstrapSums, type Interval } from '../metrics/bootstrap';
import { type Choice, describeChoices } from './describe-choices';
import type { LoggedList } from '../impressions/logged-list';
import { fitRewardRates } from './reward-rates';

/**
 * An estimate of rentals per shown film if the policy had served one visit. It does not estimate whether customers
 * return: the data do not show the effect of a list on later visits.
 */
export interface OffPolicyEstimate {
  /**
   * Place-wise self-normalized inverse propensity scoring (Swaminathan and Joachims 2015). Biased if the films of a
   * list compete with each other for the same rental.
   */
  readonly snips: Interval;
  /** Doubly robust, with self-normalized weights (Dudík, Langford and Li 2011; Thomas and Brunskill 2016). */
  readonly doublyRobust: Interval;
  /** The number of films shown by the policy itself that would be as informative: (Σw)² / Σw² (Kish 1965). */
  readonly effectiveSampleSize: number;
  /** Lists that the estimates are computed from. */
  readonly lists: number;
}

/** Number of lists that are scored at once. Limits the number of score rows in memory. */
const BATCH = 128;

/**
 * Estimates the rentals per shown film of a candidate policy from lists that another policy served with exploration.
 *
 * Each place of a list is one decision. Given the customer's history and the films above, the logged policy showed its
 * film with the logged propensity p. The candidate would have shown it with probability π: 1 − ε for its best remaining
 * film, ε / (n − 1) for each of the n − 1 others. With w = π / p and r = 1 for a rental, SNIPS is Σwr / Σw. The doubly
 * robust estimate is the mean over places of Σ_a π(a) q(a), plus Σw(r − q) / Σw. The reward model q is the rental rate
 * of logged films of about the same rank in the candidate's order.
 *
 * Limits: a place is judged with the films above it as they were shown, so the effect of the candidate's own list on
 * lower places is left out; and one visit is judged, not the customer's return.
 * @param options.exploration ε of the candidate; 0 for the policy without exploration
 * @returns undefined if no list has a film that the candidate could have shown
 */
export function estimateOffPolicy(
  policy: Policy,
  lists: readonly LoggedList[],
  { exploration = 0, seed = 1 }: { exploration?: number; seed?: number } = {},
): OffPolicyEstimate | undefined {
  const usable = lists.filter(
    ({ films, propensities }) => films.length > 0 && propensities.every((p) => p > 0),
  );
  const choices: Choice[] = [];
  for (let from = 0; from < usable.length; from += BATCH) {
    const batch = usable.slice(from, from + BATCH);
    const rows = policy.score(batch.map(({ history }) => history));
    batch.forEach((list, row) => choices.push(...describeChoices(list, rows[row], exploration)));
  }
  const effectiveSampleSize = kish(choices.map(({ weight }) => weight));
  if (effectiveSampleSize === 0) return undefined;
  const sums = sumByCustomer(choices);
  return {
    snips: bootstrapSums(sums, snips, seed),
    doublyRobust: bootstrapSums(sums, doublyRobust, seed),
    effectiveSampleSize,
    lists: usable.length,
  };
}

/** The effective size of a weighted sample, (Σw)² / Σw²; 0 for weights that are all 0. */
export function kish(weights: readonly number[]): number {
  let [sum, squares] = [0, 0];
  for (const weight of weights) {
    sum += weight;
    squares += weight * weight;
  }
  return squares === 0 ? 0 : (sum * sum) / squares;
}

/** For each customer [places, Σw, Σwr, Σw(r − q), Σ Σ_a π(a) q(a)]. */
function sumByCustomer(choices: readonly Choice[]): Float64Array[] {
  const rates = fitRewardRates(choices);
  const sums = new Map<string, Float64Array>();
  for (const { customer, weight, reward, rank, chances } of choices) {
    const sum = sums.get(customer) ?? new Float64Array(5);
    sums.set(customer, sum);
    sum[0] += 1;
    sum[1] += weight;
    sum[2] += weight * reward;
    sum[3] += weight * (reward - rates[rank]);
    chances.forEach((chance, bin) => (sum[4] += chance * rates[bin]));
  }
  return [...sums.values()];
}

const snips = ([, weights, rewards]: Float64Array) => rewards / weights;

const doublyRobust = ([places, weights, , residuals, expected]: Float64Array) =>
  expected / places + (weights === 0 ? 0 : residuals / weights);
