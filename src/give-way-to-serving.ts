import { readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';

/** Serving goes first; on a busy machine the thread still gets a tenth of what a request's thread gets. */
export const NICENESS = 10;

/** Lowers the priority of this thread. Linux has one for each thread; elsewhere all threads of a process are alike. */
export function giveWayToServing(): void {
  if (process.platform !== 'linux') return;
  const thread = Number(readlinkSync('/proc/thread-self').split('/').at(-1));
  setPriority(thread, NICENESS);
}
