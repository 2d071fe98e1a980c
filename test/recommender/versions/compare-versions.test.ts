import type { Policy } from '../../../src/recommender/policies/policy';
import {
  compareOnNewRentals,
  isAtLeastAsGood,
  isMeasured,
  isVetoed,
  rentalsSince,
} from '../../../src/recommender/versions/compare-versions';

const DAY = 86_400_000;
/** Twelve customers with a rental a day; customer c rents the films c, c + 1, c + 2 and c + 3. */
const log = {
  films: Array.from({ length: 20 }, (_, film) => String(film)),
  customers: Array.from({ length: 12 }, (_, customer) => String(customer)),
  histories: Array.from({ length: 12 }, (_, customer) =>
    Int32Array.of(customer, customer + 1, customer + 2, customer + 3),
  ),
  times: Array.from({ length: 12 }, () => Float64Array.of(DAY, 2 * DAY, 3 * DAY, 4 * DAY)),
};
/** Ranks the films after the last one of the history first, or last. */
const policy = (direction: 1 | -1): Policy => ({
  name: 'DQN',
  score: (histories) =>
    histories.map((history) =>
      Float32Array.from(log.films, (_, film) => {
        const distance = film - (history.at(-1) ?? 0);
        return direction * (distance > 0 ? -distance : -100);
      }),
    ),
});

describe('the comparison of two versions', () => {
  it('tests on the rentals since both were trained, with the earlier ones as the profile', () => {
    const [first] = rentalsSince(log, 3 * DAY);
    expect(first).toEqual({ customer: 0, profile: Int32Array.of(0, 1), test: Int32Array.of(2, 3) });
    expect(rentalsSince(log, 5 * DAY)).toEqual([]);
  });

  it('tells by how much one ranks better, with its interval', async () => {
    const { customers, difference } = await compareOnNewRentals(policy(1), policy(-1), log, 3 * DAY);
    expect(customers).toBe(12);
    expect(difference.low).toBeGreaterThan(0.5);
  });

  it('accepts a candidate that ranks as well and refuses a worse one', async () => {
    const compare = (candidate: Policy, current: Policy) =>
      compareOnNewRentals(candidate, current, log, 3 * DAY);
    const [equal, worse] = [await compare(policy(1), policy(1)), await compare(policy(-1), policy(1))];
    expect([equal, worse].map(isAtLeastAsGood)).toEqual([true, false]);
    expect([equal, worse].map(isVetoed)).toEqual([false, true]);
  });

  it('says whether it has enough customers', async () => {
    const compare = (since: number) => compareOnNewRentals(policy(1), policy(1), log, since);
    expect(isMeasured(await compare(3 * DAY))).toBe(true);
    expect(isMeasured(await compare(5 * DAY))).toBe(false);
  });

  it('does not veto a candidate if the interval contains 0', () => {
    const difference = { mean: -0.01, low: -0.05, high: 0.03 };
    expect(isVetoed({ customers: 12, difference })).toBe(false);
    expect(isAtLeastAsGood({ customers: 12, difference })).toBe(false);
  });
});
