import type { RentalLog } from '../../rentals/rental-log';
import { countRentals } from '../../rentals/count-rentals';
import { spread } from '../baselines/validation-split';
import type { FilmFacts } from './blend';
import { createActionVector } from './dqn-policy';
import type { DqnSettings } from './dqn-settings';
import type { QNetwork } from './q-network';

/** Number of customers for the mean action vector. */
const MAX_CUSTOMERS = 500;

/**
 * Corrects the biases of films with few rentals. A film without rentals is never a target of the softmax, which
 * therefore lowers its value, regardless of its actors and categories. The value of a film with n rentals, averaged
 * over customers, moves towards the mean of all rented films by 1 / (n + 1). Each film counts once in that mean. If
 * films were weighted by rentals, the mean would be the value of a popular film, and unrented films would fill the
 * lists.
 */
export function shrinkBiases(
  network: QNetwork,
  settings: DqnSettings,
  histories: readonly Int32Array[],
  rentals: Float32Array,
): QNetwork {
  const { films, biases } = network;
  const dimension = films.length / biases.length;
  const actionVector = createActionVector(network, settings);
  const mean = new Float64Array(dimension);
  const customers = spread(histories, MAX_CUSTOMERS);
  for (const history of customers) {
    actionVector(history).forEach((value, i) => (mean[i] += value / customers.length));
  }
  const averages = biases.map((bias, film) => {
    let sum = bias;
    for (let i = 0; i < dimension; i++) sum += mean[i] * films[film * dimension + i];
    return sum;
  });
  const rented = averages.filter((_, film) => rentals[film] > 0);
  const typical = rented.reduce((sum, value) => sum + value, 0) / Math.max(rented.length, 1);
  return {
    ...network,
    biases: biases.map((bias, film) => bias + (typical - averages[film]) / (rentals[film] + 1)),
  };
}

/** Number of pseudo-ratings with the mean gain of all ratings. */
const PRIOR_RATINGS = 10;

/** Counts rentals and averages gains. The gain of a rating is its distance above the middle of the used scale, or 0. */
export function filmFacts(log: RentalLog): FilmFacts {
  const rentals = countRentals(log);
  if (!log.ratings) return { rentals };
  const rated = log.ratings.flatMap((row) => [...row].filter((stars) => !Number.isNaN(stars)));
  let [lowest, highest] = [Infinity, -Infinity];
  for (const stars of rated) [lowest, highest] = [Math.min(lowest, stars), Math.max(highest, stars)];
  const middle = (lowest + highest) / 2;
  const gain = (stars: number) => Math.max(0, stars - middle);
  const mean = rated.reduce((sum, stars) => sum + gain(stars), 0) / Math.max(rated.length, 1);
  if (!(mean > 0)) return { rentals };
  const sums = new Float64Array(rentals.length).fill(PRIOR_RATINGS * mean);
  const counts = new Float64Array(rentals.length).fill(PRIOR_RATINGS);
  log.histories.forEach((history, customer) => {
    history.forEach((film, index) => {
      const stars = log.ratings?.[customer][index] ?? NaN;
      if (Number.isNaN(stars)) return;
      sums[film] += gain(stars);
      counts[film]++;
    });
  });
  return { rentals, gains: Float32Array.from(sums, (sum, film) => sum / counts[film]) };
}
