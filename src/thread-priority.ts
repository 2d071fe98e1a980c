import { readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';

/** Niceness of background threads: on a busy machine they get about a tenth of the time of a request's thread. */
export const NICENESS = 10;

/** Linux has a priority per thread. On other systems all threads of a process have the same priority. */
export const THREADS_HAVE_PRIORITIES = process.platform === 'linux';

/** Lowers the priority of this thread, if the system has priorities per thread. */
export function preferServing(): void {
  if (!THREADS_HAVE_PRIORITIES) return;
  const thread = Number(readlinkSync('/proc/thread-self').split('/').at(-1));
  setPriority(thread, NICENESS);
}
