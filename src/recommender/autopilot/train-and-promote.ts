import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '../../app-error';
import type { EngineName } from '../engine/load-engine';
import type { Recommender } from '../recommender';
import type { Promotion } from '../versions/promotion-repository';
import type { TrainingRun } from '../training/run-repository';

/** How long to wait before another attempt after a preemption, in milliseconds. */
const RETRY_MS = 5_000;

/** Logs an event with its fields. */
export type Tell = (fields: object, message: string) => void;

type Parts = Pick<Recommender, 'runs' | 'evaluations' | 'promotions'>;

/**
 * Approximate minutes of training and evaluation on the sample store of 1,000 films. Larger stores take longer, in
 * proportion to their rentals.
 */
export const TYPICAL_MINUTES: Readonly<Record<EngineName, number>> = { tensorflow: 3, wasm: 8, cpu: 120 };

/** Whether no policy was ever promoted and policy DQN was never evaluated. */
export async function needsTraining({ evaluations, promotions }: Parts): Promise<boolean> {
  if ((await promotions.newest(1)).length > 0) return false;
  return !(await evaluations.newest(10)).some(
    ({ status, results }) => status === 'SUCCEEDED' && results.some(({ policy }) => policy === 'DQN'),
  );
}

/**
 * Trains policy DQN, compares it with all other policies, and promotes it if it ranks best, unless a policy was
 * promoted or DQN evaluated before. It is preempted by other runs and evaluations, and continues afterwards, also
 * after a restart.
 * @returns the promotion; undefined if DQN was not promoted
 */
export async function trainAndPromote(
  parts: Parts,
  tell: Tell,
  closing: AbortSignal,
): Promise<Promotion | undefined> {
  const { runs, evaluations, promotions } = parts;

  /** Finds a run of DQN that stopped early because more steps did not help, or trains one. */
  const train = async (): Promise<TrainingRun> => {
    const earlier = (await runs.newest(20)).filter(({ policy }) => policy === 'DQN');
    const finished = earlier.find(({ status, step, steps }) => status === 'SUCCEEDED' && step < steps);
    if (finished) return finished;
    const unfinished = earlier.find(({ status }) => status === 'INTERRUPTED' || status === 'CANCELLED');
    const { id } = await runs.start({ policy: 'DQN', resume: unfinished?.id, givesWay: true });
    tell({ run: id }, 'Training DQN in the background');
    for await (const { status } of runs.follow(id)) if (status !== 'RUNNING') break;
    const run = await runs.find(id);
    if (run.status === 'FAILED') throw new AppError('BAD_USER_INPUT', `Training DQN failed: ${run.error}`);
    if (run.status !== 'SUCCEEDED') throw new Preempted();
    return run;
  };

  /** Returns the policies of a new evaluation, best first. */
  const rank = async (): Promise<string[]> => {
    const { id } = await evaluations.start({ k: 10, share: 0.8, preemptible: true });
    await evaluations.idle();
    const { status, results, error } = await evaluations.find(id);
    if (status === 'FAILED') throw new AppError('BAD_USER_INPUT', `Evaluating policies failed: ${error}`);
    if (status !== 'SUCCEEDED') throw new Preempted();
    return [...results].sort((a, b) => b.ndcg.mean - a.ndcg.mean).map(({ policy }) => policy);
  };

  while (!closing.aborted && (await needsTraining(parts))) {
    try {
      const { version } = await train();
      if (closing.aborted) return undefined;
      const [best] = await rank();
      if (best !== 'DQN') {
        tell({ best }, 'DQN finished training but did not rank first; not promoting it');
        return undefined;
      }
      const { promotion } = await promotions.promote({
        policy: 'DQN',
        version,
        exploration: 0,
        force: false,
      });
      tell(promotion, 'DQN finished training and ranked first; promoted it');
      return promotion;
    } catch (error) {
      const isBusy =
        error instanceof Preempted || (error instanceof AppError && error.code === 'TRAINING_BUSY');
      if (!isBusy) throw error;
      await wait(RETRY_MS, undefined, { signal: closing }).catch(() => undefined);
    }
  }
  return undefined;
}

/** Another run or evaluation started, or the server is shutting down. */
class Preempted extends Error {}
