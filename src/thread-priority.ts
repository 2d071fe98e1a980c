import { readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';

/** Serving goes first; on a busy machine the thread still gets a tenth of what a request's thread gets. */
export const NICENESS = 10;

/** Linux has a priority for each thread; elsewhere all threads of a process are alike. */
export const THREADS_HAVE_PRIORITIES = process.platform === 'linux';

/** Lowers the priority of this thread, where it has one. */
export function preferServing(): void {
  if (!THREADS_HAVE_PRIORITIES) return;
  const thread = Number(readlinkSync('/proc/thread-self').split('/').at(-1));
  setPriority(thread, NICENESS);
}
