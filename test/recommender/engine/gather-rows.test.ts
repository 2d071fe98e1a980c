import { loadEngine } from '../../../src/recommender/engine/load-engine';

describe('gather with WebAssembly', () => {
  const engine = loadEngine('wasm');

  test('copies rows, and sums their gradients', async () => {
    const { tf } = await engine;
    const x = tf.tensor2d([1, 2, 3, 4, 5, 6], [3, 2]);
    const rows = tf.tensor1d([2, 0, 2], 'int32');
    expect(tf.gather(x, rows).arraySync()).toEqual([
      [5, 6],
      [1, 2],
      [5, 6],
    ]);
    const gradient = tf.grad((values) => tf.sum(tf.square(tf.gather(values, rows))));
    expect(gradient(x).arraySync()).toEqual([
      [2, 4],
      [0, 0],
      [20, 24],
    ]);
  });

  test('works for numbers, for indices of any shape and for integers', async () => {
    const { tf } = await engine;
    const rows = tf.tensor2d([0, 1, 1, 0], [2, 2], 'int32');
    expect(tf.gather(tf.tensor1d([7, 8]), rows).arraySync()).toEqual([
      [7, 8],
      [8, 7],
    ]);
    const integers = tf.tensor3d([1, 2, 3, 4, 5, 6, 7, 8], [2, 2, 2], 'int32');
    const gathered = tf.gather(integers, tf.tensor1d([1], 'int32'));
    expect(gathered.dtype).toBe('int32');
    expect(gathered.arraySync()).toEqual([
      [
        [5, 6],
        [7, 8],
      ],
    ]);
  });

  test('gathers along other axes', async () => {
    const { tf } = await engine;
    const x = tf.tensor2d([1, 2, 3, 4, 5, 6], [2, 3]);
    expect(tf.gather(x, tf.tensor1d([2, 0], 'int32'), 1).arraySync()).toEqual([
      [3, 1],
      [6, 4],
    ]);
  });

  test.each([-1, 3])('refuses row %i of three', async (row) => {
    const { tf } = await engine;
    expect(() => tf.gather(tf.tensor2d([1, 2, 3], [3, 1]), tf.tensor1d([row], 'int32'))).toThrow(
      `Cannot gather row ${row} of 3`,
    );
  });

  test('leaves no tensors behind', async () => {
    const { tf } = await engine;
    const x = tf.ones([50, 20]);
    const rows = tf.tensor1d([3, 4, 3], 'int32');
    const before = tf.memory().numTensors;
    tf.grad((values) => tf.sum(tf.gather(values, rows)))(x).dispose();
    expect(tf.memory().numTensors).toBe(before);
  });
});
