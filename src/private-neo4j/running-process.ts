import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What is known of a process that runs now. */
export interface RunningProcess {
  /** When it started, in whatever form the system says it: equal for the same process only. */
  started: string;
  /** Its command line. */
  command: string;
}

/** Looks a process up by its id; undefined where none runs under it, a zombie included. */
export function runningProcess(pid: number): RunningProcess | undefined {
  return process.platform === 'linux' ? fromProc(pid) : fromPs(pid);
}

function fromProc(pid: number): RunningProcess | undefined {
  const stat = readIfThere(`/proc/${pid}/stat`);
  const command = readIfThere(`/proc/${pid}/cmdline`);
  if (stat === undefined || command === undefined) return undefined;
  const afterName = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, started] = [afterName[0], afterName[19]];
  return state === 'Z' || state === 'X' ? undefined : { started, command: command.replaceAll('\0', ' ') };
}

function fromPs(pid: number): RunningProcess | undefined {
  const ask = (what: string) =>
    execFileSync('ps', ['-o', `${what}=`, '-p', String(pid)], { encoding: 'utf8' });
  try {
    return { started: ask('lstart').trim(), command: ask('command').trim() };
  } catch (error) {
    if ((error as { status?: number }).status === 1) return undefined;
    throw error;
  }
}

/** A process may end between two looks: its files are gone then. */
function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}
