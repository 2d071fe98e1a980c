import { collectFeatures } from '../../../../src/recommender/films/film-features';
import { createFilmVectors } from '../../../../src/recommender/policies/dqn/film-vectors';

/** Film 0 has two actors and a category, film 1 the category alone, film 2 nothing. */
const features = collectFeatures([[['a', 'b'], ['c']], [[], ['c']], []]);
const vectors = createFilmVectors(features, [3, 1, 5], 1, 1);

describe('film vectors', () => {
  it('are the own vector as far as there is evidence, plus the means of actors and of categories', () => {
    const composed = vectors.compose(Float32Array.of(10, 20, 30), Float32Array.of(1, 3, 100));
    expect([...composed]).toEqual([0.75 * 10 + 2 + 100, 0.5 * 20 + 100, 30]);
  });

  it('hand gradients back by the same shares', () => {
    const { own, features: ofFeatures } = vectors.split(Float32Array.of(1, 2, 4));
    expect([...own]).toEqual([0.75, 1, 4]);
    expect([...ofFeatures]).toEqual([0.5, 0.5, 3]);
  });
});
