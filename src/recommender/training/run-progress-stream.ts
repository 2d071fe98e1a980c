import type { RunProgress, RunStatus, TrainingRun } from './run-repository';
import type { SupervisedRun } from './run-supervisor';
import { sleep } from './training-lease';

/** The fields of a run that change while it is running, and its status. */
export interface TrainingProgress extends RunProgress {
  readonly run: string;
  readonly status: RunStatus;
}

export interface ProgressStreamOptions {
  readonly id: string;
  /** Returns the run if it trains in this process. */
  readonly local: (id: string) => Promise<SupervisedRun | undefined>;
  /** Reads the run from the graph. */
  readonly find: (id: string) => Promise<TrainingRun>;
  readonly closing: AbortSignal;
}

/** How often to read the state of another process's run from the graph. */
const POLL_MS = 500;

/**
 * Yields the state of a run until it has ended, including the final state: at every change for a run of this process,
 * and from the graph for other runs.
 */
export async function* streamRunProgress({
  id,
  local,
  find,
  closing,
}: ProgressStreamOptions): AsyncGenerator<TrainingProgress, void, void> {
  const run = await local(id);
  if (run) {
    const ended = run.ended.then(() => 'ended' as const);
    // `changed` rejects only if the stream closes.
    const changed = () => run.changed(closing).catch(() => 'ended' as const);
    do yield toProgress(run.show());
    while ((await Promise.race([changed(), ended])) !== 'ended');
  }
  let previous: string | undefined;
  while (!closing.aborted) {
    const progress = toProgress(await find(id));
    const text = JSON.stringify(progress);
    if (text !== previous) yield progress;
    previous = text;
    if (progress.status !== 'RUNNING') return;
    await sleep(POLL_MS, closing);
  }
}

function toProgress(run: TrainingRun): TrainingProgress {
  const { id, status, step, loss, reward, meanReward, epsilon, stepsPerSecond, validation, error } = run;
  return { run: id, status, step, loss, reward, meanReward, epsilon, stepsPerSecond, validation, error };
}
