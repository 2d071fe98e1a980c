import type { Logger } from '../logger';
import type { Output, ProgressDisplay } from '../progress';
import type { Settings } from '../settings';

/** The parts of the process that commands use. src/main.ts creates it once. */
export interface CommandContext extends ProgressDisplay {
  /** The stream that results are written to. */
  readonly stdout: Output;
  /**
   * Reads the settings from the environment.
   * @throws AppError CANNOT_START
   */
  settings(): Promise<Settings>;
  /** Creates a logger: readable lines on a terminal, JSON lines elsewhere. */
  logger(level: string): Promise<Logger>;
  /** Calls `stop` at the first signal to stop. A second one ends the process at once. */
  onSignal(stop: (signal: StopSignal) => void): void;
  /** The environment for child processes. */
  readonly environment: NodeJS.ProcessEnv;
  /** Exits the process after sending the remaining traces. */
  exit(code: number): Promise<never>;
}

/** The exit code of a process that was interrupted by a signal: 128 plus the number of the signal. */
export const SIGNAL_EXIT_CODES = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/** A signal that asks the process to stop. */
export type StopSignal = keyof typeof SIGNAL_EXIT_CODES;
