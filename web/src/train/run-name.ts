import type { RunFragment } from '../api/operations.generated';
import { dateTime } from '../frame/date-time';
import { POLICIES } from '../policies/policies';
import { formatDuration } from '../status/duration';

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

/** The wall time of a run, until now if it is running. */
export const wallTime = ({ startedAt, finishedAt }: Pick<RunFragment, 'startedAt' | 'finishedAt'>): string =>
  formatDuration((finishedAt ? Date.parse(finishedAt) : Date.now()) - Date.parse(startedAt));
