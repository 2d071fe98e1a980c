import {
  decayWeights,
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

  it('comes out the same step by step and as one matrix product', () => {
    const places = FILMS.length;
    const weights = decayWeights(places, DECAYS);
    const scales = stateScales(Int32Array.of(1, 2, 3), DECAYS);
    const state = emptyState(2, DECAYS);
    FILMS.forEach((film, place) => {
      rent(state, film, DECAYS);
      DECAYS.forEach((_, decay) => {
        for (let i = 0; i < 2; i++) {
          const row = (place * DECAYS.length + decay) * places;
          const sum = FILMS.reduce((total, vector, at) => total + weights[row + at] * vector[i], 0);
          expect(sum * scales[place * DECAYS.length + decay]).toBeCloseTo(state.averages[decay * 2 + i], 6);
        }
      });
    });
  });
});
