/**
 * Injects every kind of fault into the graph of a running service, and prints a table:
 *   npm run test:faults -- [seconds of each fault] [requests per second]
 * Exits with 1 if an answer was wrong or late, an acknowledged rental was lost, or the service did not recover in time.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createApp } from '../src/app';
import { toTable } from '../src/commands/table';
import { connectGraph } from '../src/graph/connect-graph';
import type { GraphAddress } from '../src/graph/open-driver';
import { openProbe } from '../src/graph/probe-graph';
import { silentLogger } from '../src/logger';
import { preparePrivateGraph, SAMPLE } from '../src/prepare-graph';
import { startPrivateNeo4j } from '../src/private-neo4j/start-private-neo4j';
import { createProgress, silentProgress } from '../src/progress';
import { parseSettings } from '../src/settings';
import { startBoltProxy } from '../test/faults/bolt-proxy';
import { type Fault, type FaultReport, runFault } from '../test/faults/fault-run';

const ROOT = resolve(__dirname, '..');
const DISTRIBUTION = ['var', 'var/test'].map((home) => join(ROOT, home, 'distribution')).find(existsSync);
/** How long a killed graph may take to start. */
const MAX_RESTART_MS = 90_000;
const MAX_MS = {
  /** From the end of the fault, or the return of a killed graph, to the first right answer. */
  recovery: 5_000,
  /** 95th percentile of the requests that are sent five seconds after the start of the fault or later. */
  p95: 2_000,
  metrics: 200,
};

async function main(): Promise<boolean> {
  const [seconds = 20, rate = 10] = process.argv.slice(2).map(Number);
  const progress = createProgress(process.stderr);
  const home = mkdtempSync(join(tmpdir(), 'reelgraph-faults-'));
  if (DISTRIBUTION) symlinkSync(DISTRIBUTION, join(home, 'distribution'));
  const neo4j = await startPrivateNeo4j({ home, progress });
  const direct = await connectGraph(neo4j);
  await preparePrivateGraph(direct, progress);
  // Otherwise it would take a killed graph's time with a warm-up of its own.
  direct.health.close();
  const proxy = await startBoltProxy(Number(new URL(neo4j.uri).port));
  const settings = parseSettings({
    PORT: '0',
    AUTO_TRAIN: 'off',
    NEO4J_URI: `bolt://127.0.0.1:${proxy.port}`,
    NEO4J_PASSWORD: neo4j.password,
  });
  const app = await createApp(settings, silentProgress, silentLogger);

  const graphPid = () => Number(readFileSync(join(home, 'neo4j', 'pid'), 'utf8'));
  const pass = () => proxy.set('pass');
  let resetting: NodeJS.Timeout | undefined;
  const faults: Fault[] = [
    { name: 'black hole', begin: () => proxy.set('hole'), end: pass },
    { name: 'stalled connections', begin: () => proxy.set('freeze'), end: pass },
    { name: 'refused connections', begin: () => proxy.set('refuse'), end: pass },
    {
      name: 'reset connections',
      begin: () => (resetting = setInterval(proxy.resetAll, 300)),
      end: () => clearInterval(resetting),
    },
    {
      name: 'frozen graph',
      begin: () => process.kill(graphPid(), 'SIGSTOP'),
      end: () => process.kill(graphPid(), 'SIGCONT'),
    },
    {
      name: 'killed graph',
      begin: () => process.kill(graphPid(), 'SIGKILL'),
      returned: () => untilAnswered(neo4j),
    },
  ];
  const lostOf = async (keys: readonly string[]): Promise<number> => {
    const [{ kept }] = await direct.read<{ kept: number }>(
      'MATCH (key:RentalKey) WHERE any(sent IN $keys WHERE key.key ENDS WITH sent) RETURN count(key) AS kept',
      { keys },
    );
    return keys.length - kept;
  };

  const rows = [
    ['fault', 'requests', 'right', 'refused', 'wrong', 'p95', 'longest wait', '/metrics', 'recovery', 'lost'],
  ];
  let isSound = true;
  for (const fault of faults) {
    const recoveryMs = fault.end ? 2 * MAX_MS.recovery : MAX_RESTART_MS;
    const load = { url: app.url, ...SAMPLE, rate, holdMs: 1_000 * seconds, recoveryMs };
    const report = await runFault(fault, load);
    const lost = await lostOf(report.acknowledged);
    rows.push(toCells(report, lost));
    for (const wrong of new Set(report.wrong)) process.stderr.write(`${fault.name}: ${wrong}\n`);
    isSound &&= report.wrong.length === 0 && lost === 0 && isInTime(report);
  }
  console.log(toTable(rows).join('\n'));
  console.log('p95: requests that were sent at least 5 s after the start of the fault.');
  console.log(
    'recovery: from the end of the fault, or the return of the killed graph, to the first right answer.',
  );

  await app.close();
  await direct.close();
  proxy.close();
  await neo4j.stop();
  rmSync(home, { recursive: true, force: true });
  return isSound;
}

const isInTime = ({ p95Ms, metricsMs, recoveryMs }: FaultReport) =>
  p95Ms <= MAX_MS.p95 && metricsMs <= MAX_MS.metrics && recoveryMs <= MAX_MS.recovery;

/** Resolves when the graph answers a statement. */
async function untilAnswered(address: GraphAddress): Promise<void> {
  const { probe, close } = openProbe(address);
  const ask = () =>
    probe(MAX_RESTART_MS, () => undefined).then(
      () => true,
      () => false,
    );
  do await pause(100);
  while (!(await ask()));
  await close();
}

const toCells = (report: FaultReport, lost: number): string[] => [
  report.fault,
  ...[report.requests, report.right, report.refused, report.wrong.length].map(String),
  ...[report.p95Ms, report.longestMs, report.metricsMs, report.recoveryMs].map(toSeconds),
  String(lost),
];

const toSeconds = (milliseconds: number) =>
  Number.isNaN(milliseconds) ? 'never' : `${(milliseconds / 1_000).toFixed(2)} s`;

main().then(
  (isSound) => process.exit(isSound ? 0 : 1),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
