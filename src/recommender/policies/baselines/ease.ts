import type { Policy } from '../../policy';
import type { RentalLog } from '../../rentals/rental-log';
import { countPairs } from './count-pairs';
import { invert } from './invert';
import { createSimilarityPolicy } from './similarity-policy';

/** How strongly weights are held back, in rentals. */
export const EASE_REGULARIZATION = 300;

/**
 * EASE, a linear autoencoder without self-weights (Steck, "Embarrassingly Shallow Autoencoders for Sparse Data",
 * 2019), in closed form: with P = (XᵀX + λI)⁻¹ the weight from film i to film j is −P[i,j] / P[j,j].
 */
export async function fitEase(log: RentalLog, regularization = EASE_REGULARIZATION): Promise<Policy> {
  const { films, counts } = countPairs(log);
  const size = films.length;
  for (let film = 0; film < size; film++) counts[film * size + film] += regularization;
  await invert(counts, size);
  const weights = new Float32Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (row !== column) {
        weights[row * size + column] = -counts[row * size + column] / counts[column * size + column];
      }
    }
  }
  return createSimilarityPolicy('EASE', log.films.length, { films, weights });
}
