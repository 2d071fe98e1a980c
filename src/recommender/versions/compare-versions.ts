import { setImmediate as yieldToRequests } from 'node:timers/promises';
import { type Interval, pairedDifference } from '../metrics/bootstrap';
import { meanNdcg } from '../metrics/ranking-metrics';
import type { TestCase } from '../metrics/split-log';
import type { Policy } from '../policies/policy';
import type { RentalLog } from '../rentals/rental-log';

/** Two policies, measured on the same rentals. */
export interface PolicyComparison {
  /** Customers with rentals that neither policy has seen. */
  readonly customers: number;
  /** NDCG@10 of the candidate minus that of the current policy, by the paired bootstrap over customers. */
  readonly difference: Interval;
}

/** Customers that are measured. */
const MAX_CUSTOMERS = 300;

/**
 * Measures two trained policies on the rentals since a moment at which both were trained. Each customer's earlier rentals
 * are the profile, so neither policy has seen what it is asked for. Lets requests pass between customers.
 * @param since milliseconds since 1970
 */
export async function compareOnNewRentals(
  candidate: Policy,
  current: Policy,
  log: RentalLog,
  since: number,
): Promise<PolicyComparison> {
  const cases = rentalsSince(log, since).slice(0, MAX_CUSTOMERS);
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (const one of cases) {
    ours.push(meanNdcg(candidate, [one]));
    theirs.push(meanNdcg(current, [one]));
    await yieldToRequests();
  }
  return { customers: cases.length, difference: pairedDifference(ours, theirs, 1) };
}

/** Whether enough customers were measured; with fewer, chance alone decides. */
export const isMeasured = ({ customers }: PolicyComparison): boolean => customers >= MIN_CUSTOMERS;
const MIN_CUSTOMERS = 10;

/** Whether a candidate may replace the policy that answers: it ranked as well or better. */
export const isAtLeastAsGood = ({ difference }: PolicyComparison): boolean => difference.mean >= 0;

/**
 * Whether a candidate may not even be tried: it ranks worse by more than chance. Rentals come from the lists of the policy
 * that answers, so a candidate that ranks them a little worse may be better.
 */
export const isVetoed = ({ difference }: PolicyComparison): boolean => difference.high < 0;

/** Ranking tasks: the rentals of each customer since a moment, after the earlier ones. */
export function rentalsSince({ histories, times = [] }: RentalLog, since: number): TestCase[] {
  return histories.flatMap((history, customer) => {
    const first = times[customer]?.findIndex((time) => time >= since) ?? -1;
    if (first < 0) return [];
    return [{ customer, profile: history.subarray(0, first), test: history.subarray(first) }];
  });
}
