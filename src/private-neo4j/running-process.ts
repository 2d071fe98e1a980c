import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A running process. */
export interface RunningProcess {
  /** When it started, as the operating system reports it. Differs between processes with the same id. */
  started: string;
  /** Its command line. */
  command: string;
}

/** Returns the process with an id; undefined if none runs or it is a zombie. */
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

/** Clock ticks per second in /proc, which is constant on Linux. */
const TICKS_PER_SECOND = 100;

/** Returns the CPU time of a process in seconds; undefined if it does not run or the system is not Linux. */
export function cpuSeconds(pid: number): number | undefined {
  const stat = process.platform === 'linux' ? readIfThere(`/proc/${pid}/stat`) : undefined;
  if (stat === undefined) return undefined;
  const afterName = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(afterName[11]) + Number(afterName[12])) / TICKS_PER_SECOND;
}

/** Reads a file of /proc; undefined if the process has ended. */
function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}
