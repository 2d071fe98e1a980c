import type { SplitKind } from '../recommender/metrics/split-log';

/** The split protocols by the names that the command line takes. */
export const SPLITS = {
  global: 'GLOBAL',
  'per-customer': 'PER_CUSTOMER',
  'leave-one-out': 'LEAVE_ONE_OUT',
} as const satisfies Readonly<Record<string, SplitKind>>;

export type SplitName = keyof typeof SPLITS;

export const SPLIT_NAMES = Object.keys(SPLITS) as SplitName[];
