import type { RunFragment } from '../api/operations.generated';
import { dateTime } from '../frame/date-time';
import { POLICIES } from '../policies/policies';

/** The display name of a run: policy and start time. */
export const runName = ({ policy, startedAt }: Pick<RunFragment, 'policy' | 'startedAt'>): string =>
  `${POLICIES[policy].name}, ${dateTime(startedAt)}`;

/** Display names of the statuses. */
export const STATUS: Readonly<Record<RunFragment['status'], string>> = {
  RUNNING: 'running',
  SUCCEEDED: 'succeeded',
  CANCELLED: 'cancelled',
  FAILED: 'failed',
  INTERRUPTED: 'interrupted',
};
