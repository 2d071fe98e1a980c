import type { RunFragment } from '../api/operations.generated';
import { POLICIES } from '../policies/policies';

const TIME = new Intl.DateTimeFormat('en', {
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});

/** How people tell runs apart: what was trained, and when. */
export const runName = ({ policy, startedAt }: Pick<RunFragment, 'policy' | 'startedAt'>): string =>
  `${POLICIES[policy].name}, ${TIME.format(new Date(startedAt))}`;

/** What each status means, in few words. */
export const STATUS: Readonly<Record<RunFragment['status'], string>> = {
  RUNNING: 'goes on',
  SUCCEEDED: 'done',
  CANCELLED: 'cancelled',
  FAILED: 'failed',
  INTERRUPTED: 'interrupted',
};
