import { countRentals } from '../../rentals/count-rentals';
import type { LearningData } from '../load-learning-data';
import { denseMemory } from '../baselines/count-pairs';
import { MAX_NEIGHBORS } from '../baselines/item-knn';
import { DQN_SETTINGS, type DqnSettings } from './dqn-settings';
import { MAX_DENSE_WIDE_FILMS } from './wide-part';

const FLOAT_BYTES = 4;
/** Number of tensors of the size of the logits that exist at the same time. */
const LOGIT_COPIES = 8;
/**
 * Copies of the parameters: online, target and two moments; the chosen epoch; the acting policy with its search; and
 * the state and the weights of a publication, before and after they are packed.
 */
const PARAMETER_COPIES = 16;
/** Bytes per rental in the log: its film, time and rating, and the windows that contain it. */
const RENTAL_BYTES = 40;
/** The engine, and the heap of Node itself. */
const BASE_BYTES = 150e6;

/** The approximate memory of a training run in its worker, in bytes. */
export function dqnMemory(
  { log, features, vectors, dimension }: LearningData,
  settings: DqnSettings = DQN_SETTINGS,
): number {
  const films = log.films.length;
  const width = vectors || features.vectors ? dimension : settings.dimension;
  const parameters = films * (width + 1) + features.names.length * width;
  const rented = countRentals(log).filter((count) => count > 0).length;
  const rentals = log.histories.reduce((sum, { length }) => sum + length, 0);
  const wide =
    rented <= MAX_DENSE_WIDE_FILMS ? denseMemory(rented) : 2 * FLOAT_BYTES * rented * MAX_NEIGHBORS;
  return (
    BASE_BYTES +
    FLOAT_BYTES * (PARAMETER_COPIES * parameters + LOGIT_COPIES * settings.maxLogits) +
    RENTAL_BYTES * rentals +
    wide
  );
}
