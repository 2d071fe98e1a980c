import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { AppError } from '../../app-error';

const execute = promisify(execFile);

/** A program to run and wait for. */
export interface Program {
  /** The step that runs it, for error messages. */
  readonly title: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly environment: NodeJS.ProcessEnv;
  /** What to do if the program fails, for error messages. */
  readonly remedy?: string;
}

/** Ends the remedies. */
export const WITHOUT_ENGINE = 'The WebAssembly engine works without an installation.';

/** How many lines of the output an error message shows. */
const SHOWN_LINES = 15;

type Failure = Error & { code?: number | string; stdout?: string; stderr?: string };

/**
 * Runs a program.
 * @returns what it wrote to stdout
 * @throws AppError CANNOT_START if the program is missing or fails, with the end of its output
 */
export async function runProgram(program: Program): Promise<string> {
  const { command, args, cwd, environment } = program;
  try {
    const { stdout } = await execute(command, args, { cwd, env: environment, maxBuffer: 1 << 28 });
    return stdout.trim();
  } catch (cause) {
    throw new AppError('CANNOT_START', explain(program, cause as Failure), { cause });
  }
}

function explain({ title, command, remedy }: Program, failure: Failure): string {
  const { code, message, stdout = '', stderr = '' } = failure;
  if (code === 'ENOENT') return `${title} failed: ${command} is not installed. Install it and try again.`;
  const lines = `${stdout}\n${stderr}`.trim().split('\n').slice(-SHOWN_LINES);
  const exit = typeof code === 'number' ? `exit code ${code}` : message;
  return [`${title} failed (${command}, ${exit}):`, ...lines.map((line) => `  ${line}`), remedy ?? ''].join(
    '\n',
  );
}
