import type { RunFragment } from '../api/operations.generated';
import { dateTime } from '../frame/date-time';
import { POLICIES } from '../policies/policies';

/** How people tell runs apart: what was trained, and when. */
export const runName = ({ policy, startedAt }: Pick<RunFragment, 'policy' | 'startedAt'>): string =>
  `${POLICIES[policy].name}, ${dateTime(startedAt)}`;

/** What each status means, in few words. */
export const STATUS: Readonly<Record<RunFragment['status'], string>> = {
  RUNNING: 'goes on',
  SUCCEEDED: 'done',
  CANCELLED: 'cancelled',
  FAILED: 'failed',
  INTERRUPTED: 'interrupted',
};
