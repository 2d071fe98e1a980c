import { createRandom } from '../../../../src/random';
import { createCandidates } from '../../../../src/recommender/policies/dqn/candidate-films';
import { stackTransitions } from '../../../../src/recommender/policies/dqn/transitions';

const FILMS = 400;
const rentals = Float32Array.from({ length: FILMS }, (_, film) => FILMS - film);
const history = Int32Array.of(399, 5, 70);
const batch = stackTransitions([{ history, from: 0, choices: history }], [], 100);

describe('createCandidates', () => {
  it('chooses all films up to the limit', () => {
    const choose = createCandidates(rentals, { sampledFrom: FILMS, negatives: 8 });
    const { films, logChances } = choose(batch, createRandom(1));
    expect(films).toHaveLength(FILMS);
    expect(logChances).toBeUndefined();
  });

  it('always chooses the films of the batch, and each other film with the stated probability', () => {
    const choose = createCandidates(rentals, { sampledFrom: 100, negatives: 30 });
    const random = createRandom(1);
    const drawn = new Float64Array(FILMS);
    const stated = new Float64Array(FILMS);
    const rounds = 4_000;
    for (let round = 0; round < rounds; round++) {
      const { films, rowOf, logChances } = choose(batch, random);
      if (films.length !== 33 || films.some((film, row) => rowOf[film] !== row)) throw new Error('No rows.');
      films.forEach((film, row) => {
        drawn[film]++;
        stated[film] += Math.exp(logChances![row]);
      });
    }
    for (const film of history) expect([drawn[film], stated[film]]).toEqual([rounds, rounds]);
    for (const film of [0, 1, 10, 60, 200]) {
      // The mean probability in the rounds that drew the film, compared to how often it was drawn.
      expect(stated[film] / drawn[film] / (drawn[film] / rounds)).toBeCloseTo(1, 0.7);
    }
    expect(drawn[0]).toBeGreaterThan(5 * drawn[200]);
  });

  it('ends if there are fewer other films than negatives', () => {
    const choose = createCandidates(new Float32Array(4), { sampledFrom: 1, negatives: 8 });
    const small = stackTransitions(
      [{ history: Int32Array.of(0, 1), from: 0, choices: Int32Array.of(0, 1) }],
      [],
      9,
    );
    expect([...choose(small, createRandom(1)).films].sort()).toEqual([0, 1, 2, 3]);
  });
});
