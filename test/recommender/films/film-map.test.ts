import { createRandom } from '../../../src/random';
import { filmMap } from '../../../src/recommender/films/film-map';
import { createNearestFilms } from '../../../src/recommender/films/nearest-films';
import { principalComponents } from '../../../src/recommender/films/pca';

const embeddingOf = (rows: number[][]) => {
  const dimension = rows[0].length;
  const vectors = Float32Array.from(rows.flat());
  return { dimension, vectors, nearest: createNearestFilms(vectors, dimension) };
};

describe('principalComponents', () => {
  it('finds the directions that rows were stretched along, the widest first', () => {
    const random = createRandom(3);
    // Rotated by 30° in the plane of the first and third number; 5 and 2 are the standard deviations.
    const [cos, sin] = [Math.cos(Math.PI / 6), Math.sin(Math.PI / 6)];
    const rows = Array.from({ length: 4_000 }, () => {
      const [a, b] = [5 * random.normal(), 2 * random.normal()];
      return [cos * a - sin * b, 0.1 * random.normal(), sin * a + cos * b];
    });
    const [first, second] = principalComponents(Float64Array.from(rows.flat()), 3, 2);
    const expected = [
      [cos, 0, sin],
      [-sin, 0, cos],
    ];
    [first, second].forEach((axis, at) =>
      axis.forEach((value, i) => expect(value).toBeCloseTo(expected[at][i], 1)),
    );
    expect(Math.hypot(...first)).toBeCloseTo(1, 9);
    expect(first.reduce((sum, value, i) => sum + value * second[i], 0)).toBeCloseTo(0, 6);
  });

  it('gives zeros where nothing is left that varies', () => {
    const [first, second] = principalComponents(Float64Array.of(-1, -1, 1, 1), 2, 2);
    expect(first[0]).toBeCloseTo(Math.SQRT1_2, 9);
    expect([...second]).toEqual([0, 0]);
  });
});

describe('filmMap', () => {
  it('puts films of like directions together, whatever the length of their vectors', () => {
    const map = filmMap(embeddingOf([[1, 0.1, 0], [9, 1, 0.2], [0, 0.1, 1], [0.1, 0, 7], [0, 1, 0]])); // prettier-ignore
    const apart = (a: number, b: number) => Math.hypot(map[a].x - map[b].x, map[a].y - map[b].y);
    expect(apart(0, 1)).toBeLessThan(0.1);
    expect(apart(2, 3)).toBeLessThan(0.3);
    for (const [a, b] of [[0, 2], [0, 4], [2, 4]]) expect(apart(a, b)).toBeGreaterThan(0.8); // prettier-ignore
  });

  it('has its middle at 0, 0, leaves out films without a vector, and is the same each time', () => {
    const rows = [[1, 0, 0.5], [0, 0, 0], [0, 1, 0.2], [0.4, 0.4, 1]]; // prettier-ignore
    const map = filmMap(embeddingOf(rows));
    expect(map.map(({ film }) => film)).toEqual([0, 2, 3]);
    expect(map.reduce((sum, { x }) => sum + x, 0)).toBeCloseTo(0, 9);
    expect(map.reduce((sum, { y }) => sum + y, 0)).toBeCloseTo(0, 9);
    expect(filmMap(embeddingOf(rows))).toEqual(map);
  });

  it('works a map out once for an embedding', () => {
    const embedding = embeddingOf([[1, 0], [0, 1]]); // prettier-ignore
    expect(filmMap(embedding)).toBe(filmMap(embedding));
  });
});
