import { readFileSync, rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { runningProcess } from './running-process';

const PATIENCE_MS = 30_000;
const INTERVAL_MS = 100;

/**
 * Stops a server that was left behind by a killed parent process, so that its store can be opened again. Sends the same
 * signal as the keeper, and kills Neo4j if it takes too long to stop; Neo4j recovers from its transaction log.
 * @param pidFile the file with the server's process id
 * @param serverHome the folder of the server; a process with the same id but another folder is not stopped
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

/** Returns the process id in a file; undefined if the file does not exist or contains no id. */
export function readPid(pidFile: string): number | undefined {
  try {
    return Number.parseInt(readFileSync(pidFile, 'utf8'), 10) || undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
