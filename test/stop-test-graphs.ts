import type { RunningTestGraph } from './test-graph';

/** Writes the class archive, which shortens the next start, and stops the Neo4j of each worker. */
// eslint-disable-next-line import-x/no-default-export -- jest takes a default export
export default async function stopTestGraphs(): Promise<void> {
  const { testGraphs } = globalThis as unknown as { testGraphs: RunningTestGraph[] };
  await testGraphs[0].neo4j.archiveClasses();
  for (const { neo4j, lock } of testGraphs) {
    await neo4j.stop();
    lock.release();
  }
}
