import { cutHistories, type TestCase } from '../../metrics/split-log';
import type { RentalLog } from '../../rentals/rental-log';

/** The share of each history to validate on. */
const HELD_OUT = 1 / 8;
/** Max number of customers to validate on: enough to compare settings, few enough to be fast. */
const MAX_CASES = 1_000;

/** A validation split of a training log: the newest eighth of each history, at least one rental, is held out. */
export function validationSplit(log: RentalLog): { train: RentalLog; cases: TestCase[] } {
  const counts = log.histories.map(({ length }) => Math.min(length - 1, Math.floor((1 - HELD_OUT) * length)));
  const train = cutHistories(
    log,
    counts.map((count) => Math.max(count, 0)),
  );
  const cases = log.histories.map((history, customer) => ({
    customer,
    profile: train.histories[customer],
    test: history.subarray(train.histories[customer].length),
  }));
  return { train, cases: spread(cases.filter(({ profile, test }) => profile.length > 0 && test.length > 0)) };
}

/** Returns at most MAX_CASES of the cases, evenly spaced. */
export function spread<Item>(items: readonly Item[], max = MAX_CASES): Item[] {
  const stride = Math.max(1, items.length / max);
  return Array.from({ length: Math.min(max, items.length) }, (_, index) => items[Math.floor(index * stride)]);
}
