import { AppError } from '../../app-error';
import type { Tell } from './train-and-promote';
import type { Recommender } from '../recommender';

/** Rentals after which policy DQN goes on learning, where nothing else is said. */
const ENOUGH = 100;

/**
 * Has policy DQN go on from what it learned whenever enough rentals were recorded through this process: they are
 * transitions for it then, and so are the lists that were served with exploration. Where DQN is what answers, the
 * new version takes over if its validation is higher. It gives way to whoever trains; the next rental asks again.
 */
export function retrainOnRentals(
  { runs, promotions, onRental }: Pick<Recommender, 'runs' | 'promotions' | 'onRental'>,
  tell: Tell,
  onFailure: (error: unknown) => void,
  enough = ENOUGH,
): void {
  let waiting = 0;
  let isLearning = false;

  const learn = async (): Promise<void> => {
    const earlier = (await runs.newest(20)).find(
      ({ policy, version }) => policy === 'DQN' && version !== null,
    );
    if (!earlier) return;
    const rentals = waiting;
    const { id } = await runs.start({ policy: 'DQN', resume: earlier.id, givesWay: true });
    waiting -= rentals;
    tell({ run: id, rentals }, 'Policy DQN goes on learning, with the rentals that came since');
    for await (const { status } of runs.follow(id)) if (status !== 'RUNNING') break;
    const { status, version } = await runs.find(id);
    const [current] = await promotions.recent();
    if (status !== 'SUCCEEDED' || current?.policy !== 'DQN' || current.version === null) return;
    const { exploration } = current;
    const { promotion } = await promotions.promote({ policy: 'DQN', version, exploration, force: false });
    tell(promotion, 'Policy DQN learned from new rentals, and its new version answers from now on');
  };

  onRental(() => {
    waiting++;
    if (waiting < enough || isLearning) return;
    isLearning = true;
    void learn()
      .catch((error: unknown) => {
        // Busy, or not better: nothing is wrong, and the version that answers goes on answering.
        const isRefusal =
          error instanceof AppError && ['TRAINING_BUSY', 'BAD_USER_INPUT'].includes(error.code);
        if (isRefusal) tell({ reason: error.message }, 'The version that answers stays');
        else onFailure(error);
      })
      .finally(() => (isLearning = false));
  });
}
