import { AppError } from '../../app-error';
import type { Logger } from '../../logger';
import type { TrainingRuns } from '../training/training-runs';
import type { ChallengeOutcome } from '../versions/challenge';
import type { Promotions } from '../versions/promotions';
import { createBackoff } from './autopilot-status';

/** Options of `retrainOnRentals`. */
export interface RetrainOptions {
  readonly runs: TrainingRuns;
  readonly promotions: Promotions;
  readonly logger: Logger;
  /** Stops retries. */
  readonly closing: AbortSignal;
  /** Number of rentals that start a training. Default: 100. */
  readonly rentals?: number;
}

const RENTALS = 100;
const RETRY_MS = 30_000;
const MAX_RETRY_MS = 600_000;
/** Another training is running, or there are too few rentals: the current version keeps answering. */
const EXPECTED = new Set(['TRAINING_BUSY', 'BAD_USER_INPUT']);

/** What is logged about a challenge. */
const RESULTS: Readonly<Record<ChallengeOutcome, string>> = {
  TOO_FEW_RENTALS:
    'Keeping the current version: too few customers rented since the version of DQN was trained',
  TRIAL_STARTED: 'Started a trial of the retrained version of DQN: it serves half of the customers',
  TRIAL_RUNNING: 'Keeping the running trial; a newer version of DQN waits for its end',
  VETOED: 'Keeping the current version: the retrained version of DQN ranks the newest rentals worse',
  PROMOTED: 'Promoted the retrained version of DQN by the newest rentals: too few visits for a trial',
  KEPT: 'Keeping the current version of DQN by the newest rentals: too few visits for a trial',
  OVERTAKEN: 'Keeping the policy that was promoted during the comparison',
};

/**
 * Returns a function that counts rentals. Whenever enough were recorded by this process, the newest version of DQN
 * challenges the default policy, as versions/challenge.ts describes; then DQN is trained again. The run is preempted by
 * every other training; an attempt that fails is logged and repeated with backoff.
 */
export function retrainOnRentals(options: RetrainOptions): () => void {
  const { runs, promotions, logger, closing, rentals: enough = RENTALS } = options;
  const backoff = createBackoff(RETRY_MS, MAX_RETRY_MS);
  let waiting = 0;
  let isTraining = false;

  /** Returns whether DQN was trained. */
  const retrain = async (): Promise<boolean> => {
    const challenge = await promotions.challenge('DQN');
    if (challenge) {
      const { outcome, comparison, ...versions } = challenge;
      logger.info({ ...versions, ...comparison }, RESULTS[outcome]);
    }
    const earlier = await runs.newestSaved('DQN');
    if (!earlier) return false;
    const rentals = waiting;
    const { id } = await runs.start({ policy: 'DQN', resume: earlier.id, preemptible: true });
    waiting -= rentals;
    logger.info({ run: id, rentals }, `Retraining on ${rentals} new rentals`);
    for await (const { status } of runs.follow(id)) if (status !== 'RUNNING') break;
    const { status, error } = await runs.find(id);
    if (status === 'FAILED') throw new Error(`Training DQN failed: ${error}`);
    return true;
  };

  const retrainIfDue = async (): Promise<void> => {
    if (waiting < enough || isTraining || closing.aborted) return;
    isTraining = true;
    let isDone = false;
    try {
      isDone = await retrain();
      backoff.reset();
    } catch (err) {
      if (closing.aborted) return;
      if (err instanceof AppError && EXPECTED.has(err.code)) {
        logger.info({ reason: err.message }, 'Keeping the current version');
      } else {
        const delay = backoff.next();
        logger.warn({ err }, `Retraining on new rentals failed; trying again in ${delay / 1_000} seconds`);
        setTimeout(() => void retrainIfDue(), delay).unref();
      }
    } finally {
      isTraining = false;
    }
    // Rentals that were recorded meanwhile are new to the version that was trained.
    if (isDone) void retrainIfDue();
  };

  return () => {
    waiting++;
    void retrainIfDue();
  };
}
