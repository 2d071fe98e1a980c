import { execFile } from 'node:child_process';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { AppError } from '../app-error';

const run = promisify(execFile);

/**
 * Runs Maven and waits until it ends.
 * @param onLine called for each line of its output
 * @returns its output
 * @throws AppError CANNOT_START if Maven is missing or fails, with the line that describes the failure
 */
export async function runMaven(args: string[], onLine?: (line: string) => void): Promise<string> {
  const windows = process.platform === 'win32';
  try {
    const running = run(windows ? 'mvn.cmd' : 'mvn', args, {
      maxBuffer: 64 * 1024 * 1024,
      shell: windows,
    });
    const { stdout } = running.child;
    if (onLine && stdout) createInterface(stdout).on('line', onLine);
    return (await running).stdout;
  } catch (cause) {
    throw new AppError('CANNOT_START', explain(cause as Failure), { cause });
  }
}

/**
 * Returns the version of Maven on the PATH, such as 3.8.7.
 * @throws AppError CANNOT_START if Maven is missing
 */
export async function mavenVersion(): Promise<string> {
  return /Apache Maven ([\w.-]+)/.exec(await runMaven(['--version']))?.[1] ?? 'unknown';
}

type Failure = { code?: string | number; stdout?: string; stderr?: string; message: string };

function explain({ code, stdout = '', stderr = '', message }: Failure): string {
  if (code === 'ENOENT') {
    return 'Maven is missing; it downloads Neo4j. Install Maven 3.6 or later, or set NEO4J_URI to use a graph database of your own.';
  }
  const line = `${stdout}\n${stderr}`.split('\n').find((text) => text.includes('[ERROR]')) ?? message;
  return `Maven failed to download Neo4j: ${line.replace('[ERROR]', '').trim()}\nCheck the network and Maven's settings and start again, or set NEO4J_URI to use a graph database of your own.`;
}
