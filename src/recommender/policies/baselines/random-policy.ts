import { createRandom } from '../../../random';
import type { Policy } from '../policy';
import type { RentalLog } from '../../rentals/rental-log';

/** Random scores. The same seed and history always give the same order of films. */
export function createRandomPolicy({ films }: Pick<RentalLog, 'films'>, seed: number): Policy {
  return {
    name: 'RANDOM',
    score: (histories) =>
      histories.map((history) => {
        const random = createRandom(history.reduce((hash, film) => Math.imul(hash ^ film, 0x01000193), seed));
        return Float32Array.from(films, () => random.next());
      }),
  };
}
