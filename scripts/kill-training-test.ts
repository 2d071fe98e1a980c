/**
 * Kills a server at random moments of a training run, and checks that the next one serves the last published version:
 *   npm run test:kill-training -- [rounds] [seed]
 * Uses the graph at NEO4J_URI, which must contain a store; without NEO4J_URI, a private Neo4j with the sample store.
 * Only the server is killed. The graph keeps running, as it does if several servers share it.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import type { GraphAddress } from '../src/graph/open-driver';
import { connectGraph } from '../src/graph/connect-graph';
import { startPrivateNeo4j } from '../src/private-neo4j/start-private-neo4j';
import { preparePrivateGraph } from '../src/prepare-graph';
import { silentLogger } from '../src/logger';
import { createProgress, silentProgress } from '../src/progress';
import { createRandom } from '../src/random';
import { LEASE_MS } from '../src/recommender/training/training-lease';

const ROOT = resolve(__dirname, '..');
const DISTRIBUTION = ['var', 'var/test'].map((home) => join(ROOT, home, 'distribution')).find(existsSync);
/** Longer than two publications take, so that kills happen before, during and between them. */
const LONGEST_LIFE_MS = 8_000;

async function startService({ uri, username, password }: GraphAddress) {
  const env = {
    ...process.env,
    AUTO_TRAIN: 'off',
    ...{ NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password, PORT: '0', LOG_LEVEL: 'info' },
  };
  const child = spawn(process.execPath, [join(ROOT, 'dist', 'main.js'), 'serve'], {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  for await (const line of createInterface(child.stdout)) {
    const url = /http:\/\/127\.0\.0\.1:\d+\/graphql/.exec(line)?.[0];
    if (!url) continue;
    child.stdout.resume();
    return { child, ask: askAt(url) };
  }
  throw new Error('The server exited before it answered.');
}

const askAt =
  (url: string) =>
  async <Data>(query: string): Promise<Data> => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) });
    const { data, errors } = (await response.json()) as { data: Data; errors?: unknown };
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  };

async function kill(child: ChildProcess): Promise<void> {
  const ended = new Promise((done) => child.once('exit', done));
  child.kill('SIGKILL');
  await ended;
}

interface Run {
  status: string;
  step: number;
  version: string | null;
}

async function round(address: GraphAddress, life: number, resume: string | undefined) {
  const first = await startService(address);
  const input = `{policy: TUTORIAL, steps: 1000000 ${resume ? `, resume: "${resume}"` : ''}}`;
  const { startTraining } = await first.ask<{ startTraining: { run: { id: string } } }>(
    `mutation { startTraining(input: ${input}) { run { id } } }`,
  );
  const { id } = startTraining.run;
  await wait(life);
  await kill(first.child);
  await wait(LEASE_MS + 500);
  const next = await startService(address);
  try {
    const { trainingRun, recommendations, policyVersions } = await next.ask<{
      trainingRun: Run;
      recommendations: { version: string; items: unknown[] };
      policyVersions: { version: string; step: number; run: string }[];
    }>(`{
      trainingRun(id: "${id}") { status step version curve { step } }
      recommendations(customer: "1", policy: TUTORIAL) { version items { score film { title } } }
      policyVersions(policy: TUTORIAL, first: 100) { version step run }
    }`);
    if (trainingRun.status !== 'INTERRUPTED')
      throw new Error(`The run has the status ${trainingRun.status}, expected INTERRUPTED.`);
    if (recommendations.items.length !== 5) throw new Error('The list is incomplete.');
    const published = policyVersions.filter(({ run }) => run === id);
    if (published.length !== (trainingRun.version ? 1 : 0)) throw new Error(`${published.length} versions.`);
    const isNewest = published.every(({ step }) => recommendations.version.endsWith(`step-${step}`));
    if (!isNewest)
      throw new Error(`${recommendations.version} serves, and ${trainingRun.version} was published.`);
    return { id, published: trainingRun.version, serves: recommendations.version };
  } finally {
    await kill(next.child);
  }
}

async function openGraph(): Promise<{ address: GraphAddress; close: () => Promise<void> }> {
  const { NEO4J_URI: uri, NEO4J_USERNAME: username = 'neo4j', NEO4J_PASSWORD: password = '' } = process.env;
  if (uri) return { address: { uri, username, password }, close: async () => undefined };
  const home = mkdtempSync(join(tmpdir(), 'reelgraph-kill-training-'));
  if (DISTRIBUTION) symlinkSync(DISTRIBUTION, join(home, 'distribution'));
  const neo4j = await startPrivateNeo4j({ home, progress: silentProgress });
  const graph = await connectGraph(neo4j);
  await preparePrivateGraph(graph, createProgress(process.stderr), silentLogger);
  await graph.close();
  const close = async () => {
    await neo4j.stop();
    rmSync(home, { recursive: true, force: true });
  };
  return { address: neo4j, close };
}

async function main(): Promise<void> {
  const [rounds = 20, seed = Date.now() % 100_000] = process.argv.slice(2).map(Number);
  const random = createRandom(seed);
  console.log(`${rounds} rounds, seed ${seed}`);
  const { address, close } = await openGraph();
  let failed = 0;
  let resume: string | undefined;
  for (let at = 1; at <= rounds; at++) {
    const life = Math.round(random.next() * LONGEST_LIFE_MS);
    try {
      const { id, published, serves } = await round(address, life, resume);
      console.log(`${at}: killed after ${life} ms, published ${published}, serves ${serves}`);
      resume = id;
    } catch (error) {
      failed++;
      console.log(`${at}: FAILED after a kill at ${life} ms: ${(error as Error).message}`);
    }
  }
  await close();
  console.log(`${rounds - failed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

void main();
