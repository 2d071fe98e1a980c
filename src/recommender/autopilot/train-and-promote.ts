import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '../../app-error';
import type { Recommender } from '../recommender';
import type { Promotion } from '../versions/promotion-repository';
import type { TrainingRun } from '../training/run-repository';

/** How long to wait before what others kept from training is tried again. */
const PATIENCE_MS = 5_000;

/** What happened, for the log. */
export type Tell = (fields: object, message: string) => void;

/**
 * Has policy DQN learn, measured and promoted if it ranks best, where nothing was ever promoted, and DQN never
 * measured: so that a new service recommends well without being told to. It gives way to whoever trains or measures,
 * and goes on later, also after a restart.
 * @returns what was promoted; undefined where nothing was
 */
export async function trainAndPromote(
  { runs, evaluations, promotions }: Pick<Recommender, 'runs' | 'evaluations' | 'promotions'>,
  tell: Tell,
  closing: AbortSignal,
): Promise<Promotion | undefined> {
  const isSettled = async () =>
    (await promotions.newest(1)).length > 0 ||
    (await evaluations.newest(10)).some(
      ({ status, results }) => status === 'SUCCEEDED' && results.some(({ policy }) => policy === 'DQN'),
    );

  /** A run that ended because more steps would not help: an earlier one, or one that is made now. */
  const learned = async (): Promise<TrainingRun> => {
    const earlier = (await runs.newest(20)).filter(({ policy }) => policy === 'DQN');
    const finished = earlier.find(({ status, step, steps }) => status === 'SUCCEEDED' && step < steps);
    if (finished) return finished;
    const leftOff = earlier.find(({ status }) => status === 'INTERRUPTED' || status === 'CANCELLED');
    const { id } = await runs.start({ policy: 'DQN', resume: leftOff?.id, givesWay: true });
    tell({ run: id }, 'Policy DQN learns in the background');
    for await (const { status } of runs.follow(id)) if (status !== 'RUNNING') break;
    const run = await runs.find(id);
    if (run.status === 'FAILED')
      throw new AppError('BAD_USER_INPUT', `Policy DQN did not learn: ${run.error}`);
    if (run.status !== 'SUCCEEDED') throw new GaveWay();
    return run;
  };

  const measured = async (): Promise<string[]> => {
    const { id } = await evaluations.start({ k: 10, share: 0.8, preemptible: true });
    await evaluations.idle();
    const { status, results, error } = await evaluations.find(id);
    if (status === 'FAILED') throw new AppError('BAD_USER_INPUT', `Policies were not compared: ${error}`);
    if (status !== 'SUCCEEDED') throw new GaveWay();
    return [...results].sort((a, b) => b.ndcg.mean - a.ndcg.mean).map(({ policy }) => policy);
  };

  while (!closing.aborted && !(await isSettled())) {
    try {
      const { version } = await learned();
      if (closing.aborted) return undefined;
      const [best] = await measured();
      if (best !== 'DQN') {
        tell({ best }, 'Policy DQN learned, and does not rank best: it is not promoted');
        return undefined;
      }
      const { promotion } = await promotions.promote({
        policy: 'DQN',
        version,
        exploration: 0,
        force: false,
      });
      tell(promotion, 'Policy DQN learned, ranks best, and answers from now on');
      return promotion;
    } catch (error) {
      const comesLater =
        error instanceof GaveWay || (error instanceof AppError && error.code === 'TRAINING_BUSY');
      if (!comesLater) throw error;
      await wait(PATIENCE_MS, undefined, { signal: closing }).catch(() => undefined);
    }
  }
  return undefined;
}

/** Somebody else trains or measures, or the service ends. */
class GaveWay extends Error {}
