import { readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';

/** As polite as a thread can be: it gets what serving leaves. */
const NICENESS = 19;

/** Lowers the priority of this thread. Linux has one for each thread; elsewhere all threads of a process are alike. */
export function giveWayToServing(): void {
  if (process.platform !== 'linux') return;
  const thread = Number(readlinkSync('/proc/thread-self').split('/').at(-1));
  setPriority(thread, NICENESS);
}
