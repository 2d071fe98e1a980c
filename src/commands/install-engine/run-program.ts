import { spawnSync } from 'node:child_process';
import { AppError } from '../../app-error';

/** A program to run and wait for. */
export interface Program {
  /** The step that runs it, for error messages. */
  readonly title: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly environment: NodeJS.ProcessEnv;
}

/** How many lines of the output an error message shows. */
const SHOWN_LINES = 15;

/**
 * Runs a program.
 * @returns what it wrote to stdout
 * @throws AppError CANNOT_START if the program is missing or fails, with the end of its output
 */
export function runProgram({ title, command, args, cwd, environment }: Program): string {
  const { status, error, stdout, stderr } = spawnSync(command, args, {
    cwd,
    env: environment,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if ((error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT') {
    throw new AppError(
      'CANNOT_START',
      `${title} failed: ${command} is not installed. Install it and try again.`,
    );
  }
  if (status !== 0) {
    const lines = `${stdout ?? ''}\n${stderr ?? ''}`.trim().split('\n').slice(-SHOWN_LINES);
    const exit = error ? error.message : `exit code ${status}`;
    throw new AppError('CANNOT_START', `${title} failed (${command}, ${exit}):\n  ${lines.join('\n  ')}`);
  }
  return stdout.trim();
}
