import { collectFeatures } from '../../../../src/recommender/films/film-features';
import { createFilmVectors } from '../../../../src/recommender/policies/dqn/film-vectors';

/** Film 0 has two actors and a category, film 1 only the category, and film 2 none of them. */
const features = collectFeatures([[['a', 'b'], ['c']], [[], ['c']], []]);
const vectors = createFilmVectors(features, [3, 1, 5], 1, 1);

const all = Int32Array.of(0, 1, 2);
const [own, ofFeatures] = [Float32Array.of(10, 20, 30), Float32Array.of(1, 3, 100)];

describe('film vectors', () => {
  it('are the own vector weighted by evidence, plus the means of actors and of categories', () => {
    expect([...vectors.compose(own, ofFeatures, all)]).toEqual([0.75 * 10 + 2 + 100, 0.5 * 20 + 100, 30]);
  });

  it('distribute gradients with the same weights', () => {
    const { own, features: rows } = vectors.split(Float32Array.of(1, 2, 4), all);
    expect([...own.values]).toEqual([0.75, 1, 4]);
    expect([...rows.rows]).toEqual([0, 1, 2]);
    expect([...rows.values]).toEqual([0.5, 0.5, 3]);
  });

  it('can be composed and updated for a subset of films, which changes only the features of these films', () => {
    const some = Int32Array.of(2, 1);
    expect([...vectors.compose(own, ofFeatures, some)]).toEqual([30, 0.5 * 20 + 100]);
    expect([...vectors.featuresOf(some)]).toEqual([2]);
    const gradient = vectors.split(Float32Array.of(4, 2), some);
    expect(gradient.own).toEqual({ rows: some, values: Float32Array.of(4, 1) });
    expect(gradient.features).toEqual({ rows: Int32Array.of(2), values: Float32Array.of(2) });
  });
});
