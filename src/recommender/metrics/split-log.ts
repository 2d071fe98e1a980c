import { AppError } from '../../app-error';
import type { RentalLog } from '../rentals/rental-log';

/** Ways to split a rental log into a training part and a test part. */
export const SPLIT_KINDS = ['GLOBAL', 'PER_CUSTOMER', 'LEAVE_ONE_OUT'] as const;
export type SplitKind = (typeof SPLIT_KINDS)[number];

/** A ranking task: the customer rented `profile`, and then rented `test`. Film numbers, oldest first. */
export interface TestCase {
  /** The customer's number in the whole log. */
  readonly customer: number;
  readonly profile: Int32Array;
  readonly test: Int32Array;
}

/** A group of test cases that are reported together. */
export interface CaseGroup {
  readonly name: string;
  readonly cases: readonly TestCase[];
}

/** New customers, who are not in the training part, with a profile of a fixed length. */
export interface NewCustomerGroup extends CaseGroup {
  /** Rentals in each profile. */
  readonly rentals: number;
}

/** A rental log, split into a training part and test cases. */
export interface LogSplit {
  readonly train: RentalLog;
  /** The cases for the overall results. */
  readonly cases: readonly TestCase[];
  /** Groups of `cases`; empty if the split has only one kind of case. */
  readonly groups: readonly CaseGroup[];
  /** Groups of new customers. Empty unless the split is global. */
  readonly newCustomers: readonly NewCustomerGroup[];
}

/** Options of a split. */
export interface SplitOptions {
  readonly kind: SplitKind;
  /** The share of rentals to train on, between 0 and 1. @default 0.8 */
  readonly share?: number;
  /** For GLOBAL: the date that cuts the log, in milliseconds since 1970. @default the date at `share` of all rentals */
  readonly date?: number;
}

/**
 * Splits a log by one of three protocols. @throws AppError BAD_USER_INPUT if the split is GLOBAL and the log has no
 * times
 */
export function splitLog(log: RentalLog, { kind, share = 0.8, date }: SplitOptions): LogSplit {
  if (kind === 'PER_CUSTOMER') return splitPerCustomer(log, share);
  if (kind === 'LEAVE_ONE_OUT') return leaveOneOut(log);
  return splitGlobally(log, date ?? dateAtShare(log, share));
}

/** Trains on the first floor(share · n) rentals of each customer and tests on the rest. */
export function splitPerCustomer(log: RentalLog, share = 0.8): LogSplit {
  const cut = log.histories.map(({ length }) => Math.floor(share * length));
  return splitAt(log, cut);
}

/** Customers with fewer rentals are excluded from a leave-one-out split. */
const MIN_LEAVE_ONE_OUT = 5;

/** Tests on the last rental of each customer with at least 5 rentals and trains on their earlier ones. */
export function leaveOneOut(log: RentalLog): LogSplit {
  const long = log.histories.flatMap(({ length }, customer) =>
    length >= MIN_LEAVE_ONE_OUT ? [customer] : [],
  );
  const part = selectCustomers(log, long);
  return splitAt(
    part,
    part.histories.map(({ length }) => length - 1),
  );
}

/** Min number of rentals before the date for a returning customer. */
const MIN_BEFORE = 5;
/** Min number of rentals after the date for a customer with an up-to-date profile. */
const MIN_FOLD_IN = 10;
/** Min number of rentals of a new customer, so that enough remain to test on. */
const MIN_NEW = 15;
/** Profile lengths of new customers. */
const NEW_PROFILES = [0, 1, 2, 5, 10];

/**
 * Trains on the rentals of all customers before one date. Tests on:
 * - returning customers (at least 5 rentals before the date): the profile is from before the date, the test after it;
 * - customers with at least 10 rentals after the date: the profile contains all rentals except the last 20 % of those
 *   after it, as the service would see it at that moment;
 * - new customers (no rental before the date) after 0, 1, 2, 5 and 10 rentals.
 * @param date milliseconds since 1970
 */
export function splitGlobally(log: RentalLog, date: number): LogSplit {
  const times = requireTimes(log);
  const cut = times.map((own) => lowerBound(own, date));
  const cutOf = (customer: number, from: number): TestCase => ({
    customer,
    profile: log.histories[customer].subarray(0, from),
    test: log.histories[customer].subarray(from),
  });
  const customers = [...log.histories.keys()];
  const after = (customer: number) => log.histories[customer].length - cut[customer];
  const returning = customers
    .filter((customer) => cut[customer] >= MIN_BEFORE && after(customer) > 0)
    .map((customer) => cutOf(customer, cut[customer]));
  const upToDate = customers
    .filter((customer) => after(customer) >= MIN_FOLD_IN)
    .map((customer) => cutOf(customer, cut[customer] + Math.floor(0.8 * after(customer))));
  const isNew = customers.filter((customer) => cut[customer] === 0 && after(customer) >= MIN_NEW);
  const train = selectCustomers(
    cutHistories(log, cut),
    customers.filter((customer) => cut[customer] > 0),
  );
  return {
    train,
    cases: [...returning, ...upToDate],
    groups: [
      { name: 'returning customers', cases: returning },
      { name: 'up-to-date profiles', cases: upToDate },
    ],
    newCustomers: NEW_PROFILES.map((rentals) => ({
      name: `new customers, ${rentals} rentals`,
      rentals,
      cases: isNew.map((customer) => cutOf(customer, rentals)),
    })),
  };
}

/** Returns the date before which a share of all rentals lies, in milliseconds since 1970. */
export function dateAtShare(log: RentalLog, share: number): number {
  const sorted = Float64Array.from(requireTimes(log).flatMap((own) => [...own])).sort();
  return sorted[Math.min(Math.floor(share * sorted.length), sorted.length - 1)] ?? 0;
}

/** Returns a log of the first rentals of each customer. @param counts number of rentals, [customers] */
export function cutHistories(log: RentalLog, counts: readonly number[]): RentalLog {
  const cut = <Row extends Int32Array | Float64Array | Float32Array>(rows: readonly Row[]) =>
    rows.map((row, customer) => row.subarray(0, counts[customer]) as Row);
  return {
    ...log,
    histories: cut(log.histories),
    times: log.times && cut(log.times),
    ratings: log.ratings && cut(log.ratings),
  };
}

/** Returns a log of some of the customers. */
export function selectCustomers(log: RentalLog, customers: readonly number[]): RentalLog {
  const select = <Row>(rows: readonly Row[]) => customers.map((customer) => rows[customer]);
  return {
    ...log,
    customers: select(log.customers),
    histories: select(log.histories),
    times: log.times && select(log.times),
    ratings: log.ratings && select(log.ratings),
  };
}

function splitAt(log: RentalLog, counts: readonly number[]): LogSplit {
  const cases = log.histories.map((history, customer) => ({
    customer,
    profile: history.subarray(0, counts[customer]),
    test: history.subarray(counts[customer]),
  }));
  return {
    train: cutHistories(log, counts),
    cases: cases.filter(({ test }) => test.length > 0),
    groups: [],
    newCustomers: [],
  };
}

function requireTimes({ times }: RentalLog): readonly Float64Array[] {
  if (times) return times;
  throw new AppError(
    'BAD_USER_INPUT',
    'A global split needs the time of each rental, and this log has none. Use the split per-customer or leave-one-out.',
  );
}

/** Returns the number of values below a bound in an ascending array. */
function lowerBound(ascending: Float64Array, bound: number): number {
  const first = ascending.findIndex((value) => value >= bound);
  return first < 0 ? ascending.length : first;
}
