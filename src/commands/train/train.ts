import { AppError } from '../../app-error';
import { createConstraints } from '../../graph/constraints';
import { createLogger } from '../../logger';
import { openGraph } from '../../open-graph';
import { preparePrivateGraph } from '../../prepare-graph';
import type { Output, Progress } from '../../progress';
import { loadEngine } from '../../recommender/engine/load-engine';
import type { TrainablePolicy } from '../../recommender/policies/policy';
import { createRecommender } from '../../recommender/recommender';
import type { TrainingRun } from '../../recommender/training/run-repository';
import type { TrainingRuns } from '../../recommender/training/training-runs';
import type { Settings } from '../../settings';
import { createShowTraining } from './show-training';

/** Options of `reelgraph train`. */
export interface TrainOptions {
  policy: TrainablePolicy;
  seed?: number;
  /** The maximum number of steps. */
  steps?: number;
  /** The id of a run to continue. */
  resume?: string;
  /** Whether to write JSON lines even if the output is a terminal. */
  json?: boolean;
}

/** The default seed of a run. */
const SEED = 1;

/**
 * Trains a policy and shows the progress until the run ends.
 * @param cancelled cancels the run, which keeps its latest weights
 * @returns a summary of the run
 * @throws AppError NOT_FOUND, TRAINING_BUSY, EMBEDDINGS_MISSING; the reason if the run failed or was interrupted
 */
export async function train(
  { json, ...order }: TrainOptions,
  settings: Settings,
  progress: Progress,
  output: Output,
  cancelled: AbortSignal,
): Promise<string> {
  const engine = await progress('Loading the engine', () => loadEngine(settings.engine));
  const { graph, privateNeo4j, close } = await openGraph(settings, progress, { shares: true });
  try {
    if (privateNeo4j) await preparePrivateGraph(graph, progress);
    await createConstraints(graph);
    const { runs } = createRecommender({
      graph,
      engine,
      seed: SEED,
      logger: createLogger('warn', process.stderr),
    });
    const run = await runs.start(order);
    return describeEnd(await follow(runs, run, { output, json, cancelled }));
  } finally {
    await close();
  }
}

async function follow(
  runs: TrainingRuns,
  run: TrainingRun,
  { output, json, cancelled }: { output: Output; json?: boolean; cancelled: AbortSignal },
): Promise<TrainingRun> {
  const show = createShowTraining(output, run, { json });
  let cancelling: Promise<unknown> | undefined;
  const cancel = () => (cancelling = runs.cancel(run.id));
  if (cancelled.aborted) cancel();
  cancelled.addEventListener('abort', cancel);
  for await (const progress of runs.follow(run.id)) show(progress, await runs.curve(run.id));
  await cancelling;
  return runs.find(run.id);
}

/** @throws AppError if the run failed or was interrupted */
function describeEnd({ id, policy, status, step, version, error }: TrainingRun): string {
  const resume = `Resume it with: reelgraph train --resume ${id}`;
  const kept = version ? `the latest version is ${version}` : 'it published no version';
  if (status === 'FAILED') {
    throw new AppError('COMMAND_FAILED', `Training ${policy} failed at step ${step}: ${error} ${kept}.`);
  }
  if (status === 'INTERRUPTED') {
    throw new AppError(
      'COMMAND_FAILED',
      `Training ${policy} was interrupted at step ${step}; ${kept}. ${resume}`,
    );
  }
  return `${policy} ${status.toLowerCase()} at step ${step}; ${kept}. ${resume}\n`;
}
