import type { Policy } from '../../policy';
import type { RentalLog } from '../../rentals/rental-log';
import { countPairs } from './count-pairs';
import { createSimilarityPolicy } from './similarity-policy';

/** Films rented by the same customers: the cosine between the films' columns of the matrix of rentals. */
export function fitItemKnn(log: RentalLog): Policy {
  const { films, counts } = countPairs(log);
  const size = films.length;
  const weights = new Float32Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (row === column) continue;
      const both = counts[row * size + row] * counts[column * size + column];
      weights[row * size + column] = counts[row * size + column] / Math.sqrt(both);
    }
  }
  return createSimilarityPolicy('ITEM_KNN', log.films.length, { films, weights });
}
