import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '../app-error';
import { KEEPER } from './distribution';

/** A server process that listens. */
export interface Server {
  /** Asks it to stop and waits until it has. */
  stop(): Promise<void>;
}

export interface ServerOptions {
  pidFile: string;
  logFile: string;
  port: number;
  javaArguments: string[];
}

const INTERVAL_MS = 50;
const PATIENCE_MS = 180_000;

/**
 * Runs java under its keeper and waits until the port takes connections.
 * @throws AppError CANNOT_START with what the server's log says, where it ends before it listens
 */
export async function runServer({ pidFile, logFile, port, javaArguments }: ServerOptions): Promise<Server> {
  const keeper = spawn(process.execPath, [KEEPER, pidFile, logFile, 'java', ...javaArguments], {
    stdio: ['pipe', 'ignore', 'inherit'],
    detached: process.platform === 'win32',
  });
  let ended = false;
  const end = once(keeper, 'exit').then(() => (ended = true));
  const stop = async () => {
    keeper.stdin.end();
    await end;
  };
  keeper.stdin.on('error', () => undefined);
  const giveUpAt = Date.now() + PATIENCE_MS;
  while (!(await listens(port))) {
    if (ended || Date.now() > giveUpAt) {
      await stop();
      throw new AppError('CANNOT_START', explain(logFile));
    }
    await wait(INTERVAL_MS);
  }
  return { stop };
}

const listens = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = connect(port, '127.0.0.1', () => resolve(true)).once('error', () => resolve(false));
    probe.once('connect', () => probe.destroy());
  });

function explain(logFile: string): string {
  const lines = readFileSync(logFile, 'utf8').split('\n').filter(Boolean);
  const reason =
    lines.findLast((line) => /^Caused by: /.test(line)) ??
    lines.find((line) => /ERROR|Exception|Error/.test(line)) ??
    lines.at(-1) ??
    'it said nothing';
  return `The private Neo4j did not start: ${reason.trim()}\nIts log is ${logFile}. Mend what it says, or set NEO4J_URI to a graph of your own.`;
}
