import { createRandom } from '../../../../src/random';
import { invertSymmetric } from '../../../../src/recommender/policies/baselines/invert-symmetric';

/** A symmetric matrix whose diagonal outweighs each row, which makes it positive definite. */
function createMatrix(size: number): Float64Array {
  const random = createRandom(size);
  const matrix = new Float64Array(size ** 2);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < row; column++) {
      const value = 2 * random.next() - 1;
      matrix[row * size + column] = value;
      matrix[column * size + row] = value;
    }
    matrix[row * size + row] = size;
  }
  return matrix;
}

describe('invertSymmetric', () => {
  test.each([1, 2, 31, 32, 33, 64, 100, 150])('inverts %i rows', async (size) => {
    const matrix = createMatrix(size);
    const inverse = await invertSymmetric(matrix, size);
    let largest = 0;
    for (let row = 0; row < size; row++) {
      for (let column = 0; column < size; column++) {
        let sum = 0;
        for (let i = 0; i < size; i++) sum += matrix[row * size + i] * inverse[i * size + column];
        largest = Math.max(largest, Math.abs(sum - (row === column ? 1 : 0)));
        expect(inverse[row * size + column]).toBe(inverse[column * size + row]);
      }
    }
    expect(largest).toBeLessThan(1e-9);
  });

  test('reads only the lower triangle, and does not change the matrix', async () => {
    const matrix = createMatrix(40);
    const lower = matrix.map((value, at) => (at % 40 > Math.floor(at / 40) ? NaN : value));
    const before = matrix.slice();
    expect(await invertSymmetric(lower, 40)).toEqual(await invertSymmetric(matrix, 40));
    expect(matrix).toEqual(before);
  });

  test('can write to the matrix itself', async () => {
    const matrix = createMatrix(40);
    const expected = await invertSymmetric(matrix, 40);
    expect(await invertSymmetric(matrix, 40, matrix)).toBe(matrix);
    expect(matrix).toEqual(expected);
  });

  test('refuses a matrix that is not positive definite, or not square', async () => {
    await expect(invertSymmetric(Float64Array.of(1, 2, 2, 1), 2)).rejects.toThrow('not positive definite');
    await expect(invertSymmetric(new Float64Array(4), 2)).rejects.toThrow('not positive definite');
    await expect(invertSymmetric(new Float64Array(5), 2)).rejects.toThrow('Expected 2 × 2 numbers');
  });

  test('yields to other work of the thread', async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    await invertSymmetric(createMatrix(600), 600);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(1);
  });
});
