import { createHash } from 'node:crypto';
import { type SequentialResult, sequentialTest } from './sequential-test';

/** A customer's rentals and visits since the trial started. */
export interface TrialCustomer {
  readonly customer: string;
  readonly rentals: number;
  readonly visits: number;
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
  const treated = customers.filter(({ customer }) => isTreated(trial, customer));
  const control = customers.filter(({ customer }) => !isTreated(trial, customer));
  const compare = (value: (customer: TrialCustomer) => number) =>
    sequentialTest(treated.map(value), control.map(value), alpha / 2);
  const rentals = compare((customer) => customer.rentals);
  const visits = compare((customer) => customer.visits);
  return { decision: days < minDays ? 'CONTINUE' : decide(), rentals, visits };

  function decide(): TrialVerdict['decision'] {
    const both = [rentals, visits];
    if (both.some(({ verdict }) => verdict === 'WORSE')) return 'KEEP';
    const isBetter = both.some(({ verdict }) => verdict === 'BETTER');
    if (isBetter && both.every(({ difference }) => difference >= 0)) return 'PROMOTE';
    return days >= maxDays ? 'KEEP' : 'CONTINUE';
  }
}
