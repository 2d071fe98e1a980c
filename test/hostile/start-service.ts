import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { GraphAddress } from '../../src/graph/open-driver';
import { cpuSeconds } from '../../src/private-neo4j/running-process';

/** The whole service in a separate process. */
export interface Service {
  url: URL;
  port: number;
  /** Whether the process still runs. */
  isAlive(): boolean;
  /** The memory of the process in bytes; undefined without /proc. */
  memory(): number | undefined;
  /** The CPU time of the process, in milliseconds; undefined without /proc. */
  processorTime(): number | undefined;
  /** The last lines of its output, to explain why it ended. */
  lastLines(): string;
  /** Stops reading its output, as if the log collector had ended. */
  closeLog(): void;
  /** Sends a signal and waits until the process has ended. Returns its exit code; null if the signal killed it. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

const MAIN = join(__dirname, '..', '..', 'src', 'main.ts');
const KEPT_LINES = 20;

/** Starts the service on a graph, like `reelgraph serve`. */
export async function startService(
  { uri, username, password }: GraphAddress,
  variables: Record<string, string>,
): Promise<Service> {
  const child = spawn(process.execPath, ['--import', require.resolve('tsx'), MAIN, 'serve'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      REELGRAPH_HOME: mkdtempSync(join(tmpdir(), 'reelgraph-hostile-')),
      PORT: '0',
      TFJS_ENGINE: 'cpu',
      AUTO_TRAIN: 'off',
      ...{ NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password },
      ...variables,
    },
  });
  const lines: string[] = [];
  const url = await new Promise<URL>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      createInterface(stream).on('line', (line) => {
        lines.push(line);
        if (lines.length > KEPT_LINES) lines.shift();
        const served = /http:\/\/127\.0\.0\.1:\d+\/graphql/.exec(line);
        if (served) resolve(new URL(served[0]));
      });
    }
    child.once('exit', (code) => reject(new Error(`The service ended with ${code}:\n${lines.join('\n')}`)));
  });
  const isAlive = () => child.exitCode === null && child.signalCode === null;
  return {
    url,
    port: Number(url.port),
    isAlive,
    memory: () => residentMemory(child.pid),
    processorTime: () => {
      const seconds = child.pid && cpuSeconds(child.pid);
      return seconds === undefined ? undefined : 1_000 * seconds;
    },
    lastLines: () => lines.join('\n'),
    closeLog: () => {
      child.stdout.destroy();
      child.stderr.destroy();
    },
    end: async (signal) => {
      if (!isAlive()) return child.exitCode;
      child.kill(signal);
      const [code] = (await once(child, 'exit')) as [number | null];
      return code;
    },
  };
}

function residentMemory(pid: number | undefined): number | undefined {
  try {
    const kilobytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1_024;
  } catch {
    // Only Linux has /proc.
    return undefined;
  }
}
