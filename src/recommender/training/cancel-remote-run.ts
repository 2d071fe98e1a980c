import { setTimeout as wait } from 'node:timers/promises';
import type { Graph } from '../../graph/graph';
import { requestCancel, requireTrainingRun, type TrainingRun } from './run-repository';

/** How long to wait for the process of the run to end it, and how often to read the status meanwhile. */
const PATIENCE_MS = 5_000;
const POLL_MS = 100;

/**
 * Cancels a run of another process. The latest weights are kept. Has no effect if the run has ended.
 * @returns the run; its status is RUNNING if the other process did not end it within five seconds
 * @throws AppError NOT_FOUND
 */
export async function cancelRemoteRun(graph: Graph, id: string): Promise<TrainingRun> {
  const run = await requireTrainingRun(graph, id);
  if (run.status !== 'RUNNING') return run;
  await requestCancel(graph, id);
  for (const until = performance.now() + PATIENCE_MS; ; await wait(POLL_MS)) {
    const current = await requireTrainingRun(graph, id);
    if (current.status !== 'RUNNING' || performance.now() > until) return current;
  }
}
