import { readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';

/** Niceness of background threads. On a busy machine they get about a tenth of the CPU time of the main thread. */
export const NICENESS = 10;

/** Linux has a priority per thread. On other systems all threads of a process have the same priority. */
export const THREADS_HAVE_PRIORITIES = process.platform === 'linux';

/** Lowers the priority of this thread, if the system supports priorities per thread. */
export function preferServing(): void {
  if (!THREADS_HAVE_PRIORITIES) return;
  const thread = Number(readlinkSync('/proc/thread-self').split('/').at(-1));
  setPriority(thread, NICENESS);
}
