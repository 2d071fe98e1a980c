import type { RunningTestGraph } from './test-graph';

/** Stops the Neo4j that all graph tests shared; the next run of them starts quicker. */
// eslint-disable-next-line import-x/no-default-export -- jest takes a default export
export default async function stopTestGraph(): Promise<void> {
  const { neo4j, lock } = (globalThis as unknown as { testGraph: RunningTestGraph }).testGraph;
  await neo4j.archiveClasses();
  await neo4j.stop();
  lock.release();
}
