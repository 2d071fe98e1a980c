import { setTimeout as wait } from 'node:timers/promises';
import type { Graph } from '../graph/graph';
import type { Report } from '../progress';

const INTERVAL_MS = 500;

const PROGRESS = `
  CALL gds.listProgress($jobId) YIELD progress
  RETURN progress LIMIT 1`;

/**
 * Asks Graph Data Science how far a job is, in percent, until told to stop.
 * Progress is a courtesy: where it can't be had the job goes on unwatched.
 */
export function watchProgress(graph: Graph, jobId: string, report: Report): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const watching = (async () => {
    while (!stopping.signal.aborted) {
      const [row] = await graph.run<{ progress: string }>(PROGRESS, { jobId });
      const percent = Number.parseFloat(row?.progress ?? '');
      if (Number.isFinite(percent)) report(Math.round(percent), 100, '%');
      await wait(INTERVAL_MS, undefined, { signal: stopping.signal });
    }
  })().catch(() => undefined);
  return {
    stop: async () => {
      stopping.abort();
      await watching;
    },
  };
}
