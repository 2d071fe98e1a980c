import { createRandom } from '../../../src/random';
import { type SequentialResult, sequentialTest } from '../../../src/recommender/versions/sequential-test';
import { isTreated, judgeTrial, type TrialCustomer } from '../../../src/recommender/versions/promotion-trial';

/** Customers with Poisson-like counts; those of the candidate scaled. */
function customers(rentals: number, visits: number, seed = 1): TrialCustomer[] {
  const random = createRandom(seed);
  const count = (mean: number) => Math.max(0, Math.round(mean + Math.sqrt(mean) * random.normal()));
  return Array.from({ length: 600 }, (_, index) => {
    const customer = String(index);
    const [r, v] = isTreated('trial', customer) ? [rentals, visits] : [1, 1];
    return { customer, rentals: count(5 * r), visits: count(8 * v), before: { rentals: 5, visits: 8 } };
  });
}

describe('a promotion trial', () => {
  it('splits customers in halves, differently for each trial', () => {
    const treated = (trial: string) =>
      Array.from({ length: 2_000 }, (_, index) => isTreated(trial, String(index)));
    const share = treated('a').filter(Boolean).length / 2_000;
    expect(share).toBeGreaterThan(0.45);
    expect(share).toBeLessThan(0.55);
    const same = treated('a').filter((flag, index) => flag === treated('b')[index]).length / 2_000;
    expect(same).toBeLessThan(0.55);
  });

  it('promotes a candidate that raises rentals', () => {
    expect(judgeTrial('trial', customers(1.3, 1.02), 15).decision).toBe('PROMOTE');
  });

  it('does not promote a candidate that raises rentals and lowers visits', () => {
    expect(judgeTrial('trial', customers(1.3, 0.97), 14).decision).toBe('CONTINUE');
    expect(judgeTrial('trial', customers(1.3, 0.8), 14).decision).toBe('KEEP');
  });

  it('takes out what customers did before the trial', () => {
    // The candidate's half visited less even before the trial, but its rentals rise.
    const random = createRandom(4);
    const unequal = customers(1.3, 1).map((customer): TrialCustomer => {
      const habit = isTreated('trial', customer.customer) ? 10 : 16;
      const before = { rentals: 5, visits: habit + Math.round(3 * random.normal()) };
      return { ...customer, before, visits: before.visits + Math.round(random.normal()) };
    });
    const { decision, visits } = judgeTrial('trial', unequal, 15);
    expect(Math.abs(visits.difference)).toBeLessThan(0.5);
    expect(decision).toBe('PROMOTE');
  });

  it('makes no decision in the first two weeks and ends after the longest time', () => {
    expect(judgeTrial('trial', customers(1.5, 1.2), 13).decision).toBe('CONTINUE');
    expect(judgeTrial('trial', customers(1, 1), 20).decision).toBe('CONTINUE');
    expect(judgeTrial('trial', customers(1, 1), 84).decision).toBe('KEEP');
  });
});

describe('sequentialTest', () => {
  it('decides wrongly in fewer than alpha of the series, however often it is asked', () => {
    let wrong = 0;
    for (let series = 0; series < 40; series++) {
      const random = createRandom(series);
      const sums = Array.from({ length: 100 }, () => 0);
      for (let day = 0; day < 30; day++) {
        for (let i = 0; i < sums.length; i++) sums[i] += random.next() < 0.2 ? 1 : 0;
        if (day < 6) continue;
        if (sequentialTest(sums.slice(0, 50), sums.slice(50), 0.05).verdict !== 'UNDECIDED') {
          wrong++;
          break;
        }
      }
    }
    expect(wrong).toBeLessThanOrEqual(2);
  });

  it('has an interval that excludes 0 when it decides, and narrows with more customers', () => {
    const sums = (mean: number, count: number) => Array.from({ length: count }, (_, i) => mean + (i % 5) - 2);
    const [few, many] = [10, 200].map((count) => sequentialTest(sums(6, count), sums(5, count), 0.05));
    const width = ({ low, high }: SequentialResult) => (high as number) - (low as number);
    expect(few).toMatchObject({ verdict: 'UNDECIDED', difference: 1 });
    expect(few.low).toBeLessThan(0);
    expect(many).toMatchObject({ verdict: 'BETTER', difference: 1 });
    expect(many.low).toBeGreaterThan(0);
    expect(width(many)).toBeLessThan(width(few) / 2);
  });

  it('is undecided for groups without customers or without differences', () => {
    expect(sequentialTest([], [1, 2], 0.05).verdict).toBe('UNDECIDED');
    expect(sequentialTest([1, 1], [1, 1], 0.05)).toEqual({
      verdict: 'UNDECIDED',
      difference: 0,
      low: null,
      high: null,
    });
  });
});
