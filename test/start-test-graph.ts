import { join } from 'node:path';
import { lockHome } from '../src/private-neo4j/lock-home';
import { startPrivateNeo4j } from '../src/private-neo4j/start-private-neo4j';
import { createProgress } from '../src/progress';
import type { RunningTestGraph } from './test-graph';

const HOME = join(__dirname, '..', 'var', 'test');

/** Starts the Neo4j that all graph tests share. */
// eslint-disable-next-line import-x/no-default-export -- jest takes a default export
export default async function startTestGraph(): Promise<void> {
  const lock = lockHome(HOME);
  const neo4j = await startPrivateNeo4j({
    home: HOME,
    progress: createProgress(process.stderr),
    shortLived: true,
  });
  // Tests start more servers, on the same jars.
  await neo4j.archiveClasses();
  process.env.TEST_GRAPH = JSON.stringify({
    uri: neo4j.uri,
    username: neo4j.username,
    password: neo4j.password,
  });
  (globalThis as { testGraph?: RunningTestGraph }).testGraph = { neo4j, lock };
}
