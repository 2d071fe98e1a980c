import {
  decayedSums,
  decayedSumsGradient,
  emptyState,
  rent,
  stateScales,
} from '../../../../src/recommender/policies/dqn/decayed-state';

const DECAYS = [0.5, 0.9];
/** Film vectors of two numbers. */
const FILMS = [
  [1, 0],
  [0, 2],
  [3, 1],
].map((film) => Float32Array.from(film));

describe('the state', () => {
  it('is the average of film vectors, each fading with every later rental', () => {
    const state = emptyState(2, DECAYS);
    for (const film of FILMS) rent(state, film, DECAYS);
    const average = (decay: number, i: number) =>
      (decay ** 2 * FILMS[0][i] + decay * FILMS[1][i] + FILMS[2][i]) / (decay ** 2 + decay + 1);
    const expected = DECAYS.flatMap((decay) => [average(decay, 0), average(decay, 1)]);
    expected.forEach((value, at) => expect(state.averages[at]).toBeCloseTo(value, 6));
  });

  it('is the first film itself after one rental, and zeros before it', () => {
    const state = emptyState(2, DECAYS);
    expect([...state.averages]).toEqual([0, 0, 0, 0]);
    rent(state, FILMS[2], DECAYS);
    expect([...state.averages]).toEqual([3, 1, 3, 1]);
  });

  it('is the same when computed rental by rental and as sums over all places', () => {
    const vectors = Float32Array.from(FILMS.flatMap((film) => [...film]));
    // The films in two rows: the second row starts from zeros.
    const twice = Float32Array.of(...vectors, ...vectors);
    const sums = decayedSums(twice, { rows: 2, places: 3, dimension: 2 }, DECAYS);
    const scales = stateScales(Int32Array.of(1, 2, 3), DECAYS);
    for (const row of [0, 1]) {
      const state = emptyState(2, DECAYS);
      FILMS.forEach((film, place) => {
        rent(state, film, DECAYS);
        state.averages.forEach((average, at) => {
          const sum = sums[(row * 3 + place) * 4 + at];
          expect(sum * scales[place * 2 + Math.floor(at / 2)]).toBeCloseTo(average, 6);
        });
      });
    }
  });

  it('has the gradient of finite differences', () => {
    const placed = { rows: 2, places: 3, dimension: 2 };
    const vectors = Float32Array.from({ length: 12 }, (_, i) => Math.sin(i));
    const factors = Float32Array.from({ length: 24 }, (_, i) => Math.cos(3 * i));
    const weigh = (values: Float32Array) =>
      decayedSums(values, placed, DECAYS).reduce((total, sum, i) => total + sum * factors[i], 0);
    const gradient = decayedSumsGradient(factors, placed, DECAYS);
    vectors.forEach((_, i) => {
      const [above, below] = [0.01, -0.01].map((by) => vectors.map((v, at) => v + (at === i ? by : 0)));
      expect(gradient[i]).toBeCloseTo((weigh(above) - weigh(below)) / 0.02, 3);
    });
  });
});
