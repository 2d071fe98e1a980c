import type { TrainablePolicy } from '../policies/policy';
import type { TrainingRuns } from '../training/training-runs';
import type { TrainedSteps } from '../training/tutorial-trainer';
import type { Promotions } from '../versions/promotions';
import type { VersionCache } from '../versions/version-cache';

/** Options of `trainStep`. */
export interface TrainStepOptions {
  readonly runs: TrainingRuns;
  readonly promotions: Promotions;
  readonly versions: VersionCache;
  /** Trains the TUTORIAL agent in this process. */
  readonly trainTutorial: (steps: number) => Promise<TrainedSteps>;
}

/** The result of a call of `trainStep`. */
export interface TrainStepResult extends TrainedSteps {
  readonly policy: TrainablePolicy;
}

/**
 * Trains a policy for a number of steps and waits. DQN trains in a worker from its newest state, and the next list uses
 * the published version if DQN is the promoted policy. TUTORIAL trains in this process.
 * @throws AppError TRAINING_BUSY, EMBEDDINGS_MISSING, BAD_USER_INPUT if there are too few rentals
 */
export async function trainStep(
  policy: TrainablePolicy,
  steps: number,
  { runs, promotions, versions, trainTutorial }: TrainStepOptions,
): Promise<TrainStepResult> {
  if (policy === 'TUTORIAL') return { policy, ...(await trainTutorial(steps)) };
  const { id, step, loss, reward, meanReward, epsilon, version } = await runs.step(policy, steps);
  versions.refresh();
  if (version !== null) await promotions.follow(policy, version);
  return { policy, run: id, step, loss, reward, meanReward, epsilon, version };
}
