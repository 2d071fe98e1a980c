import type { Policy } from '../../../src/recommender/policies/policy';
import {
  compareOnNewRentals,
  isAtLeastAsGood,
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

  it('accepts a candidate that ranks as well, refuses a worse one and one without enough customers', async () => {
    const compare = (candidate: Policy, since: number) =>
      compareOnNewRentals(candidate, policy(1), log, since).then(isAtLeastAsGood);
    expect(await compare(policy(1), 3 * DAY)).toBe(true);
    expect(await compare(policy(-1), 3 * DAY)).toBe(false);
    expect(await compare(policy(1), 5 * DAY)).toBe(false);
  });
});
