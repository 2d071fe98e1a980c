import type { RunningTestGraph } from './test-graph';

/** Stops the Neo4j of each worker; the next run of them starts quicker. */
// eslint-disable-next-line import-x/no-default-export -- jest takes a default export
export default async function stopTestGraphs(): Promise<void> {
  const { testGraphs } = globalThis as unknown as { testGraphs: RunningTestGraph[] };
  await testGraphs[0].neo4j.archiveClasses();
  for (const { neo4j, lock } of testGraphs) {
    await neo4j.stop();
    lock.release();
  }
}
