import type { SystemStateQuery } from '../api/operations.generated';

type Event = SystemStateQuery['system']['events'][number];

/** Consecutive equal events, as one. The time is that of the newest. */
export interface EventGroup extends Event {
  count: number;
}

/** Combines consecutive events that differ in time only. */
export function groupEvents(events: readonly Event[]): EventGroup[] {
  const groups: EventGroup[] = [];
  for (const event of events) {
    const last = groups.at(-1);
    const isSame =
      last?.level === event.level && last.message === event.message && last.cause === event.cause;
    if (last && isSame) last.count++;
    else groups.push({ ...event, count: 1 });
  }
  return groups;
}
