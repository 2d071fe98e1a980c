import { createRandom } from '../../../../src/random';
import { DQN_SETTINGS } from '../../../../src/recommender/policies/dqn/dqn-settings';
import { sharedWidePart } from '../../../../src/recommender/policies/dqn/shared-wide-part';
import { fitWidePart, wideMatrix } from '../../../../src/recommender/policies/dqn/wide-part';
import type { RentalLog } from '../../../../src/recommender/rentals/rental-log';

const FILMS = 30;
const random = createRandom(5);
/** Film 29 is never rented. */
const log: RentalLog = {
  films: Array.from({ length: FILMS }, (_, film) => String(film)),
  customers: Array.from({ length: 40 }, (_, customer) => String(customer)),
  histories: Array.from({ length: 40 }, () =>
    random.shuffle(Int32Array.from({ length: FILMS - 1 }, (_, film) => film)).slice(0, 12),
  ),
};

describe('fitWidePart', () => {
  it('fits three linear models and marks the films that were rented', async () => {
    const { models, known } = await fitWidePart(log, DQN_SETTINGS);
    expect(models.map(({ name }) => name)).toEqual(['ease', 'itemKnn', 'ridge']);
    expect([...known]).toEqual([...new Array(FILMS - 1).fill(1), 0]);
    for (const model of models) expect(model.score(Int32Array.of(3, 4))[29]).toBe(0);
  });

  it('adds one row of the matrix per rental', async () => {
    const { models } = await fitWidePart(log, DQN_SETTINGS);
    for (const model of models) {
      const matrix = wideMatrix(model, FILMS);
      const [before, after] = [Int32Array.of(1, 2), Int32Array.of(1, 2, 7)].map((profile) =>
        model.score(profile),
      );
      const { ridgeDecay, easeDecay } = DQN_SETTINGS;
      const fading = { ease: easeDecay, itemKnn: 1, ridge: ridgeDecay }[model.name];
      after.forEach((score, film) =>
        expect(score).toBeCloseTo(fading * before[film] + matrix[7 * FILMS + film], 5),
      );
    }
  });

  it('is fitted once per log and settings in a worker, with the same scores', async () => {
    const [shared, again] = [1, 2].map(() => sharedWidePart(log, DQN_SETTINGS));
    expect(shared).toBe(again);
    const own = await fitWidePart(log, DQN_SETTINGS);
    const profile = Int32Array.of(3, 8, 1);
    const scores = (await shared).models.map((model) => model.score(profile));
    expect(scores).toEqual(own.models.map((model) => model.score(profile)));
  });
});
