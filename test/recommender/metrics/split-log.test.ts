import { leaveOneOut, splitGlobally, splitLog } from '../../../src/recommender/metrics/split-log';
import type { RentalLog } from '../../../src/recommender/rentals/rental-log';

const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);

/** Rentals of one film a day: customer 0 on days 0–39, 1 on days 0–2, 2 on days 30–59. */
const days = [numbers(0, 40), numbers(0, 3), numbers(30, 60)];
const log: RentalLog = {
  films: numbers(0, 60).map(String),
  customers: ['a', 'b', 'c'],
  histories: days.map((own) => Int32Array.from(own)),
  times: days.map((own) => Float64Array.from(own)),
};

describe('splitLog', () => {
  it('keeps the first share of each history for training', () => {
    const { train, cases } = splitLog(log, { kind: 'PER_CUSTOMER', share: 0.5 });
    expect(train.histories.map(({ length }) => length)).toEqual([20, 1, 15]);
    expect(train.times!.map(({ length }) => length)).toEqual([20, 1, 15]);
    expect(cases.map(({ profile, test }) => [profile.length, test.length])).toEqual([
      [20, 20],
      [1, 2],
      [15, 15],
    ]);
  });

  it('leaves out the last rental of customers with at least five', () => {
    const { train, cases } = leaveOneOut(log);
    expect(train.customers).toEqual(['a', 'c']);
    expect(cases.map(({ test }) => [...test])).toEqual([[39], [59]]);
  });

  it('never trains on rentals after the date of a global split', () => {
    const { train, cases, groups, newCustomers } = splitGlobally(log, 30);
    expect(train.customers).toEqual(['a', 'b']);
    expect(Math.max(...train.times!.flatMap((own) => [...own]))).toBe(29);
    expect(groups.map((group) => group.cases.map(({ customer }) => customer))).toEqual([[0], [0, 2]]);
    expect(cases.map(({ profile, test }) => [profile.length, test.length])).toEqual([
      [30, 10],
      [38, 2],
      [24, 6],
    ]);
    expect(newCustomers.map(({ rentals }) => rentals)).toEqual([0, 1, 2, 5, 10]);
    expect(newCustomers[2].cases.map(({ customer, profile }) => [customer, ...profile])).toEqual([
      [2, 30, 31],
    ]);
  });

  it('splits at the date before which the share of all rentals lies', () => {
    const { train } = splitLog(log, { kind: 'GLOBAL', share: 0.5 });
    const rentals = train.histories.reduce((sum, { length }) => sum + length, 0);
    expect(Math.abs(rentals - 36)).toBeLessThanOrEqual(1);
  });

  it('refuses a global split of a log without times', () => {
    expect(() => splitLog({ ...log, times: undefined }, { kind: 'GLOBAL' })).toThrow('time of each rental');
  });
});
