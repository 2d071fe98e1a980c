import type { Policy } from '../policy';
import { bootstrapSums, type Interval } from '../metrics/bootstrap';
import { type Choice, describeChoices } from './describe-choices';
import type { LoggedList } from './logged-list';
import { fitRewardRates } from './reward-rates';

/** What a policy would have earned where another one served: rentals for each film shown. */
export interface OffPolicyEstimate {
  /** Self-normalised inverse propensity scoring (Swaminathan and Joachims 2015). */
  readonly snips: Interval;
  /** Doubly robust, with self-normalised weights (Dudík, Langford and Li 2011; Thomas and Brunskill 2016). */
  readonly doublyRobust: Interval;
  /** How many films shown by the policy itself would tell as much: (Σw)² / Σw² (Kish 1965). */
  readonly effectiveSampleSize: number;
  /** Lists that the estimates come from. */
  readonly lists: number;
}

/** Lists scored at a time, so that the scores of all lists are never held at once. */
const BATCH = 128;

/**
 * Estimates, from lists that another policy served with exploration, how a policy would do.
 *
 * Each place of a list is one decision: given the customer's history and the films above, the logged policy showed
 * its film with a known propensity p, and the candidate would have shown it with chance π: 1 − ε for its best
 * film that is left, ε / (n − 1) for each of the n − 1 others. With w = π / p and r = 1 for a rental,
 * SNIPS is Σwr / Σw. Doubly robust is the mean over places of Σ_a π(a) q(a), plus Σw(r − q) / Σw, where q is the
 * rate at which logged films of about the same rank in the candidate's order were rented. A decision is judged with
 * the films above it as they were shown: how the candidate's own list would change what is rented below is left out.
 * @param exploration ε of the candidate, 0 where it is to be judged as it ranks
 * @returns nothing where no list has a film that the candidate could have shown
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
