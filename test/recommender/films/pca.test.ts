import { createRandom } from '../../../src/random';
import { principalComponents } from '../../../src/recommender/films/pca';

describe('principalComponents', () => {
  it('finds the directions along which rows were stretched, widest first', () => {
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

  it('returns zeros if no variance is left', () => {
    const [first, second] = principalComponents(Float64Array.of(-1, -1, 1, 1), 2, 2);
    expect(first[0]).toBeCloseTo(Math.SQRT1_2, 9);
    expect([...second]).toEqual([0, 0]);
  });
});
