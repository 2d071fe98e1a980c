import type { Logger } from '../../logger';
import { sleep } from '../training/training-lease';
import type { Promotions } from '../versions/promotions';
import type { TrialStatus } from '../versions/trial-repository';

/** Options of `judgeTrials`. */
export interface JudgeTrialsOptions {
  readonly promotions: Pick<Promotions, 'judge'>;
  readonly logger: Logger;
  /** Stops judging. */
  readonly closing: AbortSignal;
}

/** How often to check whether a day of the running trial has ended. */
const CHECK_MS = 600_000;

/** The log message for each outcome of a trial. */
const RESULTS: Readonly<Record<TrialStatus, string>> = {
  RUNNING: 'The trial continues',
  PROMOTED: 'Promoted the candidate of the trial',
  REJECTED: 'Keeping the current version: the candidate of the trial was not better',
  STOPPED: 'The trial ended without a result',
};

/** Judges the running trial once for each of its days, until it is closed. A failure is logged and retried later. */
export async function judgeTrials({ promotions, logger, closing }: JudgeTrialsOptions): Promise<void> {
  while (!closing.aborted) {
    try {
      const trial = await promotions.judge();
      if (trial) {
        const { policy, version, day, results, reason, status } = trial;
        logger.info({ policy, version, day, ...results, reason }, RESULTS[status]);
      }
    } catch (err) {
      if (!closing.aborted) logger.warn({ err }, 'Judging the trial failed; trying again in 10 minutes');
    }
    await sleep(CHECK_MS, closing);
  }
}
