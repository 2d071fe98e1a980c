import { AppError } from '../../app-error';
import { createConstraints } from '../../graph/constraints';
import { createLogger } from '../../logger';
import { openGraph } from '../../open-graph';
import { preparePrivateGraph } from '../../prepare-graph';
import type { Progress } from '../../progress';
import { loadEngine } from '../../recommender/engine/load-engine';
import { createRecommender } from '../../recommender/recommender';
import { TRAINABLE } from '../../recommender/policies/trainable-policies';
import type { TrainingOrder, TrainingRuns } from '../../recommender/training/training-runs';
import type { TrainingRun } from '../../recommender/training/run-repository';
import type { Settings } from '../../settings';
import { createShowTraining, type Output } from './show-training';

/** Options of the command as they were typed. */
export interface TrainOptions {
  policy?: string;
  seed?: string;
  steps?: string;
  resume?: string;
}

/** The seed of a run that is given none. */
const SEED = 1;

/**
 * Trains a policy and shows it until the run ends.
 * @param cancelled cancels the run, which keeps what it learned
 * @returns what is to be said of the run
 * @throws AppError BAD_USER_INPUT before the graph is opened, TRAINING_BUSY, or the run's own failure
 */
export async function train(
  options: TrainOptions,
  settings: Settings,
  progress: Progress,
  output: Output,
  cancelled: AbortSignal,
): Promise<string> {
  const order = parseOrder(options);
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
    return describeEnd(await follow(runs, await runs.start(order), output, cancelled));
  } finally {
    await close();
  }
}

async function follow(
  runs: TrainingRuns,
  run: TrainingRun,
  output: Output,
  cancelled: AbortSignal,
): Promise<TrainingRun> {
  const show = createShowTraining(output, run);
  const cancel = () => void runs.cancel(run.id).catch(() => undefined);
  if (cancelled.aborted) cancel();
  cancelled.addEventListener('abort', cancel);
  for await (const progress of runs.follow(run.id)) show(progress, await runs.curve(run.id));
  return runs.find(run.id);
}

function parseOrder({ policy = 'DQN', seed, steps, resume }: TrainOptions): TrainingOrder {
  const name = TRAINABLE.find((known) => known === policy.toUpperCase().replace('-', '_'));
  if (!name) {
    throw new AppError('BAD_USER_INPUT', `--policy got ${policy}; it takes ${TRAINABLE.join(' or ')}.`);
  }
  return {
    policy: name,
    seed: wholeNumber('seed', seed, 0),
    steps: wholeNumber('steps', steps, 1),
    resume,
  };
}

function wholeNumber(name: string, typed: string | undefined, least: number): number | undefined {
  if (typed === undefined) return undefined;
  const number = Number(typed);
  if (Number.isSafeInteger(number) && number >= least) return number;
  throw new AppError('BAD_USER_INPUT', `--${name} got ${typed}; it takes a whole number, ${least} or more.`);
}

function describeEnd({ id, policy, status, step, version, error }: TrainingRun): string {
  if (status === 'FAILED') {
    throw new AppError('BAD_USER_INPUT', `The training failed: ${error} What was published before is kept.`);
  }
  const kept = version ? `version ${version} is kept` : 'nothing was learned yet';
  return `${policy}: ${status.toLowerCase()} at step ${step}, ${kept}. Go on from it: reelgraph train --resume ${id}\n`;
}
