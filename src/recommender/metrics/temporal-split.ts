import type { RentalLog } from '../rentals/rental-log';

/** A rental log in two: what policies may learn from, and what each customer rented after that. */
export interface TemporalSplit {
  readonly train: RentalLog;
  /** Film numbers, [customers][rentals]. */
  readonly test: readonly Int32Array[];
}

/** Splits each customer's rentals in time: the first floor(share · n) are for training, the rest for the test. */
export function temporalSplit(log: RentalLog, share = 0.8): TemporalSplit {
  const cut = (history: Int32Array) => Math.floor(share * history.length);
  return {
    train: { ...log, histories: log.histories.map((history) => history.subarray(0, cut(history))) },
    test: log.histories.map((history) => history.subarray(cut(history))),
  };
}
