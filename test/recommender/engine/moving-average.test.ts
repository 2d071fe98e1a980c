import { MovingAverage } from '../../../src/recommender/engine/moving-average';

describe('MovingAverage', () => {
  it('is the same whether rows are updated at each step or lazily', () => {
    const rates = [0.5, 0.3, 0.1, 0.03];
    const matrix = Float32Array.of(1, 2, 3, 4);
    const eager = Float64Array.from(matrix);
    const average = new MovingAverage([matrix, Float32Array.of(0)], [2]);
    rates.forEach((rate, move) => {
      // Row 0 changes before each update, row 1 only before the second one.
      average.catchUp(0, move === 1 ? [0, 1] : [0]);
      matrix[0] += move;
      if (move === 1) matrix.set([30, 40], 2);
      average.move(rate);
      eager.forEach((value, i) => (eager[i] += rate * (matrix[i] - value)));
    });
    const [rows] = average.settle();
    rows.forEach((value, i) => expect(value).toBeCloseTo(eager[i], 5));
  });

  it('updates parameters without rows immediately', () => {
    const bias = Float32Array.of(0);
    const average = new MovingAverage([bias], []);
    bias[0] = 4;
    average.move(0.25);
    expect([...average.averages[0]]).toEqual([1]);
  });
});
