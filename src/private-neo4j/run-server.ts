import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { constants } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { AppError } from '../app-error';
import { KEEPER } from './distribution';
import { readPid } from './end-leftover';
import { cpuSeconds } from './running-process';

/** A server process that is listening. */
export interface Server {
  /** Resolves when the process has ended, with the reason from its log. */
  readonly ended: Promise<string>;
  /** Stops the process gracefully and waits until it has ended. */
  stop(): Promise<void>;
}

export interface ServerOptions {
  pidFile: string;
  logFile: string;
  port: number;
  javaArguments: string[];
}

const INTERVAL_MS = 50;
/** How long a start may take without progress. */
const PATIENCE_MS = 60_000;
/** CPU time between two checks that counts as progress. */
const PROGRESS_CPU_SECONDS = 0.3;

/**
 * Runs Java under its keeper and waits until the port accepts connections, for as long as the start makes progress:
 * the log grows, or the process uses the CPU.
 * @throws AppError CANNOT_START with the reason from the log if the process ends or hangs before it listens
 */
export async function runServer({ pidFile, logFile, port, javaArguments }: ServerOptions): Promise<Server> {
  const keeper = spawn(process.execPath, [KEEPER, pidFile, logFile, 'java', ...javaArguments], {
    stdio: ['pipe', 'ignore', 'inherit'],
    detached: process.platform === 'win32',
  });
  // Writing to a keeper that has ended fails; 'exit' reports its end.
  keeper.stdin.on('error', () => undefined);
  const ended = once(keeper, 'exit').then(
    ([code, signal]: (number | NodeJS.Signals | null)[]) => describeEnd(code, signal, logFile),
    (error: Error) => error.message,
  );
  let hasEnded = false;
  void ended.then(() => (hasEnded = true));
  const stop = async () => {
    keeper.stdin.end();
    await ended;
  };
  const isProgressing = watchStart(pidFile, logFile);
  while (!(await listens(port))) {
    if (hasEnded) throw cannotStart(await ended, logFile);
    if (!isProgressing()) {
      await stop();
      const seconds = PATIENCE_MS / 1_000;
      throw cannotStart(
        `no progress for ${seconds} seconds; last line of its log: ${lastLine(logFile)}`,
        logFile,
      );
    }
    await pause(INTERVAL_MS);
  }
  return { ended, stop };
}

/** Returns a function that returns whether a starting process has recently made progress. */
function watchStart(pidFile: string, logFile: string): () => boolean {
  let seen = { at: performance.now(), logSize: 0, cpu: 0 };
  return () => {
    const now = performance.now();
    const logSize = existsSync(logFile) ? statSync(logFile).size : 0;
    const pid = readPid(pidFile);
    const cpu = (pid && cpuSeconds(pid)) ?? 0;
    if (logSize !== seen.logSize || cpu - seen.cpu >= PROGRESS_CPU_SECONDS) seen = { at: now, logSize, cpu };
    return now - seen.at < PATIENCE_MS;
  };
}

const listens = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = connect(port, '127.0.0.1', () => resolve(true)).once('error', () => resolve(false));
    probe.once('connect', () => probe.destroy());
  });

const cannotStart = (reason: string, logFile: string) =>
  new AppError(
    'CANNOT_START',
    `The private Neo4j did not start: ${reason}\nIts log is ${logFile}. Fix the cause, or set NEO4J_URI to use a graph database of your own.`,
  );

/** The keeper exits with the code of the server, which is above 128 if the server was killed by a signal. */
function describeEnd(code: unknown, signal: unknown, logFile: string): string {
  if (typeof signal === 'string') return `its keeper was killed by ${signal}`;
  const name = Object.entries(constants.signals).find(([, number]) => number === Number(code) - 128)?.[0];
  if (name === 'SIGKILL') return 'it was killed by SIGKILL, perhaps because the machine ran out of memory';
  return name ? `it was killed by ${name}` : reasonFrom(logFile);
}

/** Returns the line of a log with the reason why the process ended or does not work. */
export function reasonFrom(logFile: string): string {
  const lines = linesOf(logFile);
  const reason =
    lines.find((line) => /No space left on device/.test(line)) ??
    lines.findLast((line) => /^Caused by: /.test(line)) ??
    lines.find((line) => /ERROR|Exception|Error/.test(line)) ??
    lines.at(-1);
  return reason?.trim() ?? 'it ended without a message';
}

const lastLine = (logFile: string): string => linesOf(logFile).at(-1)?.trim() ?? 'none';

const linesOf = (logFile: string): string[] =>
  existsSync(logFile) ? readFileSync(logFile, 'utf8').split('\n').filter(Boolean) : [];
