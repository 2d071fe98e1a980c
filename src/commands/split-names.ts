import type { SplitKind } from '../recommender/metrics/split-log';

/** The split protocols by their names on the command line. */
export const SPLITS = {
  global: 'GLOBAL',
  'per-customer': 'PER_CUSTOMER',
  'leave-one-out': 'LEAVE_ONE_OUT',
} as const satisfies Readonly<Record<string, SplitKind>>;

export type SplitName = keyof typeof SPLITS;

export const SPLIT_NAMES = Object.keys(SPLITS) as SplitName[];
