import { AppError } from '../../app-error';
import type { Logger } from '../../logger';
import type { Evaluation } from '../evaluation/evaluation-repository';
import type { EvaluationRequest, Evaluations } from '../evaluation/evaluations';
import { POLICY_NAMES, type PolicyName } from '../policies/policy';
import type { TrainingRun } from '../training/run-repository';
import { sleep } from '../training/training-lease';
import type { TrainingRuns } from '../training/training-runs';
import type { Promotion } from '../versions/promotion-repository';
import type { Promotions } from '../versions/promotions';
import { type AutopilotStatus, createBackoff, describeFailure } from './autopilot-status';

/** Options of `trainAndPromote`. */
export interface TrainAndPromoteOptions {
  readonly runs: TrainingRuns;
  readonly evaluations: Evaluations;
  readonly promotions: Promotions;
  readonly logger: Logger;
  readonly onStatus: (status: AutopilotStatus) => void;
  /** Stops the attempts. */
  readonly closing: AbortSignal;
  /** How long to wait before the first retry, in milliseconds. Default: 5,000. */
  readonly retryMs?: number;
}

const RETRY_MS = 5_000;
const MAX_RETRY_MS = 300_000;
/** The error codes if another training or evaluation is running. */
const BUSY = new Set(['TRAINING_BUSY', 'EVALUATION_BUSY']);

/** Thrown if another training or evaluation preempted this one, or the service is closing. */
class Preempted extends Error {}

/**
 * Selects the policy of a new service automatically. If no policy was ever promoted, trains DQN, evaluates all policies
 * and promotes the one with the highest NDCG. If DQN cannot be trained, for example because there is too little memory,
 * promotes the best of the other policies. Any other training or evaluation preempts it. Failed attempts are logged and
 * retried with backoff.
 * @returns the promotion; undefined if there was one already, or the service is closing
 */
export async function trainAndPromote(options: TrainAndPromoteOptions): Promise<Promotion | undefined> {
  const { promotions, logger, onStatus, closing, retryMs = RETRY_MS } = options;
  const backoff = createBackoff(retryMs, MAX_RETRY_MS);
  let lastError: string | null = null;
  const setState = (state: AutopilotStatus['state']) => onStatus({ state, lastError, nextAttemptAt: null });

  while (!closing.aborted) {
    let delay = retryMs;
    try {
      if (!(await needsTraining(promotions))) {
        setState('DONE');
        return undefined;
      }
      setState('TRAINING');
      const run = await trainDqn(options);
      setState('EVALUATING');
      const best = await rankBest(
        options,
        run ? POLICY_NAMES : POLICY_NAMES.filter((name) => name !== 'DQN'),
      );
      const promotion = await promotions.promoteFirst({
        policy: best,
        version: best === 'DQN' ? run?.version : undefined,
        exploration: 0,
      });
      if (promotion) logger.info({ ...promotion }, `${best} ranked first; promoting it`);
      lastError = null;
      setState('DONE');
      return promotion;
    } catch (err) {
      if (closing.aborted) return undefined;
      const isBusy = err instanceof Preempted || (err instanceof AppError && BUSY.has(err.code));
      if (!isBusy) {
        delay = backoff.next();
        lastError = describeFailure(err);
        logger.warn({ err }, `Background training failed; trying again in ${delay / 1_000} seconds`);
      }
      const nextAttemptAt = new Date(Date.now() + delay).toISOString();
      onStatus({ state: 'WAITING', lastError, nextAttemptAt });
      await sleep(delay, closing);
    }
  }
  return undefined;
}

/** Whether no policy was ever promoted. */
export const needsTraining = async (promotions: Promotions): Promise<boolean> =>
  (await promotions.newest(1)).length === 0;

/** Returns a DQN run that ended by early stopping: an earlier run, or a new one. Undefined if the run failed. */
async function trainDqn({ runs, logger }: TrainAndPromoteOptions): Promise<TrainingRun | undefined> {
  const earlier = (await runs.newest(20)).filter(({ policy, kind }) => policy === 'DQN' && kind === 'RUN');
  const finished = earlier.find(
    ({ status, step, firstStep, steps }) => status === 'SUCCEEDED' && step - firstStep < steps,
  );
  if (finished) return finished;
  const unfinished = earlier.find(({ status }) => status === 'INTERRUPTED' || status === 'CANCELLED');
  const { id } = await runs.start({ policy: 'DQN', resume: unfinished?.id, preemptible: true });
  logger.info({ run: id }, 'Training DQN in the background');
  for await (const { status } of runs.follow(id)) if (status !== 'RUNNING') break;
  const run = await runs.find(id);
  if (run.status === 'FAILED') {
    logger.warn({ run: id }, `Training DQN failed; choosing among the other policies: ${run.error}`);
    return undefined;
  }
  if (run.status !== 'SUCCEEDED') throw new Preempted();
  return run;
}

/** Evaluates policies and returns the one with the highest NDCG. */
async function rankBest(
  { evaluations }: TrainAndPromoteOptions,
  policies: readonly PolicyName[],
): Promise<PolicyName> {
  const { id } = await startEvaluation(evaluations, policies);
  await evaluations.idle();
  const { status, results, error } = await evaluations.find(id);
  if (status === 'FAILED') throw new Error(`Evaluating policies failed: ${error}`);
  if (status !== 'SUCCEEDED') throw new Preempted();
  return [...results].sort((a, b) => b.ndcg.mean - a.ndcg.mean)[0].policy;
}

type Split = EvaluationRequest['split'];

/** The splits in order of preference. */
const SPLITS: readonly Split[] = ['GLOBAL', 'PER_CUSTOMER', 'LEAVE_ONE_OUT'];

/**
 * Starts an evaluation with the first split that leaves rentals to test on. A global split is not possible without
 * times.
 */
async function startEvaluation(
  evaluations: Evaluations,
  policies: readonly PolicyName[],
): Promise<Evaluation> {
  const start = async ([split, ...others]: readonly Split[]): Promise<Evaluation> => {
    try {
      return await evaluations.start({ policies, k: 10, share: 0.8, split, preemptible: true });
    } catch (error) {
      if (others.length === 0 || !(error instanceof AppError) || error.code !== 'BAD_USER_INPUT') throw error;
      return start(others);
    }
  };
  return start(SPLITS);
}
