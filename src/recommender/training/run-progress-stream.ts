import { setTimeout as wait } from 'node:timers/promises';
import type { SupervisedRun } from './run-supervisor';
import type { RunProgress } from './run-publisher';
import type { RunStatus, TrainingRun } from './run-repository';

/** Where a run stands. */
export interface TrainingProgress extends RunProgress {
  readonly run: string;
  readonly status: RunStatus;
}

export interface ProgressStreamOptions {
  id: string;
  /** The run, where it goes on in this process. */
  local: (id: string) => Promise<SupervisedRun | undefined>;
  /** The run as the graph has it. */
  find: (id: string) => Promise<TrainingRun>;
  closing: AbortSignal;
}

/** How often the graph is asked about a run of another process. */
const LOOK_MS = 500;

/**
 * Tells of a run until it ends, its end included: at every change where it goes on in this process, from the
 * graph where it does not.
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
    do yield toProgress(run.show());
    while ((await Promise.race([run.changed(closing).catch(() => 'ended' as const), ended])) !== 'ended');
  }
  let told: string | undefined;
  while (!closing.aborted) {
    const progress = toProgress(await find(id));
    const text = JSON.stringify(progress);
    if (text !== told) yield progress;
    told = text;
    if (progress.status !== 'RUNNING') return;
    await wait(LOOK_MS, undefined, { signal: closing }).catch(() => undefined);
  }
}

function toProgress(run: TrainingRun): TrainingProgress {
  const { id, status, step, loss, reward, meanReward, epsilon, stepsPerSecond, validation } = run;
  return { run: id, status, step, loss, reward, meanReward, epsilon, stepsPerSecond, validation };
}
