import { setTimeout as wait } from 'node:timers/promises';
import type { Graph } from '../../graph/graph';
import { requestCancel, requireTrainingRun, type TrainingRun } from './run-repository';

/** How long the process of the run gets to end it, and how often its status is read meanwhile. */
const PATIENCE_MS = 5_000;
const POLL_MS = 100;

/**
 * Cancels a run of another process, which keeps its latest weights. A run that is over stays as it is.
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
