import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { GlobalConfig } from 'jest';
import { lockHome } from '../src/private-neo4j/lock-home';
import { startPrivateNeo4j } from '../src/private-neo4j/start-private-neo4j';
import { createProgress } from '../src/progress';
import type { RunningTestGraph } from './test-graph';

const HOME = join(__dirname, '..', 'var', 'test');

/** Starts one Neo4j per worker, which all graph tests of the worker share. */
// eslint-disable-next-line import-x/no-default-export -- jest takes a default export
export default async function startTestGraphs({ maxWorkers }: GlobalConfig): Promise<void> {
  const graphs: RunningTestGraph[] = [];
  (globalThis as { testGraphs?: RunningTestGraph[] }).testGraphs = graphs;
  for (let worker = 1; worker <= maxWorkers; worker++) {
    graphs.push(await startTestGraph(homeOf(worker)));
    // Later servers use the same jars and start faster with the archive.
    if (worker === 1) await graphs[0].neo4j.archiveClasses();
  }
  const addresses = graphs.map(({ neo4j: { uri, username, password } }) => ({ uri, username, password }));
  process.env.TEST_GRAPHS = JSON.stringify(addresses);
}

async function startTestGraph(home: string): Promise<RunningTestGraph> {
  const lock = lockHome(home);
  const progress = createProgress(process.stderr);
  return { lock, neo4j: await startPrivateNeo4j({ home, progress, shortLived: true }) };
}

/** The home of the first worker downloads Neo4j; the homes of the others link to it. */
function homeOf(worker: number): string {
  if (worker === 1) return HOME;
  const home = join(HOME, `worker-${worker}`);
  mkdirSync(home, { recursive: true });
  const shared = join(home, 'distribution');
  if (!existsSync(shared)) symlinkSync(join('..', 'distribution'), shared);
  return home;
}
