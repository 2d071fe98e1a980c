import { createHash } from 'node:crypto';
import { type SequentialResult, sequentialTest } from './sequential-test';

/** What a customer did in some days. */
export interface CustomerCounts {
  readonly rentals: number;
  readonly visits: number;
}

/** A customer's rentals and visits since the trial started, and in the days before it. */
export interface TrialCustomer extends CustomerCounts {
  readonly customer: string;
  readonly before: CustomerCounts;
}

/** The state of a trial on one day. */
export interface TrialVerdict {
  readonly decision: 'PROMOTE' | 'KEEP' | 'CONTINUE';
  readonly rentals: SequentialResult;
  readonly visits: SequentialResult;
}

/** The rules of a trial. */
export interface TrialSettings {
  /** The chance that a candidate without effect is promoted. Split between rentals and visits. */
  readonly alpha: number;
  /** No decision before this day: rentals react at once, visits need some days to follow. */
  readonly minDays: number;
  /** Ends without promotion after this many days. */
  readonly maxDays: number;
}

/** Chosen in simulated worlds with drifting tastes. See docs/closed-loop.md. */
export const TRIAL_SETTINGS: TrialSettings = { alpha: 0.05, minDays: 14, maxDays: 84 };

/** Whether a customer is served by the candidate of a trial: half of them, by a hash of trial and customer. */
export const isTreated = (trial: string, customer: string): boolean =>
  (createHash('sha256').update(`${trial}\n${customer}`).digest()[0] & 1) === 1;

/**
 * Decides a trial: the candidate is promoted if rentals or visits are better and the other is not lower, and rejected
 * if either is worse. Rentals alone would promote films that attract and disappoint: they rent well for weeks, while
 * customers come back later. May be asked every day (see {@link sequentialTest}).
 * @param customers all customers who visited since the trial started
 * @param days days since the trial started
 */
export function judgeTrial(
  trial: string,
  customers: readonly TrialCustomer[],
  days: number,
  { alpha, minDays, maxDays }: TrialSettings = TRIAL_SETTINGS,
): TrialVerdict {
  const treated = customers.map(({ customer }) => isTreated(trial, customer));
  const compare = (name: keyof CustomerCounts) => {
    const sums = adjust(
      customers.map((customer) => customer[name]),
      customers.map(({ before }) => before[name]),
    );
    const group = (isTrue: boolean) => sums.filter((_, index) => treated[index] === isTrue);
    return sequentialTest(group(true), group(false), alpha / 2);
  };
  const [rentals, visits] = [compare('rentals'), compare('visits')];
  return { decision: days < minDays ? 'CONTINUE' : decide(), rentals, visits };

  function decide(): TrialVerdict['decision'] {
    const both = [rentals, visits];
    if (both.some(({ verdict }) => verdict === 'WORSE')) return 'KEEP';
    const isBetter = both.some(({ verdict }) => verdict === 'BETTER');
    if (isBetter && both.every(({ difference }) => difference >= 0)) return 'PROMOTE';
    return days >= maxDays ? 'KEEP' : 'CONTINUE';
  }
}

/**
 * Takes from each sum the part that the same customer's earlier sum explains (CUPED, Deng et al. 2013, "Improving the
 * Sensitivity of Online Controlled Experiments"). The mean stays. Halves that differed before the trial no longer look
 * like an effect, and an effect shows after fewer days.
 */
function adjust(sums: readonly number[], earlier: readonly number[]): number[] {
  const mean = (values: readonly number[]) =>
    values.reduce((sum, each) => sum + each, 0) / Math.max(values.length, 1);
  const [center, earlierCenter] = [mean(sums), mean(earlier)];
  const variance = mean(earlier.map((each) => (each - earlierCenter) ** 2));
  if (variance === 0) return [...sums];
  const slope = mean(earlier.map((each, i) => (each - earlierCenter) * (sums[i] - center))) / variance;
  return sums.map((sum, i) => sum - slope * (earlier[i] - earlierCenter));
}
