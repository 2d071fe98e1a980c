import { readFileSync, rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { runningProcess } from './running-process';

const PATIENCE_MS = 30_000;
const INTERVAL_MS = 100;

/**
 * Ends a server that a killed parent has left behind, so that its store can be opened again. Neo4j is asked to stop
 * with the signal that its keeper uses, and killed if that takes too long; it recovers from its transaction log.
 * @param pidFile the file with the server's process id
 * @param serverHome the folder of the server; a process with the same id but another folder is left alone
 */
export async function endLeftover(pidFile: string, serverHome: string): Promise<void> {
  const pid = readPid(pidFile);
  const isOurs = () => pid !== undefined && runningProcess(pid)?.command.includes(`--home-dir=${serverHome}`);
  const giveUpAt = Date.now() + PATIENCE_MS;
  for (let asked = false; pid !== undefined && isOurs(); asked = true) {
    if (!asked) process.kill(pid, 'SIGHUP');
    else if (Date.now() > giveUpAt) process.kill(pid, 'SIGKILL');
    await wait(INTERVAL_MS);
  }
  rmSync(pidFile, { force: true });
}

/** Returns the process id in a file; undefined if there is no file or no id in it. */
export function readPid(pidFile: string): number | undefined {
  try {
    return Number.parseInt(readFileSync(pidFile, 'utf8'), 10) || undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
