import { setTimeout as pause } from 'node:timers/promises';
import type { Graph } from '../graph/graph';
import type { Logger } from '../logger';
import type { Report } from '../progress';

const INTERVAL_MS = 500;

/** gds.listProgress($jobId) fails until the job is registered, so all jobs are listed. */
const PROGRESS = `
  CALL gds.listProgress() YIELD jobId, progress
  WHERE jobId = $jobId
  RETURN progress LIMIT 1`;

/**
 * Reports the progress of a Graph Data Science job in percent until it is stopped. If the progress cannot be read,
 * the job continues without reports.
 */
export function watchProgress(
  graph: Graph,
  jobId: string,
  report: Report,
  logger: Logger,
): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const watching = (async () => {
    while (!stopping.signal.aborted) {
      const [row] = await graph.run<{ progress: string }>(PROGRESS, { jobId });
      const percent = Number.parseFloat(row?.progress ?? '');
      if (Number.isFinite(percent)) report(Math.round(percent), 100, '%');
      await pause(INTERVAL_MS, undefined, { signal: stopping.signal });
    }
  })().catch((err: unknown) => {
    if (!stopping.signal.aborted) logger.warn({ err }, 'Reading the progress of an embedding failed');
  });
  return {
    stop: async () => {
      stopping.abort();
      await watching;
    },
  };
}
